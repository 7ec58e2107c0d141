import math
from dataclasses import dataclass
from typing import Protocol


class Shape(Protocol):
    def area(self) -> float: ...


@dataclass
class Circle:
    radius: float = 0.0

    def area(self) -> float:
        return math.pi * self.radius * self.radius


def total_area(shapes: list[Shape]) -> float:
    total = 0.0
    for s in shapes:
        total += s.area()
    return total
