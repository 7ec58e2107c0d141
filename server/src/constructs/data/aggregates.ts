import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { bigIntType, boolType, floatType, iteratorOf, optionalOf } from "../../types/build.ts";
import { join } from "../../types/relations.ts";
import { isOwnClass, methodOf } from "../../types/members.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { forEachElement } from "../../lowering/go/collect.ts";
import { extremeToGo } from "../../lowering/go/extreme.ts";
import { isLarge, largeOperation } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";
import { negation, truthOf } from "../../lowering/go/truth.ts";
import { applyKey, closureOf } from "../../lowering/lift/python-apply.ts";
import { builtinCall } from "../../lowering/lift/python-calls.ts";
import { asNumber } from "../../lowering/lift/python-operators.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { specialCall } from "../../lowering/special-methods.ts";
import { elementType } from "../../lowering/passes/loops.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const names = ["sum", "min", "max", "abs", "round", "any", "all"] as const;

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const call = builtinCall(node, names, context);
  if (!call || node.func.kind !== "Name") return undefined;
  const [first, second] = call.positional;
  if (!first) throw new Untranslatable("missing-argument", `\`${node.func.id}\` needs an argument.`);
  switch (node.func.id) {
    case "sum":
      return sum(first, second ?? call.keyword("start"), context);
    case "any":
    case "all":
      return expression("Quantify", boolType, { quantifier: node.func.id, iterable: context.expression(first) });
    case "abs": {
      const operand = context.expression(first);
      const special = specialCall(operand, "__abs__", [], context.typeOf(node));
      if (special) return special;
      if (operand.type.kind === "named")
        throw new Untranslatable("operator-types", "`abs` of this type is not translated.");
      const number = operand.type.kind === "bool" ? asNumber(operand, bigIntType) : operand;
      return expression("Absolute", number.type.kind === "complex" ? floatType : number.type, { operand: number });
    }
    case "round": {
      const operand = context.expression(first);
      const isWhole = second === undefined || (second.kind === "Constant" && second.value.type === "None");
      if (operand.type.kind === "int" && isWhole) return operand;
      return expression("Round", isWhole ? bigIntType : operand.type, {
        operand,
        digits: isWhole ? undefined : context.expression(second),
      });
    }
    default:
      return extreme(node.func.id === "min" ? "minimum" : "maximum", call, context);
  }
}

function sum(
  first: pyTree.Expression,
  startNode: pyTree.Expression | undefined,
  context: PythonLiftContext,
): ir.Expression {
  const iterable = context.expression(first);
  const element = elementType(iterable.type);
  if (element.kind === "list" && startNode?.kind === "List" && startNode.elts.length === 0)
    return joinedLists(iterable, element, context);
  const start = startNode && context.expression(startNode);
  if (element.kind === "list" && start?.kind === "ListLiteral" && start.elements.length === 0)
    return expression("Collect", element, {
      operand: expression("Itertool", iteratorOf(element.element, "generator"), {
        tool: "chain",
        operands: [expression("Spread", iterable.type, { operand: iterable })],
        options: {},
      }),
    });
  if (start && isOwnClass(start.type) && methodOf(start.type, "__add__"))
    return expression("Sum", start.type, { iterable, start });
  if (
    element.kind !== "int" &&
    element.kind !== "float" &&
    element.kind !== "bool" &&
    element.kind !== "complex" &&
    element.kind !== "unknown"
  ) {
    throw new Untranslatable(
      "sum-of-sequences",
      "`sum` of what is no number is not translated; Go programs join lists with `slices.Concat`.",
    );
  }
  const number: Type = element.kind === "bool" ? bigIntType : element;
  return expression("Sum", start ? join(number, start.type) : number, { iterable, start });
}

/** `sum(lists, [])`: the elements of all. */
function joinedLists(
  iterable: ir.Expression,
  list: Type & { kind: "list" },
  context: PythonLiftContext,
): ir.Expression {
  const variable = (hint: string, type: Type): ir.Variable =>
    expression("Variable", type, { binding: context.temporary(hint, type) });
  const [part, item] = [variable("part", list), variable("item", list.element)];
  return expression("Comprehension", list, {
    result: "list",
    element: item,
    clauses: [
      { target: part, iterable, conditions: [], isAsync: false },
      { target: item, iterable: part, conditions: [], isAsync: false },
    ],
  });
}

function extreme(
  operator: ir.Extreme["operator"],
  call: NonNullable<ReturnType<typeof builtinCall>>,
  context: PythonLiftContext,
): ir.Expression {
  const keyNode = call.keyword("key");
  const fallbackNode = call.keyword("default");
  const [first, ...others] = call.positional as [pyTree.Expression, ...pyTree.Expression[]];
  if (others.length > 0) {
    const lifted = call.positional.map((part) => context.expression(part));
    const type = lifted.map((part) => (part.type.kind === "optional" ? part.type.inner : part.type)).reduce(join);
    const operands = lifted.map((part) =>
      context.coerce(
        part.type.kind === "optional" ? expression("Cast", part.type.inner, { operand: part }) : part,
        type,
      ),
    );
    return expression("Extreme", type, {
      operator,
      operands,
      key: keyNode && closureOf(applyKey(keyNode, type, context)),
    });
  }
  const iterable = context.expression(first);
  const element = elementType(iterable.type);
  const key = keyNode && closureOf(applyKey(keyNode, element, context));
  if (!fallbackNode) return expression("Extreme", element, { operator, iterable, key });
  const isNone = fallbackNode.kind === "Constant" && fallbackNode.value.type === "None";
  const type = isNone ? optionalOf(element) : element;
  return expression("Extreme", type, { operator, iterable, key, fallback: context.coerced(fallbackNode, type) });
}

