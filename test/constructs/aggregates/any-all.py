def has_negative(numbers: list[int]) -> bool:
    return any(number < 0 for number in numbers)


def all_short(words: list[str]) -> bool:
    return all(len(word) < 10 for word in words)
