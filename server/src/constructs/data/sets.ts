import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { boolType, noneType, setOf } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { elementOf, forEachElement } from "../../lowering/go/collect.ts";
import * as go from "../../lowering/go/syntax.ts";
import { builtinMethod } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const operators: Readonly<Record<string, ir.SetOperation["operator"]>> = {
  union: "union",
  intersection: "intersection",
  difference: "difference",
  symmetric_difference: "symmetricDifference",
};
const comparisons: Readonly<Record<string, ir.ComparisonOperator>> = {
  issubset: "lessEqual",
  issuperset: "greaterEqual",
};

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const names = [
    "add",
    "discard",
    "remove",
    "update",
    "difference_update",
    "intersection_update",
    "clear",
    "copy",
    "isdisjoint",
    ...Object.keys(operators),
    ...Object.keys(comparisons),
  ];
  const call = builtinMethod(node, ["set"], names, context);
  if (!call || call.receiverType.kind !== "set") return undefined;
  const type = call.receiverType;
  const set = context.expression(call.receiver);
  const [first, ...others] = call.positional;
  if (call.name === "clear") return expression("Clear", noneType, { container: set });
  if (call.name === "copy") return expression("Collect", type, { operand: set });
  if (!first) return call.name in operators ? expression("Collect", type, { operand: set }) : undefined;
  if (call.name === "add")
    return expression("SetAdd", noneType, { set, element: context.coerced(first, type.element) });
  if (call.name === "discard" || call.name === "remove")
    return expression("SetDiscard", noneType, {
      set,
      element: context.coerced(first, type.element),
      strict: call.name === "remove",
    });
  if (others.length > 0)
    throw new Untranslatable("set-arguments", "Several sets at once are not translated; combine them two by two.");
  const lifted = context.expression(first);
  if (call.name === "update") return expression("SetUpdate", noneType, { set, other: lifted });
  const other =
    lifted.type.kind === "set" ? lifted : expression("Collect", setOf(elementOf(lifted)), { operand: lifted });
  if (call.name === "difference_update")
    return expression("SetUpdate", noneType, { set, other: lifted, form: "difference" });
  if (call.name === "intersection_update")
    return expression("SetUpdate", noneType, { set, other, form: "intersection" });
  const comparison = comparisons[call.name];
  if (comparison) return expression("Compare", boolType, { operator: comparison, left: set, right: other });
  if (call.name === "isdisjoint") {
    const common = expression("SetOperation", type, { operator: "intersection", left: set, right: other });
    return expression("Not", boolType, { operand: expression("Truth", boolType, { operand: common }) });
  }
  return expression("SetOperation", type, { operator: operators[call.name] ?? "union", left: set, right: other });
}

const present = (): goTree.Expr => go.composite(go.emptyStruct(), []);

/** A map that is an element of another map begins to exist when something is added to it (`defaultdict(set)`). */
function ensureSet(node: ir.Expression, context: GoLowerContext): goTree.Expr {
  const lowered = context.expression(node);
  const isFilled =
    node.kind === "Lookup" &&
    node.map.type.kind === "dict" &&
    (node.map.type.variant === "defaultdict" || context.facts.fillsMissing(node.map.type, "defaultdict"));
  if (!isFilled) return lowered;
  context.emit(
    go.ifStatement(go.binary(lowered, "==", go.ident("nil")), [
      go.assign(lowered, go.composite(context.type(node.type), [])),
    ]),
  );
  return lowered;
}

function setUpdate(node: ir.SetUpdate, context: GoLowerContext): goTree.Expr {
  if (node.form === "difference") return removeAll(node, context);
  if (node.form === "intersection") return keepCommon(node, context);
  const set = ensureSet(node.set, context);
  if (node.other.type.kind === "set") return go.libraryCall("maps", "Copy", set, context.expression(node.other));
  const loops = context.capture(() =>
    forEachElement(node.other, "item", false, context, (element) => [go.assign(go.index(set, element), present())]),
  );
  context.emit(...loops.emitted, ...loops.value);
  return go.nothing();
}

function removeAll(node: ir.SetUpdate, context: GoLowerContext): goTree.Expr {
  const lowered = context.expression(node.set);
  const set = lowered.kind === "Ident" ? lowered : context.temporary("set", lowered);
  const loops = context.capture(() =>
    forEachElement(node.other, "item", false, context, (element) => [go.statement(go.call("delete", set, element))]),
  );
  context.emit(...loops.emitted, ...loops.value);
  return go.nothing();
}

