import type * as goTree from "../../go/tree.ts";
import { boolean, ifStatement, none } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { callWithResults } from "../../lowering/go/calls.ts";
import { failingPattern, givesSeveralResults, merelyPassesOn } from "../../lowering/go/results.ts";
import { expressionAsStatement } from "../../lowering/go/statements.ts";
import * as go from "../../lowering/go/syntax.ts";
import { tupleElement } from "../../lowering/go/tuples.ts";
import type { EnclosingFunction, GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { raisesInstead } from "../../lowering/python/results.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "return-statement",
  title: "return",
  summary: "`return` gives a function's result; in Go a function that can fail also returns `nil` for its error.",
  explanation:
    "A Python function that returns nothing returns None; a Go function without results returns nothing at all. A tuple in a Python `return` becomes " +
    "several results in Go, which are no value of their own: they can only be assigned or passed on. In a function with an `error` result each " +
    "successful `return` ends in `nil`.",
  references: [
    { title: "Go: Return statements", url: "https://go.dev/ref/spec#Return_statements" },
    {
      title: "Python: The return statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-return-statement",
    },
  ],
  python: {
    Return: (node, context): ir.Return => ({
      sort: "statement",
      kind: "Return",
      ...(isNotImplemented(node) ? { declines: "raise" } : node.value ? { value: context.expression(node.value) } : {}),
    }),
  },
  go: {
    ReturnStmt: (node, context): ir.Return => {
      const [only, ...others] = node.results;
      if (only === undefined) return { sort: "statement", kind: "Return" };
      if (others.length === 0) return { sort: "statement", kind: "Return", value: context.expression(only) };
      const elements = node.results.map((result) => context.expression(result));
      return {
        sort: "statement",
        kind: "Return",
        value: {
          sort: "expression",
          kind: "TupleLiteral",
          elements,
          type: { kind: "tuple", elements: elements.map((element) => element.type) },
        },
      };
    },
  },
  lower: { go: { Return: toGo }, python: { Return: toPython } },
  examples: [
    {
      title: "Early returns",
      python: `def clamp(value: int, low: int, high: int) -> int:\n    if value < low:\n        return low\n    if value > high:\n        return high\n    return value\n\n\nprint(clamp(12, 0, 10))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc clamp(value, low, high int) int {\n\tif value < low {\n\t\treturn low\n\t}\n\tif value > high {\n\t\treturn high\n\t}\n\treturn value\n}\n\nfunc main() {\n\tfmt.Println(clamp(12, 0, 10))\n}\n`,
    },
  ],
});

function isNotImplemented(node: pyTree.Return): boolean {
  return node.value?.kind === "Name" && node.value.id === "NotImplemented";
}

function toGo(node: ir.Return, context: GoLowerContext): readonly goTree.Stmt[] {
  const { enclosing } = context;
  if (node.declines === "raise") return [go.statement(go.call("panic", go.string("unsupported operand type")))];
  if (node.declines !== undefined)
    return toGo({ ...node, declines: undefined, value: boolean(node.declines === "true") }, context);
  const noError = enclosing?.fails ? [go.ident("nil")] : [];
  if (enclosing?.isGenerator)
    return [...(node.value ? expressionAsStatement(context.expression(node.value)) : []), go.returnStatement()];
  if (node.value === undefined) return [go.returnStatement(...bareResults(enclosing, context), ...noError)];
  if (enclosing && enclosing.result.kind === "none") {
    const value = context.expression(node.value);
    return [...expressionAsStatement(value), go.returnStatement(...noError)];
  }
  if (node.value.kind === "Conditional") {
    const { test, then, otherwise } = node.value;
    const branch = (value: ir.Expression): ir.Statement => ({
      sort: "statement",
      kind: "Return",
      value,
      ...(node.origin ? { origin: node.origin } : {}),
    });
    return context.statements([
      { ...ifStatement(test, [branch(then)]), ...(node.origin ? { origin: node.origin } : {}) },
      branch(otherwise),
    ]);
  }
  const values = enclosing?.several ? severalValues(node.value, context) : undefined;
  if (values) return [go.returnStatement(...values.values, ...(values.isWhole && enclosing?.fails ? [] : noError))];
  return singleValue(node.value, noError, context);
}

/** A function that has a result and returns without one gives the zero value. */
function bareResults(enclosing: EnclosingFunction | undefined, context: GoLowerContext): readonly goTree.Expr[] {
  if (!enclosing || enclosing.result.kind === "none" || enclosing.result.kind === "unknown") return [];
  if (enclosing.several && enclosing.result.kind === "tuple")
    return enclosing.result.elements.map((type) => context.zero(type));
  return [context.expression(none(enclosing.result))];
}

/** `isWhole`: the call gives its error along with its values. */
function severalValues(
  value: ir.Expression,
  context: GoLowerContext,
): { readonly values: readonly goTree.Expr[]; readonly isWhole: boolean } | undefined {
  if (value.kind === "TupleLiteral") return { values: context.expressions(value.elements), isWhole: false };
  if ((value.kind === "Call" || value.kind === "MethodCall") && givesSeveralResults(value, context)) {
    if (!context.fails(value) && !context.enclosing?.fails)
      return { values: [callWithResults(value, context)], isWhole: true };
    if (context.fails(value))
      return { values: context.failingResults(callWithResults(value, context), partNames(value)), isWhole: false };
    const names = partNames(value).map((name) => context.fresh(name));
    context.emit(go.define(names, callWithResults(value, context)));
    return { values: names.map((name) => go.ident(name)), isWhole: false };
  }
  const { type } = value;
  if (type.kind !== "tuple" || type.rest !== undefined) return undefined;
  const whole = context.expression(value);
  const stable = whole.kind === "Ident" ? whole : context.temporary("result", whole);
  return { values: type.elements.map((_, position) => tupleElement(type, stable, position)), isWhole: false };
}

function partNames(value: ir.Expression): readonly string[] {
  return value.type.kind === "tuple" ? value.type.elements.map((_, position) => `part${position + 1}`) : [];
}

/** `return f(x)` where the call's error leaves the function as it is. */
function singleValue(
  value: ir.Expression,
  noError: readonly goTree.Expr[],
  context: GoLowerContext,
): readonly goTree.Stmt[] {
  const { value: lowered, emitted } = context.capture(() => context.expression(value));
  const pattern = noError.length > 0 ? failingPattern(lowered, emitted) : undefined;
  if (pattern && merelyPassesOn(pattern.check)) {
    context.emit(...pattern.before);
    return [go.returnStatement(...pattern.define.rhs)];
  }
  context.emit(...emitted);
  return [go.returnStatement(lowered, ...noError)];
}

function toPython(node: ir.Return, context: PythonLowerContext): pyTree.Statement {
  if (node.declines !== undefined) return py.returnStatement(py.name("NotImplemented"));
  if (node.value === undefined) return py.returnStatement();
  if (raisesInstead(node.value) && context.enclosing?.result.kind === "tuple") {
    throw new Untranslatable(
      "returned-error",
      "The call raises in Python where it gives an error in Go; Python programs let the exception pass on.",
    );
  }
  return py.returnStatement(context.expression(node.value));
}
