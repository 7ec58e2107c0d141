from dataclasses import dataclass


@dataclass(eq=False)
class NotFoundError(Exception):
    """NotFoundError tells what is missing."""

    name: str = ""

    def __str__(self) -> str:
        return f"{self.name} not found"


def find(stock: dict[str, int], name: str) -> int:
    if name not in stock:
        raise NotFoundError(name)
    count = stock[name]
    return count
