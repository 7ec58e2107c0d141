import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "with_deadline",
  language: "python",
  source: `def with_deadline(parent: Context, deadline: datetime.datetime) -> tuple[Context, Callable[[], None]]:
    """Make a context that ends at this time, at the latest, and the function that ends it before."""
    context = Context(parent)
    if context.deadline is None or deadline < context.deadline:
        context.deadline = deadline
        seconds = (deadline - datetime.datetime.now().astimezone()).total_seconds()
        if seconds <= 0:
            context.stop(deadline_exceeded)
        else:
            with contextlib.suppress(RuntimeError):  # Without an event loop nobody waits for it.
                loop = asyncio.get_running_loop()
                loop.call_later(seconds, context.stop, deadline_exceeded)
    return context, context.cancel
`,
  uses: ["Context"],
  imports: ["import asyncio", "import contextlib", "import datetime", "from collections.abc import Callable"],
});
