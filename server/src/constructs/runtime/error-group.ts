import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "ErrorGroup",
  language: "python",
  source: `class ErrorGroup:
    """Runs functions side by side; wait() gives the first error of any of them."""

    def __init__(self, context: Context | None = None) -> None:
        self.context = context
        self.error: Exception | None = None
        self.running = WaitGroup()
        self.places: asyncio.Semaphore | None = None

    def set_limit(self, limit: int) -> None:
        self.places = asyncio.Semaphore(limit) if limit >= 0 else None

    def go(self, function: Callable[[], Awaitable[Exception | None]]) -> None:
        async def run() -> None:
            async with self.places or contextlib.nullcontext():
                error = await function()
            if error is not None and self.error is None:
                self.error = error
                if self.context is not None:
                    self.context.cancel(error)

        self.running.go(run)

    async def wait(self) -> Exception | None:
        await self.running.wait()
        if self.context is not None:
            self.context.cancel(self.error)
        return self.error
`,
  uses: ["WaitGroup", "Context"],
  imports: ["import asyncio", "import contextlib", "from collections.abc import Awaitable, Callable"],
});
