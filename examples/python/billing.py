"""Monthly invoices of a hosting service."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, timedelta


class Plan(ABC):
    """What a customer pays for the month."""

    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def charge(self, hours: int) -> int:
        """The price in cents."""

    def describe(self) -> str:
        return f"{self.name} plan"


class Hourly(Plan):
    def __init__(self, cents: int) -> None:
        super().__init__("hourly")
        self.cents = cents

    def charge(self, hours: int) -> int:
        return hours * self.cents


class Flat(Plan):
    def __init__(self, cents: int, included: int, extra: int) -> None:
        super().__init__("flat")
        self.cents = cents
        self.included = included
        self.extra = extra

    def charge(self, hours: int) -> int:
        return self.cents + max(0, hours - self.included) * self.extra

    def describe(self) -> str:
        return f"{super().describe()} with {self.included} hours"


@dataclass(frozen=True)
class Usage:
    customer: str
    plan: Plan
    hours: int


def euros(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    amount = abs(cents)
    return f"{sign}{amount // 100:,}.{amount % 100:02d}"


def discount(cents: int) -> int:
    """Large customers pay less: the more, the more so."""
    if cents >= 100_000:
        percent = 10
    elif cents >= 50_000:
        percent = 5
    else:
        percent = 0
    return cents * percent // 100


def main() -> None:
    usages = [
        Usage("Northwind", Hourly(12), 720),
        Usage("Contoso", Flat(4900, 500, 9), 744),
        Usage("Fabrikam", Hourly(95), 1400),
    ]
    issued = date(2026, 1, 31)
    due = issued + timedelta(days=14)
    total = 0
    for number, usage in enumerate(usages, start=1):
        charge = usage.plan.charge(usage.hours)
        net = charge - discount(charge)
        total += net
        print(f"#{number:03d} {usage.customer:<10} {euros(net):>10}  {usage.plan.describe()}")
    print(f"{'total':>15} {euros(total):>10}")
    print(f"issued {issued.isoformat()}, due {due.isoformat()}")
    best = max(usages, key=lambda usage: usage.hours)
    print(f"most hours: {best.customer}")


if __name__ == "__main__":
    main()
