import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "AsyncOnce",
  language: "python",
  source: `class AsyncOnce:
    """Awaits a function the first time only; others wait until it is done."""

    def __init__(self) -> None:
        self.is_done = False
        self.lock = asyncio.Lock()

    async def do(self, function: Callable[[], Awaitable[Any]]) -> None:
        async with self.lock:
            if not self.is_done:
                self.is_done = True
                await function()
`,
  imports: ["import asyncio", "from collections.abc import Awaitable, Callable", "from typing import Any"],
});
