"""Context managers: classes that look at the exception, generator functions, several at once."""

from contextlib import contextmanager, suppress
from typing import Iterator, Optional


class Store:
    def __init__(self) -> None:
        self.version = 0
        self.items: list[str] = []

    def begin(self, quiet: bool = False) -> "Transaction":
        return Transaction(self, quiet)


class Transaction:
    def __init__(self, store: Store, quiet: bool) -> None:
        self.store = store
        self.quiet = quiet
        self.pending: list[str] = []

    def put(self, item: str) -> None:
        if not item:
            raise ValueError("empty item")
        self.pending.append(item)

    def __enter__(self) -> "Transaction":
        print("begin")
        return self

    def __exit__(self, kind: object, value: object, trace: object) -> bool:
        if kind is None:
            self.store.items.extend(self.pending)
            self.store.version += 1
            print(f"commit v{self.store.version}")
            return False
        print(f"rollback on {kind.__name__}: {value}")
        return self.quiet


class Timer:
    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> "Timer":
        print("start", self.name)
        return self

    def __exit__(self, *args: object) -> None:
        print("stop", self.name)


@contextmanager
def section(name: str) -> Iterator[int]:
    print("enter", name)
    try:
        yield len(name)
    except ValueError as exc:
        print("failed", name, exc)
        raise
    finally:
        print("leave", name)


@contextmanager
def quiet():
    try:
        yield
    except KeyError as exc:
        print("ignored", exc)


def find(names: list[str], wanted: str) -> int:
    for i, name in enumerate(names):
        with section(name) as size:
            if name == wanted:
                return i * 100 + size
            if size > 3:
                continue
            print("short", name)
    return -1


def load(table: dict[str, int], key: str) -> int:
    with quiet():
        return table[key]
    return 0


def main() -> None:
    store = Store()
    with store.begin() as tx:
        tx.put("a")
        tx.put("b")
    with store.begin(quiet=True) as tx:
        tx.put("c")
        tx.put("")
        print("not reached")
    try:
        with store.begin() as tx:
            tx.put("d")
            tx.put("")
    except ValueError as e:
        print("caught", e)
    print(store.items, store.version)
    with Timer("outer"), Timer("inner"):
        print("body")
    print(find(["ab", "long one", "abc"], "abc"))
    print(load({"x": 4}, "x"), load({"x": 4}, "y"))
    with suppress(ValueError):
        with section("parse") as n:
            print(int("12") + n)
            int("zz")
    with suppress(ValueError), Timer("t"):
        int("q")
    print("done")


if __name__ == "__main__":
    main()
