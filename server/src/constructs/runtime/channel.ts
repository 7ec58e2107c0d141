import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Channel",
  language: "python",
  source: `ChannelItem = TypeVar("ChannelItem")


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
`,
  imports: ["import asyncio", "from collections import deque", "from typing import Any, Generic, TypeVar"],
});
