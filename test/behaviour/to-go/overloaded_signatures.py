"""Signatures for type checkers."""
from typing import overload


class Store:
    def __init__(self) -> None:
        self.items = {"a": 1}

    @overload
    def get(self, key: str) -> int: ...
    @overload
    def get(self, key: str, default: int) -> int: ...
    def get(self, key: str, default: int = 0) -> int:
        return self.items.get(key, default)


@overload
def label(value: int) -> str: ...
@overload
def label(value: int, prefix: str) -> str: ...
def label(value: int, prefix: str = "#") -> str:
    """Show a number."""
    return f"{prefix}{value}"


def main() -> None:
    store = Store()
    print(store.get("a"), store.get("b", 7), label(3), label(4, "no. "))


if __name__ == "__main__":
    main()
