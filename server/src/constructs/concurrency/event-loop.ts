import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type * as ir from "../../ir/node.ts";
import { concurrentOperation } from "../../lowering/concurrent-operations.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { operationToGo } from "../../lowering/go/concurrent-operations.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "event-loop",
  title: "asyncio's queues, locks, groups and time limits / an event loop in Go",
  summary:
    "Where a program shows in which order its tasks run, its goroutines run one at a time, in the order in which asyncio runs tasks.",
  explanation:
    "Tasks of asyncio change over only where they `await`, and in a fixed order: what stands between two `await`s needs no lock, and prints of several tasks " +
    "come in the same order each time. Goroutines run at the same time and in any order. Coroutines that only give results become plain goroutines; where they " +
    "print, change what others see, or use queues, locks and cancellation of asyncio, the translation brings along a small event loop: each task is a goroutine " +
    "that runs when the loop hands over to it. It behaves as the source does, has no data races, and is a start: with channels, `sync.Mutex` and " +
    "`context.Context` in place of its queues, locks and cancellation, the tasks will use all cores. `CancelledError` is an error that each wait may give; it " +
    "travels up the calls as an exception would, as `ctx.Err()` does in Go programs.",
  references: [
    { title: "Python: Coroutines and tasks", url: "https://docs.python.org/3/library/asyncio-task.html" },
    { title: "Python: Synchronization primitives", url: "https://docs.python.org/3/library/asyncio-sync.html" },
    { title: "Python: Queues", url: "https://docs.python.org/3/library/asyncio-queue.html" },
    { title: "Go: package context", url: "https://pkg.go.dev/context" },
    { title: "Go: package errgroup", url: "https://pkg.go.dev/golang.org/x/sync/errgroup" },
  ],
  lower: { go: { ConcurrentCall: operationToGo }, python: { ConcurrentCall: toPython } },
  examples: [
    {
      title: "Producer and consumer",
      python: `import asyncio


async def produce(queue: asyncio.Queue[int | None]) -> None:
    for number in range(3):
        await queue.put(number)
    await queue.put(None)


async def consume(queue: asyncio.Queue[int | None]) -> int:
    total = 0
    while True:
        number = await queue.get()
        if number is None:
            return total
        total += number


async def main() -> None:
    queue: asyncio.Queue[int | None] = asyncio.Queue(maxsize=1)
    _, total = await asyncio.gather(produce(queue), consume(queue))
    print(total)


asyncio.run(main())
`,
      go: `package main

import "fmt"

func main() {
	queue := make(chan int, 1)
	go func() {
		defer close(queue)
		for number := range 3 {
			queue <- number
		}
	}()
	total := 0
	for number := range queue {
		total += number
	}
	fmt.Println(total)
}
`,
      from: ["python"],
    },
  ],
});

const byName: ReadonlySet<string> = new Set(["timeout", "return_when"]);

/** Whether it is a thread or a timer, which have the function and its arguments by name. */
function isThread(parameter: string | undefined): boolean {
  return parameter === "target" || parameter === "function";
}

/** The function and the arguments of a call that somebody else makes: `target=f, args=(a, b)` of a thread, `f, a, b` of all others. */
function handOver(
  call: pyTree.Expression,
  parameter: string,
  args: pyTree.Expression[],
  keywords: pyTree.Keyword[],
): void {
  const isPlain = call.kind === "Call" && (!isThread(parameter) || call.keywords.length === 0);
  if (!isPlain)
    throw new Untranslatable(
      "handed-function",
      "What is called here is no plain call of a function; write a function for it.",
    );
  if (!isThread(parameter)) {
    args.push(call.func, ...call.args);
    keywords.push(...call.keywords);
    return;
  }
  keywords.push(py.keyword(parameter, call.func));
  if (call.args.length > 0) keywords.push(py.keyword("args", py.tuple(call.args)));
}

function toPython(node: ir.ConcurrentCall, context: PythonLowerContext): pyTree.Expression {
  const operation = concurrentOperation(node.operation)!;
  const operands = context.expressions(node.operands);
  const isMethod = /\.[A-Z]\w*\./.test(node.operation);
  const args: pyTree.Expression[] = [];
  const keywords: pyTree.Keyword[] = [];
  operation.parameters.forEach((parameter, position) => {
    const at = node.given[position] ?? -1;
    const value = operands[at];
    if (value === undefined) return;
    const whole = node.operands[at]!;
    if (parameter === operation.calls) handOver(value, parameter, args, keywords);
    else if (parameter === "args" && whole.kind === "ListLiteral") args.push(py.starred(value));
    else if (byName.has(parameter) || isThread(operation.calls)) keywords.push(py.keyword(parameter, value));
    else args.push(value);
  });
  const last = node.operation.slice(node.operation.lastIndexOf(".") + 1);
  const module = node.operation.slice(0, isMethod ? node.operation.indexOf(".") : node.operation.lastIndexOf("."));
  const call = isMethod
    ? py.call(py.attribute(operands[0]!, last), args, keywords)
    : py.call(py.attribute(context.module(module), last), args, keywords);
  // The function that it calls is taken apart for Go, into what it does with one item.
  if (isMethod && last === "map")
    throw new Untranslatable("executor-map", "The `map` of an executor is not written back as Python.");
  const isAwaited = operation.waits === true && module === "asyncio" && node.type.kind !== "awaitable";
  return isAwaited ? py.awaitExpression(call) : call;
}
