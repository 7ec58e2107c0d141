from dataclasses import dataclass, field


@dataclass
class Order:
    """An order of a customer."""

    customer: str
    items: list[str] = field(default_factory=list)
    paid: bool = False

    def add(self, item: str) -> None:
        self.items.append(item)
