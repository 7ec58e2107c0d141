import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "start_function",
  language: "python",
  source: `def start_function(function: Callable[[], Any]) -> None:
    """Run a function, or a coroutine function, on its own."""

    async def run() -> None:
        result = function()
        if asyncio.iscoroutine(result):
            await result

    start(run())
`,
  uses: ["start"],
  imports: ["import asyncio", "from collections.abc import Callable", "from typing import Any"],
});
