from dataclasses import dataclass


@dataclass
class Point:
    x: float = 0.0
    y: float = 0.0

    def scale(self, factor: float) -> None:
        self.x *= factor
        self.y *= factor


def new_point(x: float, y: float) -> Point:
    return Point(x, y)
