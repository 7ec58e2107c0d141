from __future__ import annotations
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def mapped(items: list[T], convert: Callable[[T], U]) -> list[U]:
    return [convert(item) for item in items]