function sumToGo(node: ir.Sum, context: GoLowerContext): goTree.Expr {
  const isFloat = node.type.kind === "float";
  const isWide = isLarge(node.type);
  const start = node.start ? context.expression(node.start) : undefined;
  const name = context.fresh("total");
  const total = go.ident(name);
  const loops = context.capture(() =>
    forEachElement(node.iterable, "item", isFloat, context, (element, type) => {
      if (isOwnClass(node.type)) {
        if (context.facts.methodFails(node.type.symbol, "__add__"))
          throw new Untranslatable(
            "failing-sum",
            "`sum` of objects whose `__add__` can raise is not translated; write a loop.",
          );
        return [go.assign(total, go.call(go.selector(total, context.member("__add__", node.type, "method")), element))];
      }
      const value =
        type.kind === "bool"
          ? go.call(context.helper("boolToInt"), element)
          : isFloat && type.kind === "int"
            ? go.call("float64", element)
            : element;
      if (isWide)
        return [go.statement(go.call(go.selector(total, "Add"), total, isLarge(type) ? value : smallAsLarge(value)))];
      return [element.kind === "BasicLit" && element.raw === "1" ? go.increment(total) : go.assign(total, value, "+=")];
    }),
  );
  if (isWide) {
    const zero = start ? largeOperation("Set", start) : go.call("new", go.packageMember("math/big", "Int"));
    context.emit(...loops.emitted, go.define(name, zero), ...loops.value);
    return total;
  }
  const first = start ?? (isFloat ? go.float(0) : go.integer(0));
  const isLiteral = node.start === undefined || integerValue(node.start) !== undefined;
  context.emit(
    ...loops.emitted,
    isLiteral && isFloat && node.start ? go.declare(name, context.type(node.type), first) : go.define(name, first),
    ...loops.value,
  );
  return total;
}

function smallAsLarge(value: goTree.Expr): goTree.Expr {
  return go.libraryCall("math/big", "NewInt", go.call("int64", value));
}

function quantifyToGo(node: ir.Quantify, context: GoLowerContext): goTree.Expr {
  const isAny = node.quantifier === "any";
  const short = quantifyList(node, context);
  if (short) return short;
  const name = context.fresh(isAny ? "found" : "all");
  const result = go.ident(name);
  const clauses = node.iterable.kind === "Comprehension" ? node.iterable.clauses.length : 1;
  const loops = context.capture(() =>
    forEachElement(node.iterable, "item", false, context, (element, type) => {
      const test = truthOf(element, type, !isAny, context);
      return [go.ifStatement(test, [go.assign(result, go.ident(isAny ? "true" : "false")), go.breakStatement()])];
    }),
  );
  if (clauses > 1) return nested(node, result, name, context);
  context.emit(...loops.emitted, go.define(name, go.ident(isAny ? "false" : "true")), ...loops.value);
  return result;
}

/** Several loops are left at once by returning from a function of their own. */
function nested(node: ir.Quantify, result: goTree.Expr, name: string, context: GoLowerContext): goTree.Expr {
  const isAny = node.quantifier === "any";
  const loops = context.capture(() =>
    forEachElement(node.iterable, "item", false, context, (element, type) => [
      go.ifStatement(truthOf(element, type, !isAny, context), [go.returnStatement(go.ident(isAny ? "true" : "false"))]),
    ]),
  );
  const body = go.block([...loops.emitted, ...loops.value, go.returnStatement(go.ident(isAny ? "false" : "true"))]);
  context.emit(go.define(name, go.call(go.functionLiteral([], [go.ident("bool")], body))));
  return result;
}

/** `any(test(x) for x in xs)` is `slices.ContainsFunc(xs, …)`. */
function quantifyList(node: ir.Quantify, context: GoLowerContext): goTree.Expr | undefined {
  const { iterable } = node;
  if (iterable.kind !== "Comprehension" || iterable.result === "dict") return undefined;
  const [clause, ...others] = iterable.clauses;
  if (!clause || others.length > 0 || clause.conditions.length > 0 || clause.isAsync) return undefined;
  const { target } = clause;
  if (
    clause.iterable.type.kind !== "list" ||
    clause.iterable.kind === "Iterate" ||
    target.kind !== "Variable" ||
    target.binding.name === "_"
  )
    return undefined;
  const list = context.expression(clause.iterable);
  const isAny = node.quantifier === "any";
  const test = context.capture(() =>
    truthOf(context.expression(iterable.element), iterable.element.type, !isAny, context),
  );
  const parameter: readonly [string, goTree.Expr] = [
    context.name(target.binding),
    context.type(clause.iterable.type.element),
  ];
  const call = go.libraryCall(
    "slices",
    "ContainsFunc",
    list,
    go.functionLiteral([parameter], [go.ident("bool")], go.block([...test.emitted, go.returnStatement(test.value)])),
  );
  return isAny ? call : negation(call);
}

