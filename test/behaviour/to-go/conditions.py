"""The truth of operands that have different types."""


def state(words: list[str], current: str, left: int) -> str:
    if current and len(words) > 2:
        return "long"
    while words and left > 0:
        words = words[1:]
        left -= 1
    if not (words and left):
        return "used up" if left or current else "empty"
    return "rest"


def wrap(text: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in text.split():
        if current and len(current) + 1 + len(word) > width:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    return lines + [current] if current else lines


print(state(["a", "b", "c"], "x", 1), state(["a"], "", 0), state(["a"], "y", 3), state(["a", "b"], "", 1))
print(wrap("the quick brown fox jumps over the lazy dog", 12), wrap("", 5))
