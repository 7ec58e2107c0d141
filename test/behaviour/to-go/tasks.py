"""Tasks of asyncio: queues, locks, events, time limits and cancellation, in the order in which asyncio runs them."""

import asyncio


class Gauge:
    def __init__(self) -> None:
        self.current = 0
        self.peak = 0

    async def __aenter__(self) -> "Gauge":
        self.current += 1
        self.peak = max(self.peak, self.current)
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.current -= 1


async def produce(name: str, queue: asyncio.Queue[str], count: int) -> None:
    for i in range(count):
        item = f"{name}{i}"
        print("put", item)
        await queue.put(item)
        await asyncio.sleep(0)


async def consume(name: str, queue: asyncio.Queue[str], seen: dict[str, str]) -> None:
    while True:
        item = await queue.get()
        print(name, "got", item)
        seen[item] = name
        queue.task_done()


async def worker(number: int, limit: asyncio.Semaphore, gauge: Gauge) -> int:
    async with limit, gauge:
        await asyncio.sleep(0.005)
        print("worked", number)
        return number * 2


async def main() -> None:
    limit = asyncio.Semaphore(2)
    gauge = Gauge()
    print(await asyncio.gather(*(worker(n, limit, gauge) for n in range(5))), gauge.peak)
    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=2)
    seen: dict[str, str] = {}
    consumers = [asyncio.create_task(consume(f"c{i}", queue, seen)) for i in range(2)]
    await asyncio.gather(produce("a", queue, 3), produce("b", queue, 2))
    await queue.join()
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(sorted(seen), [t.cancelled() for t in consumers])
    event = asyncio.Event()
    lock = asyncio.Lock()
    order: list[int] = []

    async def visitor(n: int) -> None:
        await event.wait()
        async with lock:
            order.append(n)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(visitor(n)) for n in range(3)]
    await asyncio.sleep(0)
    print("before", order)
    event.set()
    await asyncio.gather(*tasks)
    print("after", order, event.is_set())
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)
    except asyncio.TimeoutError:
        print("timed out")
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
            print("no")
    except TimeoutError:
        print("timed out too")


asyncio.run(main())