function keepCommon(node: ir.SetUpdate, context: GoLowerContext): goTree.Expr {
  const [set, lowered] = context.expressions([node.set, node.other]) as [goTree.Expr, goTree.Expr];
  const other = lowered.kind === "Ident" ? lowered : context.temporary("others", lowered);
  const [item, ok] = [context.fresh("item"), context.fresh("ok")];
  const type = node.set.type.kind === "set" ? node.set.type.element : node.set.type;
  const isOther = go.functionLiteral(
    [
      [item, context.type(type)],
      ["_", go.emptyStruct()],
    ],
    [go.ident("bool")],
    go.block([go.define(["_", ok], go.index(other, go.ident(item))), go.returnStatement(go.unary("!", go.ident(ok)))]),
  );
  return go.libraryCall("maps", "DeleteFunc", set, isOther);
}

export default defineConstruct({
  id: "sets",
  title: "Sets",
  summary:
    "A set is a `map[T]struct{}`; adding is an assignment, removing `delete`, and `|`, `&`, `-`, `^` are small helpers.",
  explanation:
    "Go has no set type. A map whose values take no space does the same: `seen[x] = struct{}{}` adds, `delete(seen, x)` removes, and `len` counts. `remove` of a missing element raises KeyError in Python and does nothing in Go. " +
    "The order of a set is arbitrary in both languages.",
  references: [
    { title: "Go maps in action", url: "https://go.dev/blog/maps" },
    { title: "Go: package maps", url: "https://pkg.go.dev/maps" },
    { title: "Python: Set types", url: "https://docs.python.org/3/library/stdtypes.html#set-types-set-frozenset" },
  ],
  refines: { python: { Call: lift } },
  lower: {
    go: {
      SetAdd: (node, context) => {
        const set = ensureSet(node.set, context);
        const element = context.expression(node.element);
        context.emit(go.assign(go.index(set, element), present()));
        return go.nothing();
      },
      SetDiscard: (node, context) => {
        const [set, element] = context.expressions([node.set, node.element]) as [goTree.Expr, goTree.Expr];
        if (node.strict)
          context.report(node, {
            severity: "caveat",
            code: "missing-key",
            message: "Python's `remove` raises KeyError where the element is missing; Go's `delete` does nothing.",
          });
        return go.call("delete", set, element);
      },
      SetUpdate: setUpdate,
      SetOperation: (node, context) => {
        const [left, right] = context.expressions([node.left, node.right]) as [goTree.Expr, goTree.Expr];
        return go.call(context.helper(node.operator), left, right);
      },
    },
    python: {
      SetAdd: (node, context) => {
        const [set, element] = context.expressions([node.set, node.element]) as [pyTree.Expression, pyTree.Expression];
        return py.methodCall(set, "add", [element]);
      },
      SetDiscard: (node, context) => {
        const [set, element] = context.expressions([node.set, node.element]) as [pyTree.Expression, pyTree.Expression];
        return py.methodCall(set, node.strict ? "remove" : "discard", [element]);
      },
      SetUpdate: (node, context) => {
        const [set, other] = context.expressions([node.set, node.other]) as [pyTree.Expression, pyTree.Expression];
        return py.methodCall(set, node.form === undefined ? "update" : `${node.form}_update`, [other]);
      },
      SetOperation: (node, context) => {
        const [left, right] = context.expressions([node.left, node.right]) as [pyTree.Expression, pyTree.Expression];
        const op = (
          { union: "BitOr", intersection: "BitAnd", difference: "Sub", symmetricDifference: "BitXor" } as const
        )[node.operator];
        return py.binOp(left, op, right);
      },
    },
  },
  caveats: [
    {
      code: "missing-key",
      severity: "caveat",
      message: "Python's `remove` raises KeyError where the element is missing; Go's `delete` does nothing.",
    },
  ],
  snippets: [
    {
      language: "go",
      prefix: "set",
      terms: ["set", "set()"],
      description: "A set of strings",
      body: ["${1:seen} := map[${2:string}]struct{}{}", "${1:seen}[${3:key}] = struct{}{}", "$0"],
    },
  ],
  examples: [
    {
      title: "Distinct elements",
      python:
        "def distinct(xs: list[int]) -> int:\n    seen: set[int] = set()\n    for x in xs:\n        seen.add(x)\n    return len(seen & {1, 2, 3})\n\n\nprint(distinct([1, 1, 2, 9]))\n",
      go: "func distinct(xs []int) int {\n\tseen := map[int]struct{}{}\n\tfor _, x := range xs {\n\t\tseen[x] = struct{}{}\n\t}\n\tcount := 0\n\tfor _, x := range []int{1, 2, 3} {\n\t\tif _, ok := seen[x]; ok {\n\t\t\tcount++\n\t\t}\n\t}\n\treturn count\n}\n\nfmt.Println(distinct([]int{1, 1, 2, 9}))\n",
      from: ["python"],
    },
  ],
});
