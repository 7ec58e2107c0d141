from dataclasses import dataclass


@dataclass
class Account:
    """Account holds money."""

    owner: str = ""
    balance: int = 0

    def deposit(self, amount: int) -> None:
        """Adds to the balance."""
        self.balance += amount
