"""Functions that others call, classes with fields that do not count, flags, and quotients."""

import functools
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Flag, auto


class Access(Flag):
    READ = auto()
    WRITE = auto()


@dataclass
class Job:
    priority: int
    name: str = field(compare=False, default="")
    notes: list[str] = field(default_factory=list, repr=False, compare=False)


def record(lock: threading.Lock, seen: list[int], number: int) -> None:
    with lock:
        seen.append(number)


def double(number: int) -> int:
    return number * 2


def mean(total: int, count: int) -> float:
    return total / count


def merge(join):
    return functools.reduce(lambda total, part: join(total, part), [1, 2, 3])


def main() -> None:
    lock = threading.Lock()
    seen: list[int] = []
    workers = [threading.Thread(target=record, args=(lock, seen, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(sorted(seen))
    with ThreadPoolExecutor() as pool:
        print(pool.submit(double, 21).result())
    print(Job(1, "a") == Job(1, "b"), Job(2, "c"))
    both = Access.READ | Access.WRITE
    print(bool(both & Access.WRITE), bool(Access.READ & Access.WRITE))
    print(mean(7, 2), merge(lambda a, b: a * b))
    try:
        mean(1, 0)
    except ZeroDivisionError as error:
        print(error)


main()
