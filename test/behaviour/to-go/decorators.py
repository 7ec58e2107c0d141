import functools
import time
from typing import Any, Callable, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

calls: list[str] = []


def logged(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        calls.append(func.__name__)
        print(f"calling {func.__name__}")
        result = func(*args, **kwargs)
        print(f"{func.__name__} returned {result}")
        return result
    return wrapper


def repeat(times: int):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            result = None
            for _ in range(times):
                result = func(*args, **kwargs)
            return result
        return wrapper
    return decorator


def retry(attempts: int = 3):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            last_error = None
            for attempt in range(1, attempts + 1):
                try:
                    return func(*args, **kwargs)
                except ValueError as error:
                    last_error = error
                    print(f"attempt {attempt} failed: {error}")
            raise RuntimeError(f"gave up after {attempts} attempts") from last_error
        return wrapper
    return decorator


registry = {}


def register(name: str):
    def decorator(func):
        registry[name] = func
        return func
    return decorator


@logged
def add(a: int, b: int) -> int:
    return a + b


@repeat(3)
def greet(name: str) -> str:
    print(f"hello {name}")
    return name.upper()


state = {"count": 0}


@retry(attempts=3)
def flaky(limit: int) -> int:
    state["count"] += 1
    if state["count"] < limit:
        raise ValueError(f"too early: {state['count']}")
    return state["count"]


@register("double")
def double(x: int) -> int:
    return x * 2


@register("square")
def square(x: int) -> int:
    return x * x


@functools.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.cache
def binomial(n: int, k: int) -> int:
    if k == 0 or k == n:
        return 1
    return binomial(n - 1, k - 1) + binomial(n - 1, k)


@logged
@repeat(2)
def ping(host: str) -> str:
    print("ping", host)
    return "ok"


def main() -> None:
    print(add(2, 3))
    print(greet("ann"))
    print(flaky(3))
    for name in sorted(registry):
        print(name, registry[name](7))
    print(fib(50), binomial(20, 10))
    print(ping("local"))
    print(calls)
    state["count"] = -10
    try:
        flaky(3)
    except RuntimeError as error:
        print("error:", error)


if __name__ == "__main__":
    main()
