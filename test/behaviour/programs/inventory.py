from dataclasses import dataclass, field


class OutOfStock(Exception):
    def __init__(self, name: str, missing: int) -> None:
        super().__init__(f"{name}: {missing} missing")
        self.name = name
        self.missing = missing


@dataclass
class Shelf:
    stock: dict[str, int] = field(default_factory=dict)

    def put(self, name: str, count: int = 1) -> None:
        self.stock[name] = self.stock.get(name, 0) + count

    def take(self, name: str, count: int) -> int:
        present = self.stock.get(name, 0)
        if present < count:
            raise OutOfStock(name, count - present)
        self.stock[name] = present - count
        return self.stock[name]


def try_take(shelf: Shelf, name: str, count: int) -> str:
    try:
        left = shelf.take(name, count)
    except OutOfStock as error:
        return f"no: {error}"
    else:
        return f"yes, {left} left"
    finally:
        print("asked for", name)


def main() -> None:
    shelf = Shelf()
    shelf.put("bolt", 3)
    shelf.put("nut")
    for name, count in [("bolt", 2), ("nut", 4), ("bolt", 1)]:
        print(try_take(shelf, name, count))
    print(sorted(shelf.stock.items()))
    print([-7 // 2, -7 % 2, 7 // 2], [name[::-1] for name in sorted(shelf.stock)])


if __name__ == "__main__":
    main()
