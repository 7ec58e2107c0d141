import type * as goTree from "../../go/tree.ts";
import { assign, expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { elementOf } from "../../lowering/go/collect.ts";
import { jobOf, reportSharing, thunk, type Job } from "../../lowering/go/concurrency.ts";
import * as go from "../../lowering/go/syntax.ts";
import { gatherSource } from "../../lowering/go/gather-source.ts";
import { collected, gatherOnLoop } from "../../lowering/go/gather-on-loop.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const firstError = {
  severity: "caveat",
  code: "first-error",
  message:
    "Where several of these fail, `gather` raises the error that came first on the event loop; goroutines race for it, and all of them end before the error is seen.",
} as const;

export default defineConstruct({
  id: "gather",
  title: "asyncio.gather / goroutines and a WaitGroup",
  summary:
    "`asyncio.gather` becomes one goroutine for each coroutine and a `sync.WaitGroup` that waits for all; coroutines that can fail use an `errgroup.Group`.",
  explanation:
    "`gather` runs coroutines in turns on one thread and gives their results in the order of its arguments; goroutines run in parallel, and each stores its " +
    "result where no other one writes. With `gather` the first exception leaves the `await` at once while the others run on; `errgroup.Group.Wait` gives the " +
    "first error when all have ended. Coroutines switch only at `await`, so what lies between is never interrupted; goroutines that share data need a " +
    "mutex. A task costs a few kilobytes in both languages, and starting thousands is normal.",
  references: [
    {
      title: "Python: Running tasks concurrently",
      url: "https://docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently",
    },
    { title: "Go: sync.WaitGroup", url: "https://pkg.go.dev/sync#WaitGroup" },
    { title: "Go: package errgroup", url: "https://pkg.go.dev/golang.org/x/sync/errgroup" },
  ],
  lower: { go: { Gather: toGo }, python: { Gather: toPython } },
  caveats: [
    firstError,
    {
      code: "task-order",
      severity: "mark",
      message:
        "Coroutines that run side by side print; Python's event loop interleaves them in a fixed order, goroutines in any.",
    },
    {
      code: "data-race",
      severity: "mark",
      message:
        "Coroutines that run side by side change the same data; between two `await`s Python lets no other one in, goroutines need a mutex.",
    },
  ],
  snippets: [
    {
      language: "go",
      prefix: "asyncio.gather",
      terms: ["asyncio.gather", "gather", "TaskGroup"],
      description: "Run calls side by side and wait for all",
      body: [
        "var wg sync.WaitGroup",
        "results := make([]${1:int}, len(${2:items}))",
        "for i, item := range ${2:items} {",
        "\twg.Go(func() {",
        "\t\tresults[i] = ${3:work}(item)",
        "\t})",
        "}",
        "wg.Wait()",
        "$0",
      ],
    },
    {
      language: "python",
      prefix: "WaitGroup",
      terms: ["sync.WaitGroup", "errgroup"],
      description: "Run coroutines side by side and wait for all",
      body: ["results = await asyncio.gather(*(${1:work}(item) for item in ${2:items}))", "$0"],
    },
  ],
  examples: [
    {
      title: "Results in the order of the arguments",
      python: `import asyncio


async def square(number: int) -> int:
    await asyncio.sleep(0.001)
    return number * number


async def main() -> None:
    results = await asyncio.gather(*[square(number) for number in range(4)])
    print(results)
    first, second = await asyncio.gather(square(5), square(6))
    print(first + second)


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"sync"
	"time"
)

func square(number int) int {
	time.Sleep(time.Millisecond)
	return number * number
}

func main() {
	var wg sync.WaitGroup
	results := make([]int, 4)
	for number := range 4 {
		wg.Go(func() {
			results[number] = square(number)
		})
	}
	wg.Wait()
	fmt.Printf("[%d, %d, %d, %d]\\n", results[0], results[1], results[2], results[3])
	fmt.Println(square(5) + square(6))
}
`,
    },
    {
      title: "Coroutines that can fail",
      python: `import asyncio


async def check(number: int) -> int:
    await asyncio.sleep(0.001)
    if number > 2:
        raise ValueError("too large")
    return number


async def main() -> None:
    print(sum(await asyncio.gather(*[check(number) for number in [1, 2]])))
    try:
        await asyncio.gather(check(1), check(3))
    except ValueError as error:
        print("failed:", error)


asyncio.run(main())
`,
      go: `package main

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func check(number int) (int, error) {
	time.Sleep(time.Millisecond)
	if number > 2 {
		return 0, errors.New("too large")
	}
	return number, nil
}

func main() {
	var group errgroup.Group
	group.Go(func() error {
		_, err := check(1)
		return err
	})
	group.Go(func() error {
		_, err := check(3)
		return err
	})
	fmt.Println(1 + 2)
	if err := group.Wait(); err != nil {
		fmt.Println("failed:", err)
	}
}
`,
      from: ["python"],
    },
  ],
});

