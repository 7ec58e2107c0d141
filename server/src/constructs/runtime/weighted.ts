import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Weighted",
  language: "python",
  source: `class Weighted:
    """A number of places, of which each may take several."""

    def __init__(self, free: int) -> None:
        self.free = free
        self.waiters: list[Channel[None]] = []

    async def acquire(self, context: Context, count: int) -> Exception | None:
        while self.free < count:
            waiter: Channel[None] = Channel()
            self.waiters.append(waiter)
            await select((waiter,), (context.done,))
            if context.err() is not None:
                return context.err()
        self.free -= count
        return None

    def try_acquire(self, count: int) -> bool:
        if self.free < count:
            return False
        self.free -= count
        return True

    def release(self, count: int) -> None:
        self.free += count
        waiters, self.waiters = self.waiters, []
        for waiter in waiters:
            waiter.close()
`,
  uses: ["Channel", "Context", "select"],
});
