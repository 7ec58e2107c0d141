def half(x: float) -> float:
    return x / 2


def show(x: float) -> None:
    print(x)


total = 0
for price in [1.5, 2.25]:
    total += price
print(half(3), total)
show(3)
values = [1, 2.5]
print(f"{values[0]:.2f}")
print(values)
