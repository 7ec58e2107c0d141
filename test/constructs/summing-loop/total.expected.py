def total(prices: list[float]) -> float:
    sum_ = 0.0
    for price in prices:
        sum_ += price
    return sum_
