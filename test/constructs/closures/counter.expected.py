from collections.abc import Callable


def counter() -> Callable[[], int]:
    count = 0

    def function() -> int:
        nonlocal count
        count += 1
        return count

    return function
