import { deferred } from "../../lowering/go/deferred.ts";
import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftRecover } from "../../lowering/lift/go-defer.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "defer",
  title: "defer and recover / finally and except",
  summary:
    "`defer f()` becomes `try: … finally: f()` around what follows it; a deferred `recover` becomes an `except`.",
  explanation:
    "A deferred call runs when its function ends, whichever way, the last one first; its arguments are evaluated where `defer` stands. Python ties cleaning up to a block: `finally`, or a `with` statement. " +
    "`recover` in a deferred function stops a panic and makes the function return normally, which an `except` clause around its body does.",
  references: [
    { title: "Go: Defer statements", url: "https://go.dev/ref/spec#Defer_statements" },
    { title: "Go blog: Defer, Panic, and Recover", url: "https://go.dev/blog/defer-panic-and-recover" },
    {
      title: "Python: Defining clean-up actions",
      url: "https://docs.python.org/3/tutorial/errors.html#defining-clean-up-actions",
    },
  ],
  go: {
    DeferStmt: (node, context): ir.Defer => ({ sort: "statement", kind: "Defer", call: context.expression(node.call) }),
  },
  refines: { go: { CallExpr: liftRecover } },
  lower: {
    go: {
      Defer: toGo,
      Recover: (): goTree.Expr => go.call("recover"),
      CleanupStack: (): goTree.Expr => notNeeded(),
      Recovered: (): goTree.Expr => notNeeded(),
    },
    python: {
      Defer: toPython,
      CleanupStack: (_node, context): pyTree.Expression => py.call(context.imported("contextlib", "ExitStack")),
      Recovered: (node, context): pyTree.Expression =>
        py.call(context.helper("recovered"), [context.expression(node.operand)]),
      Recover: (): pyTree.Expression => {
        throw new Untranslatable(
          "recover",
          "This use of `recover` is not translated; in Python, an `except` clause around the calls does its work.",
        );
      },
    },
  },
  caveats: [
    {
      code: "deferred-conditionally",
      severity: "mark",
      message: "A `defer` that does not always run, or runs several times, needs a `contextlib.ExitStack` in Python.",
    },
    {
      code: "recover",
      severity: "mark",
      message: "Only a deferred function that tests what `recover` gives has a counterpart.",
    },
  ],
  snippets: [
    {
      language: "go",
      prefix: "finally",
      terms: ["finally", "with", "contextmanager"],
      description: "Run something when the function ends",
      body: ["defer func() {", "\t$0", "}()"],
    },
    {
      language: "python",
      prefix: "defer",
      terms: ["defer", "recover"],
      description: "Run something however a block ends",
      body: ["try:", "    ${1:pass}", "finally:", "    ${0:pass}"],
    },
  ],
  examples: [
    {
      title: "Cleaning up",
      python: `def work(name: str) -> None:
    print("open", name)
    try:
        print("work")
    finally:
        print("close", name)


work("a")
`,
      go: `package main

import "fmt"

func work(name string) {
	fmt.Println("open", name)
	defer fmt.Println("close", name)
	fmt.Println("work")
}

func main() {
	work("a")
}
`,
    },
  ],
});

/** `stack.callback(f, arguments)` */
function toPython(node: ir.Defer, context: PythonLowerContext): pyTree.Statement {
  const call = node.stack === undefined ? undefined : context.expression(node.call);
  if (node.stack === undefined || call?.kind !== "Call") {
    throw new Untranslatable(
      "deferred-conditionally",
      "This `defer` is not translated; in Python, push the call on a `contextlib.ExitStack`.",
    );
  }
  const callback = py.attribute(py.name(context.name(node.stack)), "callback");
  // Go evaluates the operands here: inside a lambda they would be what a later round of the loop makes of them.
  const inner = node.call.kind === "Outcome" ? context.expression(node.call.operand) : undefined;
  if (inner?.kind === "Call") return py.expr(py.call(callback, [call.func, now(inner, context)]));
  return py.expr(py.call(callback, [call.func, ...call.args], call.keywords));
}

/** The call as a function without parameters whose operands are evaluated now. */
function now({ func, args, keywords }: pyTree.Call, context: PythonLowerContext): pyTree.Expression {
  if (args.length + keywords.length === 0) return func;
  return py.call(context.imported("functools", "partial"), [func, ...args], keywords);
}

function toGo(node: ir.Defer, context: GoLowerContext): goTree.Stmt {
  const call = context.expression(node.call);
  if (call.kind !== "CallExpr") throw new Untranslatable("defer", "What is deferred here is no call.");
  return call.fun.kind === "FuncLit" && call.args.length === 0 && node.isSettled === true
    ? deferred(call.fun.body, true)
    : { kind: "DeferStmt", call, span: { start: 0, end: 0 } };
}

/** What only the passes for Python make. */
function notNeeded(): never {
  throw new Untranslatable(
    "defer",
    "Go defers calls and recovers by itself; it has neither a stack of clean-ups nor exceptions to unwrap.",
  );
}
