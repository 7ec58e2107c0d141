from __future__ import annotations
import asyncio
import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar


async def squares(numbers: list[int], workers: int) -> int:
    """Computes the squares of the numbers with a fixed number of workers."""
    jobs = Channel()
    results = Channel()

    wg = WaitGroup()
    for i in range(workers):
        wg.add(1)

        async def function() -> None:
            try:
                async for n in jobs:
                    await results.send(n * n)
            finally:
                wg.done()

        start(function())

    async def function2() -> None:
        for n in numbers:
            await jobs.send(n)
        jobs.close()
        await wg.wait()
        results.close()

    start(function2())

    total = 0
    async for r in results:
        total += r
    return total


async def main() -> None:
    print(await squares([1, 2, 3], 2))


ChannelItem = TypeVar("ChannelItem")


class Channel(Generic[ChannelItem]):
    """A channel as Go has it: sending waits for room, or for a receiver where there is no capacity."""

    def __init__(self, capacity: int = 0, zero: Any = None) -> None:
        self.capacity = capacity
        self.zero = zero
        self.closed = False
        self.items: deque[Any] = deque()
        self.senders: deque[tuple[asyncio.Future[Any], int, Any]] = deque()
        self.receivers: deque[tuple[asyncio.Future[Any], int]] = deque()

    def __len__(self) -> int:
        return len(self.items)

    def try_send(self, value: ChannelItem) -> bool:
        if self.closed:
            raise RuntimeError("send on closed channel")
        while self.receivers:
            waiter, case = self.receivers.popleft()
            if not waiter.done():
                waiter.set_result((case, value, True))
                return True
        if len(self.items) < self.capacity:
            self.items.append(value)
            return True
        return False

    def try_receive(self) -> tuple[Any, bool] | None:
        while self.senders and len(self.items) <= self.capacity:
            waiter, case, value = self.senders.popleft()
            if not waiter.done():
                waiter.set_result((case, None, True))
                self.items.append(value)
        if self.items:
            return self.items.popleft(), True
        return (self.zero, False) if self.closed else None

    async def send(self, value: ChannelItem) -> None:
        if not self.try_send(value):
            waiter = asyncio.get_running_loop().create_future()
            self.senders.append((waiter, 0, value))
            await waiter

    async def receive(self) -> ChannelItem:
        return (await self.receive_ok())[0]

    async def receive_ok(self) -> tuple[ChannelItem, bool]:
        found = self.try_receive()
        if found is None:
            waiter = asyncio.get_running_loop().create_future()
            self.receivers.append((waiter, 0))
            _, *found = await waiter
        value, is_open = found
        return value, is_open

    def close(self) -> None:
        if self.closed:
            raise RuntimeError("close of closed channel")
        self.closed = True
        for waiter, case in self.receivers:
            if not waiter.done():
                waiter.set_result((case, self.zero, False))
        for waiter, _, _ in self.senders:
            if not waiter.done():
                waiter.set_exception(RuntimeError("send on closed channel"))

    def __aiter__(self) -> Channel[ChannelItem]:
        return self

    async def __anext__(self) -> ChannelItem:
        value, is_open = await self.receive_ok()
        if not is_open:
            raise StopAsyncIteration
        return value


class WaitGroup:
    """Counts what is running; wait() goes on when the count is zero."""

    def __init__(self) -> None:
        self.count = 0
        self.waiters: list[asyncio.Future[None]] = []

    def add(self, delta: int) -> None:
        self.count += delta
        if self.count < 0:
            raise RuntimeError("sync: negative WaitGroup counter")
        if self.count == 0:
            for waiter in self.waiters:
                if not waiter.done():
                    waiter.set_result(None)
            self.waiters.clear()

    def done(self) -> None:
        self.add(-1)

    def go(self, function: Callable[[], Coroutine[Any, Any, Any]]) -> None:
        async def run() -> None:
            await function()
            self.done()

        self.add(1)
        start(run())

    async def wait(self) -> None:
        if self.count > 0:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            await waiter


running_tasks: set[asyncio.Task[Any]] = set()


def start(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Run a coroutine on its own. What it raises ends the program, as a panic does."""

    def ended(task: asyncio.Task[Any]) -> None:
        running_tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            traceback.print_exception(error)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(2)

    task = asyncio.create_task(coroutine)
    running_tasks.add(task)
    task.add_done_callback(ended)


if __name__ == "__main__":
    asyncio.run(main())
