"""Functions that can raise, kept in dicts and lists."""

from typing import Callable


def parse_int(text: str) -> int:
    return int(text)


def parse_port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError(f"port out of range: {port}")
    return port


PARSERS: dict[str, Callable[[str], int]] = {
    "int": parse_int,
    "port": parse_port,
    "len": len,
    "hex": lambda text: int(text, 16),
}


def first_valid(text: str, parsers: list[Callable[[str], int]]) -> int:
    for parse in parsers:
        try:
            return parse(text)
        except ValueError as error:
            print("skipped:", error)
    return -1


def notify(value: int, callbacks: list[Callable[[int], None]]) -> None:
    for callback in callbacks:
        callback(value)


def move(direction: str, steps: int = 1, /, *, dry: bool = False) -> int:
    sign = 1 if direction == "up" else -1
    return 0 if dry else sign * steps


def make_counters() -> list[Callable[[], int]]:
    return [lambda: n for n in [1, 2, 3]]


def total(*numbers: int, start: int = 0) -> int:
    return start + sum(numbers)


for kind, text in [("int", "12"), ("port", "99999"), ("len", "hello"), ("hex", "ff"), ("int", "x")]:
    try:
        print(kind, PARSERS[kind](text))
    except ValueError as error:
        print(kind, "failed:", error)
print(first_valid("70000", [parse_port, parse_int]))
seen: list[int] = []
notify(7, [seen.append, lambda v: print("value", v)])
print(seen)
print(move("up", 3), move("down"), move("up", 2, dry=True))
print([counter() for counter in make_counters()])
print([action() for action in [lambda i=i: i * 10 for i in range(3)]])
rest = [2, 3]
print(total(1, *rest, start=4))
