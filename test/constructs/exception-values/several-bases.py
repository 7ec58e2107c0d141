"""Multiple bases, notes, re-raise, else/finally, nested functions."""


class ServiceError(Exception):
    retryable = False


class TransientError(ServiceError):
    retryable = True


class NotFoundError(ServiceError, KeyError):
    def __init__(self, key):
        super().__init__(key)
        self.key = key

    def __str__(self):
        return f"{self.key} is missing"


class Unavailable(TransientError, ConnectionError):
    pass


def attempt(n):
    if n == 0:
        raise Unavailable("down")
    if n == 1:
        raise NotFoundError("k1")
    if n == 2:
        raise ServiceError("generic")
    return n * 10


def call(n, retries=2):
    last: Exception | None = None
    for i in range(retries):
        try:
            return attempt(n)
        except ServiceError as exc:
            last = exc
            if not exc.retryable:
                break
            print("retry", i + 1, exc)
    raise RuntimeError(f"gave up after {n}") from last


for n in range(4):
    try:
        result = call(n)
    except RuntimeError as exc:
        cause = exc.__cause__
        print(exc, "<-", type(cause).__name__, cause, isinstance(cause, KeyError), isinstance(cause, ConnectionError))
    else:
        print("ok", result)
    finally:
        print("done", n)
