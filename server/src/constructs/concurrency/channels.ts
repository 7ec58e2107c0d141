import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { elementOfChannel, liftChannelCall, liftReceive, liftSend } from "../../lowering/lift/go-concurrency.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { sentValue } from "../../lowering/python/concurrency.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "channels",
  title: "Channels / queues",
  summary:
    "A channel becomes a small class with `send`, `receive` and `close` on top of the event loop; `for v := range ch` becomes `async for`.",
  explanation:
    "A channel without capacity hands a value over: the sender waits until a receiver has it. `asyncio.Queue(0)` means the opposite, a queue without bound, " +
    "and before Python 3.13 a queue cannot be closed. So channels keep their meaning with a helper class; in a program of your own, an `asyncio.Queue` with a " +
    "sentinel, or `gather` in place of the channel, is often simpler. Receiving from a closed channel gives the zero value at once, and the comma-ok form " +
    "tells the two apart. Where all goroutines wait, Go ends the program with a message; an event loop waits forever.",
  references: [
    { title: "Go: Send statements", url: "https://go.dev/ref/spec#Send_statements" },
    { title: "Go: Receive operator", url: "https://go.dev/ref/spec#Receive_operator" },
    { title: "Effective Go: Channels", url: "https://go.dev/doc/effective_go#channels" },
    { title: "Python: Queues", url: "https://docs.python.org/3/library/asyncio-queue.html" },
  ],
  go: { SendStmt: liftSend },
  parts: { go: ["ChanType"] },
  refines: { go: { UnaryExpr: liftReceive, CallExpr: liftChannelCall } },
  lower: {
    go: {
      MakeChannel: (node, context) =>
        go.call("make", context.type(node.type), ...(node.capacity ? [context.expression(node.capacity)] : [])),
      CloseChannel: (node, context) => go.call("close", context.expression(node.channel)),
      Receive: (node, context) => go.unary("<-", context.expression(node.channel)),
      Send: (node, context): goTree.Stmt => {
        const [chan, value] = context.expressions([node.channel, node.value]);
        return { kind: "SendStmt", chan: chan!, value: value!, span: { start: 0, end: 0 } };
      },
    },
    python: {
      MakeChannel: makeInPython,
      CloseChannel: (node, context) => py.methodCall(context.expression(node.channel), "close", []),
      Receive: (node, context) =>
        py.methodCall(context.expression(node.channel), node.commaOk ? "receive_ok" : "receive", []),
      Send: sendInPython,
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "Queue",
      terms: ["asyncio.Queue", "queue.Queue"],
      description: "A channel with a buffer",
      body: ["${1:items} := make(chan ${2:int}, ${3:8})", "$0"],
    },
    {
      language: "python",
      prefix: "chan",
      terms: ["make(chan", "channel"],
      description: "A queue with a bound",
      body: ["${1:items}: asyncio.Queue[${2:int}] = asyncio.Queue(maxsize=${3:8})", "$0"],
    },
  ],
  examples: [
    {
      title: "A producer that closes its channel",
      python: `import asyncio
from collections.abc import AsyncIterator


async def squares(limit: int) -> AsyncIterator[int]:
    for number in range(1, limit + 1):
        yield number * number


async def main() -> None:
    total = 0
    async for square in squares(4):
        total += square
    print(total)


asyncio.run(main())
`,
      go: `package main

import "fmt"

func squares(limit int, out chan<- int) {
	for number := 1; number <= limit; number++ {
		out <- number * number
	}
	close(out)
}

func main() {
	out := make(chan int)
	go squares(4, out)
	total := 0
	for square := range out {
		total += square
	}
	fmt.Println(total)
}
`,
      from: ["go"],
    },
    {
      title: "The comma-ok form",
      python: `value, is_open = 7, True
print(value, str(is_open).lower())
value, is_open = 0, False
print(value, str(is_open).lower())
`,
      go: `package main

import "fmt"

func main() {
	values := make(chan int, 1)
	values <- 7
	close(values)
	value, isOpen := <-values
	fmt.Println(value, isOpen)
	value, isOpen = <-values
	fmt.Println(value, isOpen)
}
`,
    },
  ],
});

function makeInPython(node: ir.MakeChannel, context: PythonLowerContext): pyTree.Expression {
  const element = elementOfChannel(node.type);
  const isKnown = element !== undefined && context.facts.genericZeros.channels;
  const zero = isKnown ? context.zero(element) : py.none();
  const isNone = zero.kind === "Constant" && zero.value.type === "None";
  const capacity = node.capacity ? [context.expression(node.capacity)] : [];
  return py.call(context.helper("Channel"), capacity, isNone ? [] : [py.keyword("zero", zero)]);
}

function sendInPython(node: ir.Send, context: PythonLowerContext): pyTree.Statement {
  if (context.enclosing?.isAsync !== true)
    throw new Untranslatable(
      "await-outside",
      "This sends on a channel where Python cannot await: outside of every `async def`.",
    );
  const [channel, value] = context.expressions([node.channel, sentValue(node.value)]);
  return py.expr(py.awaitExpression(py.methodCall(channel!, "send", [value!])));
}