function toGo(node: ir.Gather, context: GoLowerContext): goTree.Expr {
  if (context.facts.tasks.needLoop) return gatherOnLoop(node, context);
  if (node.returnErrors)
    throw new Untranslatable(
      "gather-errors",
      "`return_exceptions=True` is not translated; in Go each goroutine stores its value and its error side by side.",
    );
  const type = node.type.kind === "awaitable" ? node.type.result : node.type;
  const [only] = node.operands;
  if (node.operands.length > 1 || only?.kind === "Spread") reportSharing(node.operands, node, context);
  if (node.operands.length === 1 && only?.kind === "Spread") return gatherSpread(only.operand, type, context);
  if (node.operands.some((operand) => operand.kind === "Spread"))
    throw new Untranslatable(
      "gather-arguments",
      "Coroutines spread between others are not translated; gather one list.",
    );
  if (node.operands.every((operand) => isTask(operand.type)))
    return collected(
      type,
      node.operands.map((operand) => awaited(operand, context)),
      context,
    );
  const jobs = node.operands.map((operand) => jobOf(operand, context));
  if (jobs.filter((job) => job.fails).length > 1) context.report(node, firstError);
  const group = openGroup(
    jobs.some((job) => job.fails),
    context,
  );
  const names = jobs.map((job) => (job.result.kind === "none" ? undefined : context.fresh("value")));
  jobs.forEach((job, position) =>
    names[position] === undefined ? undefined : context.emit(go.declare(names[position], context.type(job.result))),
  );
  jobs.forEach((job, position) =>
    context.emit(group.start(job, names[position] === undefined ? undefined : go.ident(names[position]))),
  );
  group.wait();
  return collected(
    type,
    names.map((name) => (name === undefined ? go.ident("nil") : go.ident(name))),
    context,
  );
}

function isTask(type: Type): boolean {
  return type.kind === "awaitable" && type.task === true;
}

function awaited(task: ir.Expression, context: GoLowerContext): goTree.Expr {
  const type = task.type.kind === "awaitable" ? task.type.result : noneType;
  return context.expression(expression("Await", type, { operand: task }));
}

/** What starts goroutines and waits for them. */
interface Group {
  start(job: Job, place: goTree.Expr | undefined): goTree.Stmt;
  wait(): void;
}

function openGroup(fails: boolean, context: GoLowerContext): Group {
  const name = context.fresh(fails ? "group" : "wg");
  const group = go.ident(name);
  context.emit(
    go.declare(
      name,
      fails ? go.packageMember("golang.org/x/sync/errgroup", "Group") : go.packageMember("sync", "WaitGroup"),
    ),
  );
  const start = (job: Job, place: goTree.Expr | undefined): goTree.Stmt =>
    go.statement(go.call(go.selector(group, "Go"), goroutine(job, place, fails)));
  const wait = (): void => {
    const call = go.call(go.selector(group, "Wait"));
    if (fails) context.failing(call, { sort: "expression", kind: "NoneLiteral", type: noneType });
    else context.emit(go.statement(call));
  };
  return { start, wait };
}

function goroutine(job: Job, place: goTree.Expr | undefined, fails: boolean): goTree.Expr {
  const error = go.ident("error");
  if (!fails) return thunk([place ? go.assign(place, job.call) : go.statement(job.call)]);
  if (!job.fails)
    return thunk(
      [place ? go.assign(place, job.call) : go.statement(job.call), go.returnStatement(go.ident("nil"))],
      error,
    );
  if (!place) return thunk([go.returnStatement(job.call)], error);
  return thunk(
    [go.declare("err", error), go.assign([place, go.ident("err")], job.call), go.returnStatement(go.ident("err"))],
    error,
  );
}

