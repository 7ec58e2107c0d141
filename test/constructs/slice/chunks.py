def first_three(items: list[int]) -> list[int]:
    return items[:3]


def tail(text: str) -> str:
    return text[1:]
