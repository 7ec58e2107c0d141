"""Threads, queues, locks, events and executors."""

import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


class Totals:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.total = 0

    def add(self, amount: int) -> None:
        with self.lock:
            self.total += amount

    def run(self, times: int) -> None:
        for _ in range(times):
            self.add(1)


def work(jobs: "queue.Queue[int | None]", totals: Totals) -> None:
    while True:
        job = jobs.get()
        try:
            if job is None:
                return
            totals.add(job)
        finally:
            jobs.task_done()


def check(number: int) -> int:
    if number < 0:
        raise ValueError(f"negative {number}")
    return number * number


def slow(name: str, delay: float) -> str:
    time.sleep(delay)
    return name


def main() -> None:
    totals = Totals()
    jobs: "queue.Queue[int | None]" = queue.Queue(maxsize=3)
    threads = [threading.Thread(target=work, args=(jobs, totals), name=f"w{n}") for n in range(2)]
    for thread in threads:
        thread.start()
    for number in range(5):
        jobs.put(number)
    for _ in threads:
        jobs.put(None)
    jobs.join()
    for thread in threads:
        thread.join()
    print(totals.total, [thread.name for thread in threads], sum(t.is_alive() for t in threads))
    others = [threading.Thread(target=totals.run, args=(100,)) for _ in range(4)]
    for t in others:
        t.start()
    for t in others:
        t.join()
    print(totals.total)
    with ThreadPoolExecutor(max_workers=2) as pool:
        print(list(pool.map(check, [1, 2, 3])))
        futures = [pool.submit(check, n) for n in (2, -1, 3)]
        for future in futures:
            try:
                print(future.result())
            except ValueError as error:
                print("failed:", error)
    with ThreadPoolExecutor(max_workers=3) as pool:
        named = {pool.submit(slow, name, delay): name for name, delay in [("a", 0.06), ("b", 0.02), ("c", 0.04)]}
        print(sorted(f"{named[f]} {f.result()} {f.exception() is None}" for f in as_completed(named)))
    ready = threading.Event()
    seen: list[str] = []
    guard = threading.Lock()

    def waiter(name: str) -> None:
        ready.wait()
        with guard:
            seen.append(name)

    ts = [threading.Thread(target=waiter, args=(n,)) for n in ("x", "y")]
    for t in ts:
        t.start()
    print(ready.is_set(), seen)
    ready.set()
    for t in ts:
        t.join()
    print(sorted(seen))
    try:
        jobs.get_nowait()
    except queue.Empty:
        print("empty")
    try:
        jobs.get(timeout=0.01)
    except queue.Empty:
        print("still empty")
    limit = threading.Semaphore(2)
    with limit:
        print("in")
    stack: list[int] = []
    cond = threading.Condition()

    def consumer() -> None:
        with cond:
            while not stack:
                cond.wait()
            print("popped", stack.pop())

    c = threading.Thread(target=consumer)
    c.start()
    with cond:
        stack.append(7)
        cond.notify()
    c.join()


if __name__ == "__main__":
    main()
