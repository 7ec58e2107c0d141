import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Condition",
  language: "python",
  source: `class Condition:
    """Lets tasks wait for a change, and gives the lock back meanwhile."""

    def __init__(self, lock: asyncio.Lock) -> None:
        self.lock = lock
        self.waiters: deque[asyncio.Future[None]] = deque()

    async def wait(self) -> None:
        waiter = asyncio.get_running_loop().create_future()
        self.waiters.append(waiter)
        self.lock.release()
        await waiter
        await self.lock.acquire()

    def notify(self, count: int = 1) -> None:
        for _ in range(min(count, len(self.waiters))):
            self.waiters.popleft().set_result(None)

    def notify_all(self) -> None:
        self.notify(len(self.waiters))
`,
  imports: ["import asyncio", "from collections import deque"],
});
