def total(*amounts: int) -> int:
    result = 0
    for amount in amounts:
        result += amount
    return result


print(total(1, 2, 3))
