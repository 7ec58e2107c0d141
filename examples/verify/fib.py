"""Counts up to fib(40) the slow way: what function calls cost.

Run "Interlinear: Verify Translation" here to see both languages do it on this machine.
"""


def fib(n: int) -> int:
    """Give the n-th Fibonacci number.

    >>> fib(10)
    55
    >>> [fib(n) for n in range(8)]
    [0, 1, 1, 2, 3, 5, 8, 13]
    """
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main() -> None:
    print(f"fib(40) = {fib(40)}")


if __name__ == "__main__":
    main()
