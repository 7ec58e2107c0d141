from typing import Iterator


class Countdown:
    def __init__(self, start: int) -> None:
        self.left = start

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left


class Shelf:
    def __init__(self) -> None:
        self.items: dict[str, int] = {}

    def __setitem__(self, name: str, count: int) -> None:
        self.items[name] = count

    def __getitem__(self, name: str) -> int:
        return self.items.get(name, 0)

    def __contains__(self, name: str) -> bool:
        return name in self.items

    def __len__(self) -> int:
        return len(self.items)

    def __call__(self, factor: int) -> int:
        return factor * len(self.items)

    def __iter__(self) -> Iterator[str]:
        yield from sorted(self.items)


shelf = Shelf()
shelf["tea"] = 3
shelf["jam"] = 1
shelf["tea"] += 2
print(shelf["tea"], "jam" in shelf, len(shelf), shelf(10), list(shelf), bool(shelf))
print([n for n in Countdown(3)], sum(Countdown(4)))
