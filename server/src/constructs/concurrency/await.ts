import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { durationOf } from "../../lowering/go/concurrency.ts";
import * as go from "../../lowering/go/syntax.ts";
import { coroutine, waited } from "../../lowering/go/tasks.ts";
import { noneType } from "../../types/build.ts";
import { liftAsyncioCall, liftAwait } from "../../lowering/lift/python-async.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { inSeconds } from "../../lowering/python/durations.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "await",
  title: "async def, await / an ordinary function that blocks",
  summary: "`await f(x)` becomes `f(x)`: every Go function may wait, and only the goroutine that calls it stops.",
  explanation:
    "A Python coroutine runs on an event loop in one thread and gives way to others only at `await`, so a function that waits must be an `async def`, and so " +
    "must all that call it. Go's scheduler is preemptive and runs goroutines on as many threads as `GOMAXPROCS` says (all cores by default, where CPython's " +
    "GIL lets one thread run Python code at a time): a blocked goroutine costs a few kilobytes, so functions need no colour. An exception leaves the " +
    "`await`; in Go the call gives an `error`. What `task.cancel()` and `CancelledError` do, Go programs do by handing a `context.Context` down the calls.",
  references: [
    { title: "Python: Coroutines", url: "https://docs.python.org/3/library/asyncio-task.html#coroutines" },
    { title: "Python: Await expression", url: "https://docs.python.org/3/reference/expressions.html#await-expression" },
    { title: "Effective Go: Goroutines", url: "https://go.dev/doc/effective_go#goroutines" },
    { title: "Go: package context", url: "https://pkg.go.dev/context" },
  ],
  python: { Await: liftAwait },
  refines: { python: { Call: liftAsyncioCall } },
  lower: { go: { Await: awaitInGo, Sleep: sleepInGo }, python: { Await: awaitInPython, Sleep: sleepInPython } },
  caveats: [
    {
      code: "coroutine-value",
      severity: "mark",
      message:
        "A coroutine that is kept as a value before it is awaited has no counterpart in Go; a function literal is called later.",
    },
    {
      code: "await-outside",
      severity: "mark",
      message: "What waits for another goroutine stands where Python cannot await.",
    },
  ],
  snippets: [
    {
      language: "go",
      prefix: "asyncio.sleep",
      terms: ["asyncio.sleep", "await"],
      description: "Wait for some time",
      body: ["time.Sleep(${1:100} * time.Millisecond)"],
    },
    {
      language: "python",
      prefix: "time.Sleep",
      terms: ["time.Sleep", "goroutine"],
      description: "Wait for some time",
      body: ["await asyncio.sleep(${1:0.1})"],
    },
  ],
  examples: [
    {
      title: "A coroutine that waits",
      python: `import asyncio


async def fetch(number: int) -> int:
    await asyncio.sleep(0.001)
    return number * 2


async def main() -> None:
    total = 0
    for number in range(3):
        total += await fetch(number)
    print(total)


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"time"
)

func fetch(number int) int {
	time.Sleep(time.Millisecond)
	return number * 2
}

func main() {
	total := 0
	for number := range 3 {
		total += fetch(number)
	}
	fmt.Println(total)
}
`,
    },
  ],
});

const direct: ReadonlySet<ir.Kind> = new Set(["Call", "MethodCall", "Sleep", "Gather", "Receive", "Synchronize"]);

function awaitInGo(node: ir.Await, context: GoLowerContext): goTree.Expr {
  if (node.entry !== true || !context.facts.tasks.mayBeLeft) return awaitedInGo(node, context);
  const value = awaitedInGo(node, context);
  const kept = node.type.kind === "none" || go.isNothing(value) ? value : context.temporary("result", value);
  if (node.type.kind === "none" && !go.isNothing(value)) context.emit(go.statement(value));
  context.emit(go.statement(go.call(context.helper("asyncCancelRest"))));
  return node.type.kind === "none" ? go.nothing() : kept;
}

function awaitedInGo(node: ir.Await, context: GoLowerContext): goTree.Expr {
  const { operand } = node;
  if (direct.has(operand.kind)) return context.expression({ ...operand, type: node.type });
  if (operand.kind === "ConcurrentCall" && operand.type.kind === "awaitable" && operand.type.task !== true)
    return context.expression({ ...operand, type: node.type });
  if (context.facts.tasks.needLoop && operand.type.kind === "awaitable")
    return waited(go.call(coroutine(operand, context)), node, context);
  if (operand.type.kind !== "awaitable")
    throw new Untranslatable(
      "await",
      "Nothing says what is awaited here; Go programs call the function, or receive from a channel.",
    );
  if (operand.type.task !== true)
    throw new Untranslatable(
      "coroutine-value",
      "This awaits a coroutine that was made elsewhere; in Go, call the function here, or start a goroutine.",
    );
  const call = go.call(context.expression(operand));
  return call;
}

function sleepInGo(node: ir.Sleep, context: GoLowerContext): goTree.Expr {
  if (context.facts.tasks.needLoop && !node.blocks) {
    context.helper("asyncEventLoop");
    return waited(go.call("asyncSleep", durationOf(node.seconds, context)), { ...node, type: noneType }, context);
  }
  return go.libraryCall("time", "Sleep", durationOf(node.seconds, context));
}

function awaitInPython(node: ir.Await, context: PythonLowerContext): pyTree.Expression {
  const operand = context.expression(node.operand);
  if (node.entry === true) return py.call(py.attribute(context.module("asyncio"), "run"), [operand]);
  if (context.enclosing?.isAsync !== true)
    throw new Untranslatable(
      "await-outside",
      "This waits for another goroutine where Python cannot await: outside of every `async def`.",
    );
  return py.awaitExpression(operand);
}

function sleepInPython(node: ir.Sleep, context: PythonLowerContext): pyTree.Expression {
  const module = context.module(node.blocks ? "time" : "asyncio");
  return py.call(py.attribute(module, "sleep"), [inSeconds(node.seconds, context)]);
}
