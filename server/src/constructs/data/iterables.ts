import type * as goTree from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { bigIntType, boolType, iteratorOf, listOf, tupleOf } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { sequenceOf } from "../../lowering/go/sequences.ts";
import * as go from "../../lowering/go/syntax.ts";
import { tupleForm } from "../../lowering/go/tuples.ts";
import { builtinCall } from "../../lowering/lift/python-calls.ts";
import { applyFunction } from "../../lowering/lift/python-apply.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { elementType } from "../../lowering/passes/loops.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const names = ["range", "enumerate", "zip", "reversed", "map", "filter", "iter"] as const;

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const columns = transposed(node, context);
  if (columns) return columns;
  const call = builtinCall(node, names, context);
  if (!call || node.func.kind !== "Name") return undefined;
  const [first, second, third] = call.positional;
  if (!first) throw new Untranslatable("missing-argument", `\`${node.func.id}\` needs an argument.`);
  switch (node.func.id) {
    case "range": {
      const bound = (part: pyTree.Expression): ir.Expression => context.coerced(part, bigIntType);
      // No loop counts beyond 64 bits, but many stop long before an end that is.
      const end = (part: pyTree.Expression): ir.Expression => {
        const value = bound(part);
        return value.kind === "Convert" ? { ...value, clamps: true } : value;
      };
      const [start, stop, step] = second
        ? [bound(first), end(second), third ? bound(third) : literal(1n)]
        : [literal(0n), end(first), literal(1n)];
      const isAscending = third !== undefined && context.analysis.lowerBound(third) > 0;
      return expression("Range", iteratorOf(bigIntType, "range"), {
        start,
        stop,
        step,
        ...(isAscending && { ascending: true as const }),
      });
    }
    case "enumerate": {
      const operand = context.expression(first);
      const startNode = second ?? call.keyword("start");
      const start = startNode && context.expression(startNode);
      return expression("Iterate", iteratorOf(tupleOf([bigIntType, elementType(operand.type)]), "enumerate"), {
        form: "enumerate",
        operands: [operand],
        start,
      });
    }
    case "zip": {
      if (call.keyword("strict"))
        throw new Untranslatable("zip-strict", "`zip` with `strict` is not translated; compare the lengths first.");
      const operands = call.positional.map((part) => context.expression(part));
      return expression("Iterate", iteratorOf(tupleOf(operands.map((part) => elementType(part.type))), "zip"), {
        form: "zip",
        operands,
      });
    }
    case "reversed": {
      const operand = context.expression(first);
      return expression("Iterate", iteratorOf(elementType(operand.type)), { form: "reversed", operands: [operand] });
    }
    case "iter":
      if (second) throw new Untranslatable("iter-sentinel", "`iter` with a sentinel is not translated; write a loop.");
      return iterator(context.expression(first));
    case "map":
      return mapped(first, call.positional.slice(1), context);
    default:
      return filtered(first, second, context);
  }
}

/** `iter(xs)` goes through what holds its elements once; an iterator is its own. */
function iterator(operand: ir.Expression): ir.Expression {
  const { type } = operand;
  if (type.kind === "iterator" && type.source !== "range" && type.source !== "iterable") return operand;
  const element = elementType(type);
  const isContainer = type.kind === "list" || type.kind === "set" || type.kind === "dict" || type.kind === "tuple";
  if ((element.kind === "unknown" && !isContainer) || type.kind === "named") return operand;
  return expression("Itertool", iteratorOf(element, "generator"), { tool: "chain", operands: [operand], options: {} });
}

/** `zip(*rows)` turns rows into columns. */
function transposed(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const [only, ...others] = node.args;
  if (
    node.func.kind !== "Name" ||
    node.func.id !== "zip" ||
    only?.kind !== "Starred" ||
    others.length > 0 ||
    node.keywords.length > 0
  )
    return undefined;
  const rows = asLists(context.expression(only.value), context);
  const element = elementType(elementType(rows.type));
  const column = { kind: "tuple" as const, elements: [], rest: element };
  return expression("Iterate", iteratorOf(column, "zip"), {
    form: "zip",
    operands: [expression("Spread", rows.type, { operand: rows })],
  });
}

/** Rows that are tuples of one type, or texts, as lists. */
function asLists(rows: ir.Expression, context: PythonLiftContext): ir.Expression {
  const row = elementType(rows.type);
  const isSequence =
    row.kind === "string" || (row.kind === "tuple" && (row.rest !== undefined || tupleForm(row) === "array"));
  if (rows.type.kind !== "list" || !isSequence) return rows;
  const target = variable({ ...context.temporary("row", row), assignments: 1, reads: 1 });
  const list = expression("Collect", listOf(elementType(row)), { operand: target });
  return expression("Comprehension", listOf(list.type), {
    result: "list",
    element: list,
    clauses: [{ target, iterable: rows, conditions: [], isAsync: false }],
  });
}

function literal(value: bigint): ir.IntegerLiteral {
  return expression("IntegerLiteral", bigIntType, { value });
}

