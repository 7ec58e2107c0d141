"""Calls that fail now and then are tried again, with longer and longer pauses."""

from collections.abc import Callable, Iterator


class RemoteError(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status

    @property
    def is_temporary(self) -> bool:
        return self.status >= 500 or self.status == 429


class GaveUp(Exception):
    pass


def pauses(first: float, factor: float, longest: float) -> Iterator[float]:
    pause = first
    while True:
        yield min(pause, longest)
        pause *= factor


def retry(call: Callable[[int], str], attempts: int, sleep: Callable[[float], None]) -> str:
    """The result of the first call that succeeds."""
    for attempt, pause in enumerate(pauses(0.5, 2.0, 3.0), start=1):
        try:
            return call(attempt)
        except RemoteError as error:
            if not error.is_temporary:
                raise
            if attempt == attempts:
                raise GaveUp(f"gave up after {attempts} attempts: {error}") from error
            sleep(pause)
    raise AssertionError("unreachable")


def flaky(attempt: int) -> str:
    if attempt < 4:
        raise RemoteError(503)
    return "at last"


def forbidden(attempt: int) -> str:
    raise RemoteError(403)


def overloaded(attempt: int) -> str:
    raise RemoteError(429)


def main() -> None:
    slept: list[float] = []
    for call in (flaky, forbidden, overloaded):
        slept.clear()
        try:
            print(retry(call, 5, slept.append))
        except RemoteError as error:
            print("refused with", error.status)
        except GaveUp as error:
            print(error)
        print("  pauses:", slept)


if __name__ == "__main__":
    main()