function absoluteToGo(node: ir.Absolute, context: GoLowerContext): goTree.Expr {
  const value = context.expression(node.operand);
  if (node.operand.type.kind === "complex") return go.libraryCall("math/cmplx", "Abs", value);
  if (isLarge(node.type)) return largeOperation("Abs", value);
  if (node.type.kind === "float") return go.libraryCall("math", "Abs", value);
  return go.call(context.helper("absInt"), value);
}

function roundToGo(node: ir.Round, context: GoLowerContext): goTree.Expr {
  if (node.digits === undefined)
    return go.call("int", go.libraryCall("math", "RoundToEven", context.expression(node.operand)));
  const [value, digits] = context.expressions([node.operand, node.digits]) as [goTree.Expr, goTree.Expr];
  if (node.operand.type.kind !== "float")
    throw new Untranslatable("round-integer", "Rounding an integer to a number of digits is not translated.");
  return go.call(context.helper("roundDigits"), value, digits);
}

function pythonCall(
  name: string,
  operands: readonly (ir.Expression | undefined)[],
  keywords: Readonly<Record<string, ir.Expression | undefined>>,
  context: PythonLowerContext,
): pyTree.Expression {
  const present = operands.filter((operand) => operand !== undefined);
  const named = Object.entries(keywords).filter((entry): entry is [string, ir.Expression] => entry[1] !== undefined);
  const lowered = context.expressions([...present, ...named.map(([, value]) => value)]);
  return py.call(
    name,
    lowered.slice(0, present.length),
    named.map(([key], i) => py.keyword(key, lowered[present.length + i]!)),
  );
}

export default defineConstruct({
  id: "aggregates",
  title: "sum, min, max, abs, round, any, all",
  summary: "`sum` is a loop, `min` and `max` are builtins or functions of package slices, `any` and `all` searches.",
  explanation:
    "Go has `min` and `max` of several operands built in and `slices.Min` for a slice; sums are written as loops. `any` and `all` stop at the first element that decides, as `slices.ContainsFunc` does. " +
    "Python rounds halves to the even neighbour, which is `math.RoundToEven` in Go, not `math.Round`.",
  references: [
    { title: "Go: Min and max", url: "https://go.dev/ref/spec#Min_and_max" },
    { title: "Go: slices.ContainsFunc", url: "https://pkg.go.dev/slices#ContainsFunc" },
    { title: "Python: round", url: "https://docs.python.org/3/library/functions.html#round" },
  ],
  refines: {
    python: { Call: lift },
    go: {
      CallExpr: (node, context) => {
        if (
          node.fun.kind !== "Ident" ||
          (node.fun.name !== "min" && node.fun.name !== "max") ||
          context.analysis.callOf(node)?.kind !== "builtin"
        )
          return undefined;
        const type = context.typeOf(node);
        return expression("Extreme", type, {
          operator: node.fun.name === "min" ? "minimum" : "maximum",
          operands: node.args.map((arg) => context.coerced(arg, type)),
        });
      },
    },
  },
  lower: {
    go: { Sum: sumToGo, Quantify: quantifyToGo, Absolute: absoluteToGo, Round: roundToGo, Extreme: extremeToGo },
    python: {
      Sum: (node, context) => pythonCall("sum", [node.iterable, node.start], {}, context),
      Quantify: (node, context) => pythonCall(node.quantifier, [node.iterable], {}, context),
      Absolute: (node, context) => pythonCall("abs", [node.operand], {}, context),
      Round: (node, context) => pythonCall("round", [node.operand, node.digits], {}, context),
      Extreme: (node, context) =>
        pythonCall(
          node.operator === "minimum" ? "min" : "max",
          node.operands ?? [node.iterable],
          { key: node.key, default: node.fallback },
          context,
        ),
    },
  },
  examples: [
    {
      title: "Sums and extremes",
      python:
        "def spread(xs: list[int]) -> int:\n    return max(xs) - min(xs) + sum(x * x for x in xs if x > 1)\n\n\nprint(spread([1, 2, 3]), round(2.5), abs(-3))\nif any(x > 2 for x in [1, 3]) and not all(x > 2 for x in [1, 3]):\n    print('yes')\n",
      go: 'func spread(xs []int) int {\n\ttotal := 0\n\tfor _, x := range xs {\n\t\tif x > 1 {\n\t\t\ttotal += x * x\n\t\t}\n\t}\n\treturn slices.Max(xs) - slices.Min(xs) + total\n}\n\nfmt.Println(spread([]int{1, 2, 3}), int(math.RoundToEven(2.5)), 3)\nif slices.ContainsFunc([]int{1, 3}, func(x int) bool { return x > 2 }) {\n\tfmt.Println("yes")\n}\n',
    },
  ],
});
