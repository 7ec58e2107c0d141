from dataclasses import dataclass


@dataclass
class Point:
    """Point is a place in the plane."""

    x: int = 0
    y: int = 0

    def __str__(self) -> str:
        return f"({self.x}, {self.y})"
