def is_weekend(day: str) -> bool:
    return day in ("saturday", "sunday")


def known(words: list[str], vocabulary: set[str]) -> list[str]:
    return [word for word in words if word in vocabulary]
