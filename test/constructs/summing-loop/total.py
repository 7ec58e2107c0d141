def total(prices: list[float]) -> float:
    """Return what all of it costs."""
    return sum(prices)
