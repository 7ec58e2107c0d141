from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

R = TypeVar("R")
T = TypeVar("T")


@dataclass
class Stack(Generic[T]):
    items: list[T] = field(default_factory=list)
    zero_t: T = None

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> tuple[T, bool]:
        zero = self.zero_t
        if len(self.items) == 0:
            return zero, False
        item = self.items.pop()
        return item, True

    def __len__(self) -> int:
        return len(self.items)


def map_(items: list[T], apply: Callable[[T], R]) -> list[R]:
    return [apply(item) for item in items]
