from typing import Callable, NewType, Optional, TypeAlias, Union

Number = Union[int, float]
Name = Optional[str]
Handler = Callable[[int], int]
Grid = list[list[int]]
Pair = tuple[int, int]
Key: TypeAlias = str
UserId = NewType("UserId", int)
Text = str


def apply(handler: Handler, value: int) -> int:
    return handler(value)


def total(grid: Grid) -> int:
    return sum(sum(row) for row in grid)


def swap(pair: Pair) -> Pair:
    return pair[1], pair[0]


def greet(name: Name, key: Key) -> Text:
    return f"{name or 'nobody'} {key}"


def user(uid: UserId) -> str:
    return f"user {uid}"


print(apply(lambda v: v + 1, 2), total([[1], [2, 3]]), swap((1, 2)))
print(greet(None, "k"), greet("Ann", "j"), user(UserId(7)))
