from typing import Any


def same(a: Any, b: Any) -> bool:
    return a == b


def position(items: list[Any], wanted: Any) -> int:
    for i, item in enumerate(items):
        if item == wanted:
            return i
    return -1


print(same(1, 1.0), same(True, 1), same(False, 0.0), same("a", "a"), same("1", 1), same(None, 0))
print(same([1, "x"], [1.0, "x"]), same([1], [1, 2]), same([], []), same(9007199254740993, 9007199254740992))
print(position([1, "a", 2.5, None], None), position(["b", 2.0], 2), position([True], "True"))
