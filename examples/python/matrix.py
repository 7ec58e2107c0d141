"""A small matrix type."""

from __future__ import annotations


class Matrix:
    def __init__(self, rows: list[list[float]]) -> None:
        if any(len(row) != len(rows[0]) for row in rows):
            raise ValueError("the rows must be equally long")
        self.rows = rows

    @classmethod
    def identity(cls, size: int) -> Matrix:
        return cls([[1.0 if x == y else 0.0 for x in range(size)] for y in range(size)])

    def transposed(self) -> Matrix:
        return Matrix([list(column) for column in zip(*self.rows)])

    def plus(self, other: Matrix) -> Matrix:
        return Matrix([[a + b for a, b in zip(left, right)] for left, right in zip(self.rows, other.rows)])

    def times(self, other: Matrix) -> Matrix:
        if len(self.rows[0]) != len(other.rows):
            raise ValueError(f"{len(self.rows[0])} columns do not fit {len(other.rows)} rows")
        columns = other.transposed().rows
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __str__(self) -> str:
        return "\n".join(" ".join(f"{value:6.2f}" for value in row) for row in self.rows)


def power(base: Matrix, exponent: int) -> Matrix:
    """Multiplies by squaring."""
    result = Matrix.identity(len(base.rows))
    while exponent > 0:
        if exponent % 2 == 1:
            result = result.times(base)
        base = base.times(base)
        exponent //= 2
    return result


def main() -> None:
    fibonacci = Matrix([[1.0, 1.0], [1.0, 0.0]])
    print(power(fibonacci, 10))
    print(fibonacci.times(Matrix.identity(2)).rows == fibonacci.rows)
    wide = Matrix([[1.0, 2.0, 3.0], [4.0, 5.0, 6.5]])
    print(wide.transposed())
    print(wide.plus(wide))
    try:
        wide.times(wide)
    except ValueError as error:
        print("error:", error)


if __name__ == "__main__":
    main()
