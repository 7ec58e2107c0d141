import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "ReadWriteLock",
  language: "python",
  source: `class ReadWriteLock:
    """A lock that one may hold to write, or many to read."""

    def __init__(self) -> None:
        self.readers = 0
        self.writers = 0
        self.is_writing = False
        self.waiters: list[asyncio.Future[None]] = []

    async def wait(self) -> None:
        waiter = asyncio.get_running_loop().create_future()
        self.waiters.append(waiter)
        await waiter

    def wake(self) -> None:
        waiters, self.waiters = self.waiters, []
        for waiter in waiters:
            waiter.set_result(None)

    async def acquire(self) -> None:
        self.writers += 1
        while self.is_writing or self.readers > 0:
            await self.wait()
        self.writers -= 1
        self.is_writing = True

    def release(self) -> None:
        self.is_writing = False
        self.wake()

    async def acquire_read(self) -> None:
        while self.is_writing or self.writers > 0:
            await self.wait()
        self.readers += 1

    def release_read(self) -> None:
        self.readers -= 1
        self.wake()

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(self, *_: object) -> None:
        self.release()

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[None]:
        await self.acquire_read()
        try:
            yield
        finally:
            self.release_read()
`,
  imports: ["import asyncio", "import contextlib", "from collections.abc import AsyncIterator"],
});
