from collections.abc import Callable


def counter(step: int) -> Callable[[], int]:
    count = 0

    def advance() -> int:
        nonlocal count
        count += step
        return count

    return advance
