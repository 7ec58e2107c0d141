def first_three(items: list[int]) -> list[int]:
    return items[:3]


def without_ends(items: list[int]) -> list[int]:
    return items[1:-1]
