import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "WaitGroup",
  language: "python",
  source: `class WaitGroup:
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
`,
  uses: ["start"],
  imports: ["import asyncio", "from collections.abc import Callable, Coroutine", "from typing import Any"],
});
