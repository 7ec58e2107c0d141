"""Order handling of a small web shop: parsing, pricing and stock."""

from __future__ import annotations

from dataclasses import dataclass, field


class OrderError(Exception):
    """Base of all errors that an order can cause."""


class UnknownProductError(OrderError):
    """The order names a product that the catalogue does not have."""

    def __init__(self, product: str) -> None:
        super().__init__(f"unknown product: {product}")
        self.product = product


@dataclass
class Line:
    """One line of an order."""

    product: str
    quantity: int


@dataclass
class Order:
    """What one customer wants."""

    customer: str
    lines: list[Line] = field(default_factory=list)

    def add(self, product: str, quantity: int) -> None:
        """Adds a line. The quantity must be positive."""
        if quantity <= 0:
            raise ValueError(f"quantity must be positive, not {quantity}")
        self.lines.append(Line(product, quantity))

    def products(self) -> list[str]:
        return sorted({line.product for line in self.lines})


def parse_quantity(text: str) -> int:
    """Reads a quantity as a customer types it."""
    try:
        quantity = int(text.strip())
    except ValueError as error:
        raise OrderError(f"not a quantity: {text}") from error
    return quantity


def total_cents(order: Order, prices: dict[str, int]) -> int:
    """The price of the whole order in cents."""
    total = 0
    for line in order.lines:
        if line.product not in prices:
            raise UnknownProductError(line.product)
        total += prices[line.product] * line.quantity
    if total >= 10_000:
        total -= total // 20  # five percent off for large orders
    return total


def main() -> None:
    prices = {"tea": 450, "mug": 1290, "kettle": 4900}

    order = Order("Ada")
    order.add("tea", parse_quantity(" 4 "))
    order.add("kettle", 2)
    print(f"{order.customer} wants {', '.join(order.products())}")
    print(f"total: {total_cents(order, prices) / 100:.2f}")

    try:
        order.add("mug", 0)
    except ValueError as error:
        print(f"refused: {error}")

    order.add("spoon", 1)
    try:
        total_cents(order, prices)
    except UnknownProductError as error:
        print(f"refused: {error}")


if __name__ == "__main__":
    main()
