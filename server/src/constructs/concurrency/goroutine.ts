import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "goroutine",
  title: "go f(x) / a task",
  summary: "`go f(x)` becomes a task of the event loop; functions that wait, or are started so, become `async def`.",
  explanation:
    "A goroutine is scheduled preemptively on any core; a task runs on one thread until it awaits, so goroutines that only compute give the same results but " +
    "run one after the other in Python (`asyncio.to_thread` or processes run in parallel). The event loop keeps only weak references to tasks, hence the " +
    "set that holds them. A panic in a goroutine ends the whole program; an exception in a task is kept until somebody awaits it, so the helper ends the " +
    "program as Go does. When `main` ends, Go stops all goroutines where they are; asyncio cancels the tasks, which get `CancelledError` at their `await`.",
  references: [
    { title: "Go: Go statements", url: "https://go.dev/ref/spec#Go_statements" },
    { title: "Effective Go: Goroutines", url: "https://go.dev/doc/effective_go#goroutines" },
    { title: "Python: Creating tasks", url: "https://docs.python.org/3/library/asyncio-task.html#creating-tasks" },
  ],
  go: {
    GoStmt: (node, context): ir.Spawn => ({ sort: "statement", kind: "Spawn", call: context.expression(node.call) }),
  },
  lower: {
    go: {
      Spawn: (node, context): goTree.Stmt => {
        const call = context.expression(node.call);
        if (call.kind !== "CallExpr") throw new Untranslatable("spawned-value", "What is started here is no call.");
        return { kind: "GoStmt", call, span: { start: 0, end: 0 } };
      },
    },
    python: { Spawn: (node, context) => py.expr(py.call(context.helper("start"), [context.expression(node.call)])) },
  },
  caveats: [
    {
      code: "async-function-value",
      severity: "mark",
      message: "A function that waits is handed on as a value, so that its calls are not known to be awaited.",
    },
    { code: "spawned-value", severity: "mark", message: "What `go` starts is no function of the program." },
  ],
  snippets: [
    {
      language: "go",
      prefix: "create_task",
      terms: ["asyncio.create_task", "threading.Thread", "start a task"],
      description: "Start a goroutine",
      body: ["go func() {", "\t$0", "}()"],
    },
    {
      language: "python",
      prefix: "go",
      terms: ["go func", "goroutine"],
      description: "Start a task and wait for it",
      body: ["async with asyncio.TaskGroup() as group:", "    group.create_task(${1:work}($2))", "$0"],
    },
  ],
  examples: [
    {
      title: "Workers that share a channel",
      python: `import asyncio


async def worker(jobs: asyncio.Queue[int], results: asyncio.Queue[int]) -> None:
    while True:
        job = await jobs.get()
        await results.put(job * job)
        jobs.task_done()


async def main() -> None:
    jobs: asyncio.Queue[int] = asyncio.Queue()
    results: asyncio.Queue[int] = asyncio.Queue()
    workers = [asyncio.create_task(worker(jobs, results)) for _ in range(2)]
    for number in range(1, 6):
        jobs.put_nowait(number)
    await jobs.join()
    for task in workers:
        task.cancel()
    total = 0
    while not results.empty():
        total += results.get_nowait()
    print(total)


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"sync"
)

func worker(jobs <-chan int, results chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		results <- job * job
	}
}

func main() {
	jobs := make(chan int, 5)
	results := make(chan int, 5)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go worker(jobs, results, &wg)
	}
	for number := 1; number <= 5; number++ {
		jobs <- number
	}
	close(jobs)
	wg.Wait()
	close(results)
	total := 0
	for result := range results {
		total += result
	}
	fmt.Println(total)
}
`,
      from: ["go"],
    },
  ],
});
