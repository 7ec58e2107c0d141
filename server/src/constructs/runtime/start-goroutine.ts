import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "start",
  language: "python",
  source: `running_tasks: set[asyncio.Task[Any]] = set()


def start(coroutine: Coroutine[Any, Any, Any]) -> None:
    """Run a coroutine on its own. What it raises ends the program, as a panic does."""

    def ended(task: asyncio.Task[Any]) -> None:
        running_tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            traceback.print_exception(error)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(2)

    task = asyncio.create_task(coroutine)
    running_tasks.add(task)
    task.add_done_callback(ended)
`,
  imports: [
    "import asyncio",
    "import os",
    "import sys",
    "import traceback",
    "from collections.abc import Coroutine",
    "from typing import Any",
  ],
});
