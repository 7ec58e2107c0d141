from __future__ import annotations
from copy import copy
from dataclasses import dataclass


@dataclass
class Money:
    """Money is an amount in cents."""

    cents: int = 0
    currency: str = ""

    def plus(self, other: Money) -> Money:
        """Gives the sum of two amounts."""
        self = copy(self)
        self.cents += other.cents
        return self


def main() -> None:
    price = Money(250, "EUR")
    print(price.plus(Money(50, "EUR")).cents, price.cents)


if __name__ == "__main__":
    main()
