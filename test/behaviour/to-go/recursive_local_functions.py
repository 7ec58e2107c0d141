"""Functions inside functions that call themselves or each other, with several results and errors."""


def extended_gcd(x):
    def go(a, b):
        if b == 0:
            return (1, 0, a)
        q, r = divmod(a, b)
        s, t, g = go(b, r)
        return (t, s - q * t, g)

    return lambda y: go(x, y)


def depth(text: str) -> tuple[int, int]:
    def parse(i: int) -> tuple[int, int]:
        deepest = 0
        while i < len(text):
            if text[i] == "(":
                inner, i = parse(i + 1)
                deepest = max(deepest, inner + 1)
            elif text[i] == ")":
                return deepest, i + 1
            else:
                raise ValueError(f"unexpected {text[i]!r} at {i}")
        return deepest, i

    return parse(0)


def parity(n: int) -> bool:
    def even(k: int) -> bool:
        if k < 0:
            raise ValueError("negative")
        return True if k == 0 else odd(k - 1)

    def odd(k: int) -> bool:
        return False if k == 0 else even(k - 1)

    return even(n)


print(extended_gcd(42)(2011))
for sample in ["(()(()))", "()", "(a)"]:
    try:
        print(depth(sample))
    except ValueError as error:
        print("error:", error)
for number in (4, 7, -1):
    try:
        print(parity(number))
    except ValueError as error:
        print("error:", error)