function mapped(fn: pyTree.Expression, nodes: readonly pyTree.Expression[], context: PythonLiftContext): ir.Expression {
  const iterables = nodes.map((node) => context.expression(node));
  const { parameters, result } = applyFunction(
    fn,
    iterables.map((part) => elementType(part.type)),
    context,
  );
  const [first] = parameters;
  const [only] = iterables;
  if (!first || !only) throw new Untranslatable("map-arguments", "`map` needs something to go through.");
  const isSingle = parameters.length === 1;
  const target: ir.Expression = isSingle
    ? variable(first)
    : expression("TupleLiteral", tupleOf(parameters.map((parameter) => parameter.type)), {
        elements: parameters.map((parameter) => variable(parameter)),
      });
  const iterable = isSingle
    ? only
    : expression("Iterate", iteratorOf(tupleOf(iterables.map((part) => elementType(part.type))), "zip"), {
        form: "zip",
        operands: iterables,
      });
  return expression("Comprehension", iteratorOf(result.type, "generator"), {
    result: "iterator",
    element: result,
    clauses: [{ target, iterable, conditions: [], isAsync: false }],
  });
}

function filtered(
  fn: pyTree.Expression,
  node: pyTree.Expression | undefined,
  context: PythonLiftContext,
): ir.Expression {
  if (!node) throw new Untranslatable("filter-arguments", "`filter` needs something to go through.");
  const iterable = context.expression(node);
  const element = elementType(iterable.type);
  const isNone = fn.kind === "Constant" && fn.value.type === "None";
  const binding = isNone ? context.temporary("item", element) : undefined;
  const { parameters, result } = binding
    ? { parameters: [binding], result: variable(binding) }
    : applyFunction(fn, [element], context);
  const target = variable(parameters[0]!, element);
  const test = result.type.kind === "bool" ? result : expression("Truth", boolType, { operand: result });
  return expression("Comprehension", iteratorOf(element, "generator"), {
    result: "iterator",
    element: target,
    clauses: [{ target, iterable, conditions: [test], isAsync: false }],
  });
}

function viewToPython(node: ir.Iterate, context: PythonLowerContext): pyTree.Expression {
  const operands = context.expressions(node.operands);
  const [operand] = operands as [pyTree.Expression];
  switch (node.form) {
    case "enumerate":
      return py.call("enumerate", node.start ? [operand, context.expression(node.start)] : [operand]);
    case "entries":
      return py.methodCall(operand, "items");
    case "keys":
      return operand;
    case "values":
      return py.methodCall(operand, "values");
    case "zip":
      return py.call("zip", operands);
    case "reversed":
      return py.call("reversed", [operand]);
    case "characters":
      return operand;
    case "runes":
      if (node.operands[0]?.kind === "StringLiteral" && !/^[\0-\x7f]*$/.test(node.operands[0].value))
        return py.call(context.helper("rune_offsets"), [operand]);
      return py.call("enumerate", [py.call("map", [py.name("ord"), operand])]);
  }
}

function rangeToPython(node: ir.Range, context: PythonLowerContext): pyTree.Expression {
  const [start, stop, step] = context.expressions([node.start, node.stop, node.step]) as [
    pyTree.Expression,
    pyTree.Expression,
    pyTree.Expression,
  ];
  if (integerValue(node.step) !== 1n) return py.call("range", [start, stop, step]);
  return py.call("range", integerValue(node.start) === 0n ? [stop] : [start, stop]);
}

/** A view that is kept as a value: an iterator function. */
function asSequence(node: ir.Iterate | ir.Range, context: GoLowerContext): goTree.Expr {
  const [map] = node.kind === "Iterate" ? node.operands : [];
  if (
    node.kind === "Iterate" &&
    map?.type.kind === "dict" &&
    !context.facts.isOrdered(map.type) &&
    (node.form === "values" || node.form === "keys")
  )
    return go.libraryCall("maps", node.form === "keys" ? "Keys" : "Values", context.expression(map));
  return sequenceOf(node, context);
}

export default defineConstruct({
  id: "iterables",
  title: "range, enumerate, zip, map and filter",
  summary: "What Python wraps around an iterable is part of the loop in Go.",
  explanation:
    "`for i in range(n)` is `for i := range n`, and Go's `range` over a slice gives index and element, so that `enumerate` needs nothing. `zip` becomes one index for several slices; `map` and `filter` become the body of the loop and an `if`. " +
    "Python's are lazy objects that can be kept; Go's counterpart for that is an iterator function of package iter.",
  references: [
    { title: "Go: For statements with range clause", url: "https://go.dev/ref/spec#For_range" },
    { title: "Go: package iter", url: "https://pkg.go.dev/iter" },
    { title: "Python: Built-in functions", url: "https://docs.python.org/3/library/functions.html" },
  ],
  refines: { python: { Call: lift } },
  lower: { go: { Iterate: asSequence, Range: asSequence }, python: { Iterate: viewToPython, Range: rangeToPython } },
  snippets: [
    {
      language: "go",
      prefix: "zip",
      terms: ["zip"],
      description: "Go through two slices at once",
      body: ["for i := range min(len(${1:a}), len(${2:b})) {", "\t${3:x}, ${4:y} := ${1:a}[i], ${2:b}[i]", "\t$0", "}"],
    },
  ],
  examples: [
    {
      title: "Pairs",
      python:
        "def dot(a: list[int], b: list[int]) -> int:\n    total = 0\n    for i, (x, y) in enumerate(zip(a, b)):\n        total += x * y * i\n    return total\n\n\nprint(dot([1, 2, 3], [4, 5, 6]))\n",
      go: "func dot(a, b []int) int {\n\ttotal := 0\n\tfor i := range min(len(a), len(b)) {\n\t\ttotal += a[i] * b[i] * i\n\t}\n\treturn total\n}\n\nfmt.Println(dot([]int{1, 2, 3}, []int{4, 5, 6}))\n",
    },
  ],
});
