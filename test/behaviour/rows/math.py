import math


def gaps(values: list[float]) -> int:
    return sum(1 for value in values if math.isnan(value))


print(gaps([1.0, math.nan]), math.nan == math.nan, max(-math.inf, 1.5), (2.0).is_integer(), (2.5).is_integer())
for number in [2.0, -0.5, math.inf, math.nan]:
    print(number.is_integer())
