def contains(words: list[str], wanted: str) -> bool:
    return wanted in words
