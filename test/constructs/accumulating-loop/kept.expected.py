def distinct(words: list[str]) -> list[str]:
    """The list is read while it grows."""
    found: list[str] = []
    for word in words:
        if not contains(found, word):
            found.append(word)
    return found


def contains(words: list[str], wanted: str) -> bool:
    return wanted in words


def lengths(words: list[str]) -> list[int]:
    """A comment in the loop has no place in a comprehension."""
    all_: list[int] = []
    for word in words:
        # Empty words count too.
        all_.append(len(word))
    return all_


def split(numbers: list[int]) -> tuple[list[int], list[int]]:
    """Two lists grow at once."""
    even: list[int] = []
    odd: list[int] = []
    for n in numbers:
        if n % 2 == 0:
            even.append(n)
        else:
            odd.append(n)
    return even, odd


def doubled(numbers: list[int]) -> list[int]:
    result = [2 * n for n in numbers]
    result.append(0)
    return result
