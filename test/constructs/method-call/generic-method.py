from typing import Callable, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def map(self, convert: Callable[[T], U]) -> "Box[U]":
        return Box(convert(self.value))


class Audit:
    def __init__(self) -> None:
        self.entries: list[str] = []

    def watch(self, label: str, action: Callable[[], T]) -> T:
        try:
            value = action()
        except ValueError as error:
            self.entries.append(f"{label}: {error}")
            raise
        self.entries.append(f"{label}: ok")
        return value


def parse(text: str) -> int:
    return int(text)


def main() -> None:
    print(Box(3).map(lambda n: "x" * n).value)
    audit = Audit()
    for text in ["1_000", "4", "one"]:
        try:
            print(audit.watch(text, lambda: parse(text)))
        except ValueError:
            print("no number")
    print(audit.entries)


main()
