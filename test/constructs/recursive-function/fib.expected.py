def count(s: str) -> tuple[int, int]:
    letters, digits = 0, 0
    for r in s:
        if "a" <= r <= "z":
            letters += 1
        elif "0" <= r <= "9":
            digits += ord(r) - ord("0")
    return letters, digits


def main() -> None:
    print(*count("ab12"))

    def fib(n: int) -> int:
        if n < 2:
            return n
        return fib(n - 1) + fib(n - 2)

    print(fib(10))


if __name__ == "__main__":
    main()
