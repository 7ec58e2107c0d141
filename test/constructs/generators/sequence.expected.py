from collections.abc import Iterator


def evens(limit: int) -> Iterator[int]:
    """Gives the even numbers below the limit."""
    for n in range(0, limit, 2):
        yield n


def main() -> None:
    for n in evens(10):
        if n > 5:
            break
        print(n)


if __name__ == "__main__":
    main()
