def positions(words: list[str], wanted: str) -> list[int]:
    return [i for i, word in enumerate(words) if word == wanted]
