from __future__ import annotations
import asyncio
import datetime
import random
from collections import deque
from typing import Any, Generic, TypeVar

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


def after(seconds: float) -> Channel[datetime.datetime]:
    """Give a channel that gets the time when so many seconds have passed."""
    channel: Channel[datetime.datetime] = Channel(1)
    loop = asyncio.get_running_loop()
    loop.call_later(
        seconds, lambda: channel.try_send(datetime.datetime.now().astimezone())
    )
    return channel


async def select(
    *cases: tuple[Any, ...], default: bool = False
) -> tuple[int, Any, bool]:
    """Wait for one of the cases: (channel,) receives, (channel, value) sends. Where several can go on, chance decides."""
    for case in random.sample(range(len(cases)), len(cases)):
        channel, *values = cases[case]
        if channel is None:
            continue
        if values:
            if channel.try_send(values[0]):
                return case, None, True
        elif (found := channel.try_receive()) is not None:
            return case, *found
    if default:
        await asyncio.sleep(0)
        return -1, None, False
    waiter = asyncio.get_running_loop().create_future()
    for case, (channel, *values) in enumerate(cases):
        if channel is not None:
            (channel.senders if values else channel.receivers).append(
                (waiter, case, *values)
            )
    return await waiter


async def receive(
    messages: Channel[str], limit: datetime.timedelta
) -> tuple[str, bool]:
    chosen, received, _ = await select((messages,), (after(limit.total_seconds()),))
    if chosen == 0:
        message = received
        return message, True
    else:
        return "", False


async def main() -> None:
    messages = Channel(1, zero="")
    await messages.send("hi")
    results = await receive(messages, datetime.timedelta(seconds=1))
    print(results[0], str(results[1]).lower())
    results2 = await receive(messages, datetime.timedelta(milliseconds=1))
    print(results2[0], str(results2[1]).lower())


if __name__ == "__main__":
    asyncio.run(main())
