def last(items: list[int]) -> int:
    return items[-1]
