from dataclasses import dataclass


class Shape:
    def __init__(self, name: str) -> None:
        self.name = name

    def area(self) -> float:
        raise NotImplementedError(f"{type(self).__name__}.area")

    def __repr__(self) -> str:
        return f"{self.__class__.__name__}({self.name!r})"


class Square(Shape):
    def __init__(self, side: float) -> None:
        super().__init__("square")
        self.side = side

    def area(self) -> float:
        return self.side * self.side


class Blob(Shape):
    pass


@dataclass
class Point:
    x: int
    y: int


def double(n: int) -> int:
    return n * 2


def describe(value: object) -> str:
    return f"{type(value).__name__}: {value}"


def main() -> None:
    for s in [Square(2.0), Blob("b")]:
        try:
            print(s, s.area())
        except NotImplementedError as exc:
            print("not implemented:", exc)
        print(type(s).__name__)
    p = Point(1, 2)
    print(type(p).__name__, p, Point.__name__, double.__name__)
    for v in [1, "a", 2.5, True, None]:
        print(describe(v))
    funcs = [double, abs]
    print([f(-3) for f in funcs])


main()
