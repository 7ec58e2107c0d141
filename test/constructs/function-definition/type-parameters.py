def greatest(items: list):
    best = items[0]
    for item in items:
        if item > best:
            best = item
    return best


def chunks(items, size: int):
    return [items[i : i + size] for i in range(0, len(items), size)]


def is_right_angled(a, b, c):
    return a * a == b * b + c * c
