import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "after_done",
  language: "python",
  source: `def after_done(context: Context, function: Callable[[], Any]) -> Callable[[], bool]:
    """Call a function when the context ends; what is given says so no more, and whether that was in time."""
    is_pending = True

    def stop() -> bool:
        nonlocal is_pending
        was_pending, is_pending = is_pending, False
        return was_pending

    async def run() -> None:
        await context.done.receive()
        if stop():
            start_function(function)

    start(run())
    return stop
`,
  uses: ["Context", "start", "start_function"],
  imports: ["from collections.abc import Callable", "from typing import Any"],
});
