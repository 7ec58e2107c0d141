from collections.abc import Iterator
from itertools import islice


def naturals(start: int = 0) -> Iterator[int]:
    n = start
    while True:
        yield n
        n += 1


def primes() -> Iterator[int]:
    found: list[int] = []
    for n in naturals(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


def take(count: int, values: Iterator[int]) -> list[int]:
    return list(islice(values, count))


def parse_lines(lines: list[str]) -> Iterator[int]:
    for line in lines:
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        yield int(line)


def main() -> None:
    print(take(10, primes()))
    counter = naturals(5)
    first = next(counter)
    second = next(counter)
    print(first, second)
    for value in counter:
        if value > 9:
            break
        print(value)
    try:
        for value in parse_lines(["1", "# note", "2", "x", "3"]):
            print("got", value)
    except ValueError as error:
        print("error:", error)
    total = sum(parse_lines(["10", "20"]))
    print(total)
    empty = iter([])
    print(next(empty, None))
    it = iter([1, 2, 3])
    print(next(it), list(it), next(it, -1))


if __name__ == "__main__":
    main()
