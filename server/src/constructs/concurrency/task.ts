import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { jobOf, reportSharing, thunk } from "../../lowering/go/concurrency.ts";
import * as go from "../../lowering/go/syntax.ts";
import { startedTask } from "../../lowering/go/tasks.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "task",
  title: "asyncio.create_task / a goroutine with a result",
  summary:
    "`create_task` starts a goroutine and gives a function that waits for its result, which stands for the task.",
  explanation:
    "A goroutine has no handle and no result: what it finds out it must store or send. A task is both, and may be awaited any number of times. So the " +
    "translation keeps a function that waits until the goroutine has ended. A task starts at the next `await` of whoever made it, a goroutine at once. The " +
    "exception of a task is kept until it is awaited; Go programs use an `errgroup.Group` for that. Tasks are cancelled from outside by an exception, " +
    "`CancelledError`; goroutines end only when they look at a `context.Context` themselves.",
  references: [
    { title: "Python: Creating tasks", url: "https://docs.python.org/3/library/asyncio-task.html#creating-tasks" },
    { title: "Go: Go statements", url: "https://go.dev/ref/spec#Go_statements" },
    { title: "Go: package context", url: "https://pkg.go.dev/context" },
  ],
  lower: {
    go: { StartTask: toGo },
    python: {
      StartTask: (node, context) =>
        py.call(py.attribute(context.module("asyncio"), "create_task"), [context.expression(node.operand)]),
    },
  },
  caveats: [
    {
      code: "task-error",
      severity: "mark",
      message: "A coroutine that can fail is started as a task; nothing in Go keeps its error until it is asked for.",
    },
  ],
  snippets: [
    {
      language: "python",
      prefix: "errgroup",
      terms: ["errgroup.Group", "g.Go", "WaitGroup with errors"],
      description: "Run several coroutines; the first failure cancels the others",
      body: [
        "async with asyncio.TaskGroup() as group:",
        "    for ${1:item} in ${2:items}:",
        "        group.create_task(${3:work}(${1:item}))",
      ],
    },
  ],
  examples: [
    {
      title: "A task that is awaited later",
      python: `import asyncio


async def measure(number: int) -> int:
    await asyncio.sleep(0.001)
    return number + 1


async def main() -> None:
    task = asyncio.create_task(measure(1))
    other = await measure(10)
    print(other, await task)


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"time"
)

func measure(number int) int {
	time.Sleep(time.Millisecond)
	return number + 1
}

func main() {
	result := make(chan int, 1)
	go func() {
		result <- measure(1)
	}()
	other := measure(10)
	fmt.Println(other, <-result)
}
`,
    },
  ],
});

function toGo(node: ir.StartTask, context: GoLowerContext): goTree.Expr {
  if (context.facts.tasks.needLoop) return startedTask(node.operand, context);
  reportSharing([node.operand], node, context);
  const job = jobOf(node.operand, context);
  if (job.fails)
    throw new Untranslatable(
      "task-error",
      "This coroutine can fail, and a goroutine has nobody to give its error to; start it with an `errgroup.Group`, whose `Wait` returns the error.",
    );
  if (job.result.kind === "none") return go.call(context.helper("startRoutine"), thunk([go.statement(job.call)]));
  return go.call(context.helper("startTask"), thunk([go.returnStatement(job.call)], context.type(job.result)));
}
