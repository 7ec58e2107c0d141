"""An empty list is not None."""

from collections.abc import Iterator


def numbers(limit: int) -> Iterator[int]:
    yield from range(limit)


def main() -> None:
    for limit in (0, 2):
        found = None
        if limit < 5:
            found = list(numbers(limit))
        if found is not None:
            print(len(found), found)


main()
