import { walk } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "worker-pool",
  title: "Worker pool",
  summary: "A fixed number of workers take jobs from one channel; in Python they take them from a queue.",
  explanation:
    "A pool bounds how much happens at once: so many goroutines range over a channel of jobs, and end when it is closed. asyncio does the same with tasks that take from an `asyncio.Queue`; since all " +
    "run on one thread they help where jobs wait, not where they compute, for which Python has `concurrent.futures` and processes. A goroutine costs a few kilobytes, a task an object and a frame.",
  references: [
    { title: "Go by Example: Worker Pools", url: "https://gobyexample.com/worker-pools" },
    { title: "Go blog: Pipelines and cancellation", url: "https://go.dev/blog/pipelines" },
    { title: "Python: asyncio queues", url: "https://docs.python.org/3/library/asyncio-queue.html" },
  ],
  recognises: { ForEach: pool, Loop: pool },
  snippets: [
    {
      language: "go",
      prefix: "workerpool",
      terms: ["asyncio.Queue workers", "ThreadPoolExecutor", "worker pool"],
      description: "Workers that take jobs from a channel",
      body: [
        "jobs := make(chan ${1:Job})",
        "var wg sync.WaitGroup",
        "for range ${2:workers} {",
        "\twg.Go(func() {",
        "\t\tfor job := range jobs {",
        "\t\t\t${3:work}(job)",
        "\t\t}",
        "\t})",
        "}",
        "for _, job := range ${4:all} {",
        "\tjobs <- job",
        "}",
        "close(jobs)",
        "wg.Wait()",
      ],
    },
    {
      language: "python",
      prefix: "workerpool",
      terms: ["worker pool", "goroutines and a channel", "sync.WaitGroup"],
      description: "Workers that take jobs from a queue",
      body: [
        "queue: asyncio.Queue[${1:Job}] = asyncio.Queue()",
        "",
        "",
        "async def worker() -> None:",
        "    while True:",
        "        job = await queue.get()",
        "        try:",
        "            await ${2:work}(job)",
        "        finally:",
        "            queue.task_done()",
      ],
    },
    {
      language: "python",
      prefix: "threadpool",
      terms: ["worker pool", "bounded goroutines", "errgroup.SetLimit"],
      description: "Run a function over all items on a few threads",
      body: [
        "with ThreadPoolExecutor(max_workers=${1:4}) as pool:",
        "    results = list(pool.map(${2:work}, ${3:items}))",
      ],
    },
  ],
  examples: [
    {
      title: "Three workers",
      python: `import asyncio


async def main() -> None:
    jobs: asyncio.Queue[int] = asyncio.Queue()
    for n in range(1, 6):
        jobs.put_nowait(n)
    squares: list[int] = []

    async def worker() -> None:
        while not jobs.empty():
            n = await jobs.get()
            squares.append(n * n)

    await asyncio.gather(*(worker() for _ in range(3)))
    print(sum(squares))


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	results := make(chan int, 5)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range jobs {
				results <- n * n
			}
		}()
	}
	for n := 1; n <= 5; n++ {
		jobs <- n
	}
	close(jobs)
	wg.Wait()
	close(results)
	total := 0
	for square := range results {
		total += square
	}
	fmt.Println(total)
}
`,
      from: ["go"],
    },
  ],
});

/** A loop that starts goroutines, each of which goes through a channel. */
function pool(node: ir.ForEach | ir.Loop): IdiomMatch<ir.Statement> | undefined {
  return node.body.some(startsWorker) ? {} : undefined;
}

function startsWorker(statement: ir.Statement): boolean {
  if (statement.kind !== "Spawn") return false;
  let takes = false;
  walk(statement.call, (node) => void (takes ||= node.kind === "ForEach" && node.iterable.type.kind === "channel"));
  return takes;
}