/** `gather(*[work(x) for x in xs])` and `gather(*tasks)`. */
function gatherSpread(operand: ir.Expression, type: Type, context: GoLowerContext): goTree.Expr {
  if (operand.type.kind === "list" && isTask(operand.type.element)) return gatherTasks(operand, type, context);
  if (operand.kind !== "Comprehension" || operand.clauses.length !== 1)
    throw new Untranslatable(
      "coroutine-value",
      "A list of coroutines that was made elsewhere is not translated; write the comprehension inside `gather(*…)`.",
    );
  const [clause] = operand.clauses;
  if (clause!.conditions.length > 0 || clause!.isAsync)
    throw new Untranslatable(
      "gather-arguments",
      "Conditions among the coroutines to gather are not translated; filter the list before.",
    );
  const result = type.kind === "list" ? type.element : noneType;
  const { source, length, isCounting } = gatherSource(clause!.iterable, context);
  const place = result.kind === "none" ? undefined : context.fresh("results");
  const body = context.capture(() => {
    const { target } = clause!;
    const item = target.kind === "Variable" ? context.name(target.binding) : context.fresh("item");
    if (target.kind !== "Variable") bindTarget(target, go.ident(item), clause!.iterable, context);
    return { item, job: jobOf(operand.element, context) };
  });
  const { item, job } = body.value;
  const index = isCounting ? item : context.fresh("i");
  if (job.fails) context.report(operand, firstError);
  const group = openGroup(job.fails, context);
  if (place !== undefined) context.emit(go.define(place, go.call("make", go.sliceType(context.type(result)), length)));
  const start = group.start(job, place === undefined ? undefined : go.index(go.ident(place), go.ident(index)));
  const statements = [...body.emitted, start];
  const used = (name: string): string | undefined => (usesName(statements, name) ? name : undefined);
  context.emit(
    isCounting
      ? go.range(used(index), undefined, source, statements)
      : go.range(used(index), used(item), source, statements),
  );
  group.wait();
  return place === undefined ? go.nothing() : go.ident(place);
}

function usesName(nodes: readonly unknown[], name: string): boolean {
  return JSON.stringify(nodes, (key, value: unknown) =>
    key === "origin" || key === "span" ? undefined : typeof value === "bigint" ? String(value) : value,
  ).includes(`"name":"${name}"`);
}

/** Sets the variables of the comprehension in each round. */
function bindTarget(target: ir.Expression, item: goTree.Expr, iterable: ir.Expression, context: GoLowerContext): void {
  if (target.kind !== "TupleLiteral" || target.elements.some((element) => element.kind !== "Variable"))
    throw new Untranslatable("gather-arguments", "The variables of this comprehension are not translated here.");
  const binding = {
    name: "item",
    kind: "local" as const,
    id: `gather.${item.kind === "Ident" ? item.name : ""}`,
    type: elementOf(iterable),
    captured: false,
    assignments: 1,
    reads: 1,
  };
  context.emit(go.define(context.name(binding), item));
  const declares = target.elements.flatMap((element) =>
    element.kind === "Variable" && element.binding.name !== "_" ? [element.binding] : [],
  );
  context.emit(...context.statements([assign(target, variable(binding), declares)]));
}

/** All of them run already: wait for one after the other. */
function gatherTasks(tasks: ir.Expression, type: Type, context: GoLowerContext): goTree.Expr {
  const lowered = context.expression(tasks);
  const source = lowered.kind === "Ident" ? lowered : context.temporary("tasks", lowered);
  const result = type.kind === "list" ? type.element : noneType;
  const task = context.fresh("task");
  if (result.kind === "none") {
    context.emit(go.range(undefined, task, source, [go.statement(go.call(task))]));
    return go.nothing();
  }
  const results = context.fresh("results");
  const index = context.fresh("i");
  context.emit(go.define(results, go.call("make", go.sliceType(context.type(result)), go.call("len", source))));
  context.emit(go.range(index, task, source, [go.assign(go.index(go.ident(results), go.ident(index)), go.call(task))]));
  return go.ident(results);
}

function toPython(node: ir.Gather, context: PythonLowerContext): pyTree.Expression {
  const operands = node.operands.map((operand) =>
    operand.kind === "Spread" ? py.starred(context.expression(operand.operand)) : context.expression(operand),
  );
  return py.call(
    py.attribute(context.module("asyncio"), "gather"),
    operands,
    node.returnErrors ? [py.keyword("return_exceptions", py.bool(true))] : [],
  );
}
