import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { callWithResults, checkAwaited } from "../../lowering/go/calls.ts";
import { givesSeveralResults } from "../../lowering/go/results.ts";
import * as go from "../../lowering/go/syntax.ts";
import { coroutine, isKept } from "../../lowering/go/tasks.ts";
import { tupleLiteral } from "../../lowering/go/tuples.ts";
import { liftGoCall } from "../../lowering/lift/go-calls.ts";
import { liftPythonCall } from "../../lowering/lift/python-call.ts";
import type { GoLowerContext, LowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { lowerPythonArguments } from "../../lowering/python/arguments.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { TupleType } from "../../types/type.ts";

export default defineConstruct({
  id: "calls",
  title: "Calling a function",
  summary: "Calls look the same; Go passes every argument by position, and an error comes back as the last result.",
  explanation:
    "Python may pass arguments by name and leave some to their defaults; Go passes all of them in order, so defaults are written out at the call. " +
    "A call of a function that can fail gives an `error` besides its value, which Go programs test at once: that is why one Python line may become " +
    "four in Go. `f(*xs)` spreads a list over a variadic parameter, as `f(xs...)` does.",
  references: [
    { title: "Go: Calls", url: "https://go.dev/ref/spec#Calls" },
    { title: "Python: Calls", url: "https://docs.python.org/3/reference/expressions.html#calls" },
    { title: "Effective Go: Errors", url: "https://go.dev/doc/effective_go#errors" },
  ],
  python: { Call: liftPythonCall },
  go: { CallExpr: liftGoCall },
  parts: { python: ["keyword"] },
  lower: { go: { Call: toGo, UnknownCall: unknownToGo }, python: { Call: toPython, UnknownCall: unknownToPython } },
  examples: [
    {
      title: "Defaults and names",
      python: `def greet(name: str, greeting: str = "Hello", mark: str = "!") -> str:\n    return greeting + ", " + name + mark\n\n\nprint(greet("Ann"))\nprint(greet("Bob", mark="?"))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc greet(name, greeting, mark string) string {\n\treturn greeting + ", " + name + mark\n}\n\nfunc main() {\n\tfmt.Println(greet("Ann", "Hello", "!"))\n\tfmt.Println(greet("Bob", "Hello", "?"))\n}\n`,
    },
  ],
});

function toGo(node: ir.Call, context: GoLowerContext): goTree.Expr {
  if (isKept(node, context)) return coroutine(node, context);
  checkAwaited(node);
  const call = callWithResults(node, context);
  if (node.type.kind !== "tuple" || !givesSeveralResults(node, context))
    return context.fails(node) ? context.failing(call, node, hintOf(node)) : call;
  const hints = node.type.elements.map((_, position) => `part${position + 1}`);
  if (context.fails(node)) return collected(node.type, context.failingResults(call, hints), context);
  const names = hints.map((hint) => context.fresh(hint));
  context.emit(go.define(names, call));
  return collected(
    node.type,
    names.map((name) => go.ident(name)),
    context,
  );
}

function collected(type: TupleType, parts: readonly goTree.Expr[], context: GoLowerContext): goTree.Expr {
  return tupleLiteral(
    type,
    parts,
    (part) => context.type(part),
    (name) => context.helper(name),
  );
}

/** The value of `parse_price(…)` is called `price`, that of `total(…)` is called `value`. */
function hintOf(node: ir.Call): string {
  const name = node.callee.kind === "Variable" ? node.callee.binding.name : "";
  const words = name.split(/_+|(?<=\p{Ll})(?=\p{Lu})/u);
  return words.length > 1 ? (words.at(-1) ?? "value") : "value";
}

/** A call of what the program does not define, by a declaration that fails when it is reached. */
function stubbed<Expression>(
  node: ir.Expression,
  path: string,
  context: LowerContext<Expression, unknown>,
): Expression {
  context.report(node, {
    severity: "mark",
    code: "stub",
    message: `\`${path}\` is not part of this translation; what stands for it fails when it is reached.`,
  });
  return context.stub({ path, role: "function" });
}

function unknownToGo(node: ir.UnknownCall, context: GoLowerContext): goTree.Expr {
  if (context.declaresStubs && node.receiver === undefined) {
    const callee = stubbed(node, node.path, context);
    return go.call(callee, ...context.expressions(node.arguments.map((argument) => argument.value)));
  }
  throw new Untranslatable("unknown-call", `\`${node.path}\` has no counterpart in Go that is known here.`);
}

function toPython(node: ir.Call, context: PythonLowerContext): pyTree.Expression {
  const callee = context.expression(node.callee);
  const named =
    node.callee.kind === "ExternalName" ? node.arguments.map((each) => pythonNamed(each, context)) : node.arguments;
  const { args, keywords } = lowerPythonArguments(named, context);
  return py.call(callee, args, keywords);
}

/** The name of a field becomes that of a parameter. */
function pythonNamed(argument: ir.Argument, context: PythonLowerContext): ir.Argument {
  return argument.name === undefined
    ? argument
    : { ...argument, name: context.member(argument.name, undefined, "field") };
}

function unknownToPython(node: ir.UnknownCall, context: PythonLowerContext): pyTree.Expression {
  if (context.declaresStubs && node.receiver === undefined) {
    const callee = stubbed(node, node.path, context);
    return py.call(callee, context.expressions(node.arguments.map((argument) => argument.value)));
  }
  throw new Untranslatable("unknown-call", `\`${node.path}\` has no counterpart in Python that is known here.`);
}
