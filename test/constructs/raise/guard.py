def withdraw(balance: int, amount: int) -> int:
    if amount <= 0:
        raise ValueError(f"amount must be positive: {amount}")
    if amount > balance:
        raise ValueError("insufficient funds")
    return balance - amount
