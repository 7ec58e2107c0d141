import math
from copy import copy
from dataclasses import dataclass
from decimal import Decimal


@dataclass
class User:
    name: str = ""
    age: int = 0


def oldest(users: dict[str, User]) -> list[User]:
    return sorted((copy(u) for u in users.values()), key=lambda a: a.age, reverse=True)


def main() -> None:
    stock = {"b": 2, "a": 1}
    names = sorted(stock)
    print(f"[{' '.join(names)}]")
    counts = sorted(c * 2 for c in stock.values() if c > 0)
    print(f"[{' '.join(map(str, counts))}]")
    us = oldest({"x": User("x", 3), "y": User("y", 30)})
    us[0].age += 1
    print(f"[{' '.join(map(lambda item: f'{{{item.name} {item.age}}}', us))}]")
    fs = [2.5, -1]
    fs.sort()
    copied = list(counts)
    copied[0] = 9
    print(
        f"[{' '.join(map(go_float, fs))}]",
        f"[{' '.join(map(str, counts))}]",
        f"[{' '.join(map(str, copied))}]",
    )


def go_float(value: float) -> str:
    """Writes a number as Go's %v does."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    number = Decimal(repr(value))
    if value != 0 and not 1e-4 <= abs(value) < 1e6:
        mantissa, exponent = f"{number.normalize():e}".split("e")
        return f"{mantissa}e{int(exponent):+03d}"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


if __name__ == "__main__":
    main()
