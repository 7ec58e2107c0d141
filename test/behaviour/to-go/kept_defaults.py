"""Python evaluates a default once, where the function is defined."""

base = 3
limits = {"low": 1, "high": 10}
TIMEOUT = 30


def counter() -> int:
    print("evaluated")
    return 5


def shift(value: int, amount: int = base) -> int:
    return value + amount


def scaled(value: int, factor: int = counter()) -> int:
    return value * factor


def within(value: int, high: int = limits["high"], *, timeout: int = TIMEOUT * 2) -> bool:
    return value < high + timeout


base = 100
limits["high"] = -1000
print(shift(1), shift(1, 2), scaled(2), scaled(3), within(50))


def again(value: int, amount: int = base) -> int:
    return value + amount


base += 1
print(again(1))


def outer(n: int) -> int:
    def inner(x: int, m: int = n) -> int:
        return x + m

    n += 100
    return inner(1) + n


print(outer(2))


class Shelf:
    SIZE = 4

    def __init__(self, width: int = SIZE, label: str = str(base)) -> None:
        self.width = width
        self.label = label

    def fits(self, width: int, slack: int = base - 100) -> bool:
        return width <= self.width + slack


base = 0
print(Shelf().width, Shelf().label, Shelf(7).fits(8), Shelf(7).fits(9))

actions = []
for position in range(3):

    def action(x: int, position: int = position) -> int:
        total = x
        for _ in range(position):
            total *= 2
        return total

    actions.append(action)
print([one(10) for one in actions])


def number(name: str, known: dict[str, int] = {}) -> int:
    def note() -> None:
        known[name] = len(known) + 1

    if name not in known:
        note()
    return known[name]


print(number("a"), number("b"), number("a"))
