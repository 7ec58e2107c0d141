from dataclasses import dataclass, field


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tags: list[str] = field(default_factory=list, compare=False)


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents)

    def __lt__(self, other: "Money") -> bool:
        return self.cents < other.cents

    def __str__(self) -> str:
        return f"{self.cents} cents"


print(max([Version(1, 2), Version(1, 10), Version(0)]), Version(1) == Version(1, 0))
total = sum([Money(3), Money(4)], Money(0))
total += Money(1)
print(total, Money(1) < Money(2))
