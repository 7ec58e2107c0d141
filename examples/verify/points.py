"""Makes a million points and looks at them: what small objects and loops cost.

Run "Interlinear: Verify Translation" here to see both languages do it on this machine.
"""

from dataclasses import dataclass


@dataclass
class Point:
    x: float
    y: float

    def squared(self) -> float:
        return self.x * self.x + self.y * self.y


def make_points(count: int) -> list[Point]:
    """Make points that look random and are the same each time."""
    points: list[Point] = []
    seed = 1
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        x = seed / 2147483648
        seed = (seed * 1103515245 + 12345) % 2147483648
        points.append(Point(x, seed / 2147483648))
    return points


def main() -> None:
    points = make_points(1_000_000)
    inside = 0
    for point in points:
        if point.squared() <= 1.0:
            inside += 1
    print(f"{inside} of {len(points)} points lie in the circle")
    print(f"pi is about {4 * inside / len(points):.4f}")


if __name__ == "__main__":
    main()
