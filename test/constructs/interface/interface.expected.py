from dataclasses import dataclass
from typing import Protocol


class Shape(Protocol):
    """Shape has an area."""

    def area(self) -> float: ...


@dataclass
class Square:
    """Square is a shape."""

    side: float = 0.0

    def area(self) -> float:
        """Multiplies the sides."""
        return self.side * self.side


def total(shapes: list[Shape]) -> float:
    sum_ = 0.0
    for shape in shapes:
        sum_ += shape.area()
    return sum_
