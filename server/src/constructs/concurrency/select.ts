import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import { durationOf } from "../../lowering/go/concurrency.ts";
import { labelled } from "../../lowering/go/labels.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftSelect, liftWaiting } from "../../lowering/lift/go-concurrency.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { inSeconds } from "../../lowering/python/durations.ts";
import { sentValue } from "../../lowering/python/concurrency.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "select",
  title: "select / waiting for the first of several",
  summary:
    "`select` becomes a call that waits for the first channel that is ready and gives its number, and a chain of `if`.",
  explanation:
    "`select` waits for several sends and receives at once, takes one that is ready (by chance, if several are) and leaves the others untouched; a `default` " +
    "makes it a test that does not wait. Python's `asyncio.wait(…, return_when=FIRST_COMPLETED)` waits for tasks, and the ones that lost must be cancelled, " +
    "which may lose what they had received; so a helper registers with all channels at once. `case <-time.After(d)` is a time-out, for which Python has " +
    "`asyncio.timeout`, and `case <-ctx.Done()` is what cancelling a task does.",
  references: [
    { title: "Go: Select statements", url: "https://go.dev/ref/spec#Select_statements" },
    {
      title: "Python: Waiting primitives",
      url: "https://docs.python.org/3/library/asyncio-task.html#waiting-primitives",
    },
    { title: "Python: Timeouts", url: "https://docs.python.org/3/library/asyncio-task.html#timeouts" },
  ],
  go: { SelectStmt: liftSelect },
  parts: { go: ["CommClause"] },
  refines: { go: { CallExpr: liftWaiting } },
  lower: {
    go: {
      Select: selectInGo,
      Timer: (node, context) => go.libraryCall("time", "After", durationOf(node.seconds, context)),
      ChooseChannel: () => {
        throw new Untranslatable("select", "Waiting for one of several channels is a statement in Go.");
      },
    },
    python: {
      Select: () => {
        throw new Untranslatable(
          "select",
          "A case of this `select` is not translated; Python programs wait with `asyncio.wait(…, return_when=asyncio.FIRST_COMPLETED)`.",
        );
      },
      Timer: (node, context) => py.call(context.helper("after"), [inSeconds(node.seconds, context)]),
      ChooseChannel: chooseInPython,
    },
  },
  caveats: [
    { code: "select", severity: "mark", message: "A case of a `select` that is no send or receive is not translated." },
  ],
  snippets: [
    {
      language: "go",
      prefix: "asyncio.wait_for",
      terms: ["asyncio.timeout", "asyncio.wait_for", "FIRST_COMPLETED"],
      description: "Receive, with a time-out",
      body: ["select {", "case ${1:value} := <-${2:values}:", "\t$0", "case <-time.After(${3:time.Second}):", "}"],
    },
    {
      language: "python",
      prefix: "select",
      terms: ["select", "time.After"],
      description: "Wait, with a time-out",
      body: [
        "try:",
        "    async with asyncio.timeout(${1:1.0}):",
        "        ${2:value} = await ${3:queue.get()}",
        "except TimeoutError:",
        "    $0",
      ],
    },
  ],
  examples: [
    {
      title: "A time-out and a default",
      python: `import asyncio


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    try:
        print(queue.get_nowait())
    except asyncio.QueueEmpty:
        print("nothing yet")
    queue.put_nowait(7)
    print("got", await asyncio.wait_for(queue.get(), 1))
    try:
        await asyncio.wait_for(queue.get(), 0.01)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
`,
      go: `package main

import (
	"fmt"
	"time"
)

func main() {
	queue := make(chan int, 1)
	select {
	case value := <-queue:
		fmt.Println(value)
	default:
		fmt.Println("nothing yet")
	}
	queue <- 7
	select {
	case value := <-queue:
		fmt.Println("got", value)
	case <-time.After(time.Second):
	}
	select {
	case <-queue:
	case <-time.After(10 * time.Millisecond):
		fmt.Println("timeout")
	}
}
`,
      from: ["go"],
    },
  ],
});

const nowhere = { start: 0, end: 0 } as const;

function selectInGo(node: ir.Select, context: GoLowerContext): readonly goTree.Stmt[] {
  const clauses = node.cases.map((clause): goTree.CommClause => {
    const [comm, ...others] = clause.communication ? context.statements([clause.communication]) : [];
    if (
      others.length > 0 ||
      (comm && comm.kind !== "SendStmt" && comm.kind !== "ExprStmt" && comm.kind !== "AssignStmt")
    ) {
      throw new Untranslatable("select", "A case of this `select` needs statements of its own.");
    }
    return {
      kind: "CommClause",
      ...(comm ? { comm: comm } : {}),
      body: context.statements(clause.body),
      ...decorationOf(clause),
      span: nowhere,
    };
  });
  return [labelled({ kind: "SelectStmt", clauses, span: nowhere }, node.label)];
}

function chooseInPython(node: ir.ChooseChannel, context: PythonLowerContext): pyTree.Expression {
  const operands = context.expressions(
    node.cases.flatMap((each) => (each.value ? [each.channel, sentValue(each.value)] : [each.channel])),
  );
  let position = 0;
  const cases = node.cases.map((each) =>
    py.tuple(each.value ? [operands[position++]!, operands[position++]!] : [operands[position++]!]),
  );
  return py.call(context.helper("select"), cases, node.hasDefault ? [py.keyword("default", py.bool(true))] : []);
}
