"""Complex numbers, as Python shows them; imports that another version would do without."""

import cmath

try:
    from functools import reduce
except ImportError:
    pass


def escape(c, limit=30):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


def roots(a: float, b: float, c: float) -> tuple[complex, complex]:
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


def polynomial(coefficients: list[float], x: complex) -> complex:
    return reduce(lambda total, c: total * x + c, coefficients, complex(0, 0))


z = complex(3, 4)
print(abs(z), z.real, z.imag, z.conjugate())
print(z * 2j, z + 1, 1 - z, -z, z == complex(3.0, 4.0))
print(roots(1, 2, 5), roots(1.0, -3.0, 2.0))
print(escape(complex(-0.5, 0.5)), escape(complex(1, 1)))
print(polynomial([1.0, 0.0, 1.0], 1j), complex(1.5, -0.25), [complex(0, 1), 2j])
print(f"{z} and {complex(0.1, 1e20)}")
