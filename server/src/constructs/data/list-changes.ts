import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { bigIntType, noneType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { equal, isPlainlyEqual } from "../../lowering/go/equality.ts";
import { growList, stablePlace } from "../../lowering/go/growth.ts";
import { failWhere } from "../../lowering/go/raise.ts";
import { emptyDict } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import { textOfLowered } from "../../lowering/go/text.ts";
import { builtinMethod } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const call = builtinMethod(
    node,
    ["list"],
    ["insert", "pop", "remove", "clear", "reverse", "index", "count", "copy"],
    context,
  );
  if (!call || call.receiverType.kind !== "list") return undefined;
  const { element } = call.receiverType;
  const [first, second] = call.positional;
  const list = context.expression(call.receiver);
  switch (call.name) {
    case "insert":
      return (
        first &&
        second &&
        expression("ListInsert", noneType, {
          list,
          index: context.expression(first),
          element: context.coerced(second, element),
        })
      );
    case "pop": {
      const index = first && context.expression(first);
      const constant = integerValue(index);
      const wraps =
        first !== undefined && (constant === undefined ? !(context.analysis.lowerBound(first) >= 0) : constant < 0n);
      return expression("ListPop", element, { list, index, wraps });
    }
    case "remove":
      return first && expression("ListRemove", noneType, { list, element: context.coerced(first, element) });
    case "clear":
      return expression("Clear", noneType, { container: list });
    case "reverse":
      return expression("ListReverse", noneType, { list });
    case "index":
      if (second)
        throw new Untranslatable(
          "index-bounds",
          "`index` with bounds is not translated; search in a slice of the list.",
        );
      return first && expression("IndexOf", bigIntType, { sequence: list, element: context.coerced(first, element) });
    case "count":
      return first && expression("CountOf", bigIntType, { sequence: list, element: context.coerced(first, element) });
    default:
      return expression("Collect", call.receiverType, { operand: list });
  }
}

function isDeque(list: ir.Expression): boolean {
  return list.type.kind === "list" && list.type.variant === "deque";
}

function popToGo(node: ir.ListPop, context: GoLowerContext): goTree.Expr {
  const list = stablePlace(node.list, context);
  const length = go.call("len", list);
  const constant = integerValue(node.index);
  if (node.index === undefined || constant === -1n) {
    const last = go.binary(length, "-", go.integer(1));
    const value = context.temporary("last", go.index(list, last));
    context.emit(go.assign(list, go.sliceOf(list, undefined, last)));
    return value;
  }
  if (constant === 0n) {
    const value = context.temporary("first", go.index(list, go.integer(0)));
    context.emit(go.assign(list, go.sliceOf(list, go.integer(1))));
    return value;
  }
  const lowered = context.expression(node.index);
  const position = node.wraps ? go.call(context.helper("wrapIndex"), lowered, length) : lowered;
  const at = position.kind === "Ident" || position.kind === "BasicLit" ? position : context.temporary("i", position);
  const value = context.temporary("removed", go.index(list, at));
  context.emit(go.assign(list, go.libraryCall("slices", "Delete", list, at, go.binary(at, "+", go.integer(1)))));
  return value;
}

/** The index of the first equal element, or -1. */
function indexOf(
  list: goTree.Expr,
  element: goTree.Expr,
  node: ir.IndexOf | ir.ListRemove,
  context: GoLowerContext,
): goTree.Expr {
  const type = node.element.type;
  if (isPlainlyEqual(type)) return go.libraryCall("slices", "Index", list, element);
  const wanted = element.kind === "Ident" ? element : context.temporary("wanted", element);
  const name = context.fresh("item");
  const test = go.functionLiteral(
    [[name, context.type(type)]],
    [go.ident("bool")],
    go.block([go.returnStatement(equal(go.ident(name), wanted, type, context))]),
  );
  return go.libraryCall("slices", "IndexFunc", list, test);
}

function removeToGo(node: ir.ListRemove, context: GoLowerContext): goTree.Expr {
  const list = stablePlace(node.list, context);
  const element = context.expression(node.element);
  const at = context.temporary("i", indexOf(list, element, node, context));
  if (node.checked === true)
    failWhere(go.binary(at, "<", go.integer(0)), "ValueError", "list.remove(x): x not in list", context);
  context.emit(go.assign(list, go.libraryCall("slices", "Delete", list, at, go.binary(at, "+", go.integer(1)))));
  return go.nothing();
}

function indexOfToGo(node: ir.IndexOf, context: GoLowerContext): goTree.Expr {
  const [list, element] = context.expressions([node.sequence, node.element]) as [goTree.Expr, goTree.Expr];
  if (node.sequence.type.kind === "string")
    throw new Untranslatable("string-index", "Searching in a string is a row of the library.");
  const at = context.temporary(
    "i",
    indexOf(node.sequence.type.kind === "tuple" ? go.sliceOf(list) : list, element, node, context),
  );
  if (node.checked === true)
    failWhere(
      go.binary(at, "<", go.integer(0)),
      "ValueError",
      go.binary(textOfLowered(element, node.element.type, "repr", context), "+", go.string(" is not in list")),
      context,
    );
  else
    context.emit(
      go.ifStatement(go.binary(at, "<", go.integer(0)), [
        go.statement(go.call("panic", go.string("value is not in list"))),
      ]),
    );
  return at;
}

function countToGo(node: ir.CountOf, context: GoLowerContext): goTree.Expr {
  const [list, element] = context.expressions([node.sequence, node.element]) as [goTree.Expr, goTree.Expr];
  const wanted =
    element.kind === "Ident" || element.kind === "BasicLit" ? element : context.temporary("wanted", element);
  const [name, item] = [context.fresh("count"), context.fresh("item")];
  const count = go.ident(name);
  context.emit(
    go.define(name, go.integer(0)),
    go.range(undefined, item, list, [
      go.ifStatement(equal(go.ident(item), wanted, node.element.type, context), [go.increment(count)]),
    ]),
  );
  return count;
}

export default defineConstruct({
  id: "list-changes",
  title: "Changing a list in place",
  summary: "`insert`, `pop`, `remove`, `reverse` and `clear` are functions of package slices, or slicing.",
  explanation:
    "Go's slices have no methods. Removing the last element is `xs = xs[:len(xs)-1]`, the first `xs = xs[1:]`, one in the middle `slices.Delete`; `slices.Insert` puts one in. Each gives a new slice, which is stored. " +
    "`pop` of an empty list raises IndexError in Python and panics in Go, and `remove` of a missing element raises ValueError.",
  references: [
    { title: "Go: package slices", url: "https://pkg.go.dev/slices" },
    { title: "Go Wiki: SliceTricks", url: "https://go.dev/wiki/SliceTricks" },
    { title: "Python: More on lists", url: "https://docs.python.org/3/tutorial/datastructures.html#more-on-lists" },
  ],
  refines: {
    python: {
      Call: lift,
    },
  },
  lower: {
    go: {
      ListInsert: (node, context) =>
        growList(node.list, context, (list) => {
          const [index, element] = context.expressions([node.index, node.element]) as [goTree.Expr, goTree.Expr];
          const constant = integerValue(node.index);
          const at = constant === 0n ? index : go.call(context.helper("clampIndex"), index, go.call("len", list));
          return go.libraryCall("slices", "Insert", list, at, element);
        }),
      ListPop: popToGo,
      ListRemove: removeToGo,
      Clear: (node, context) => {
        const { container } = node;
        if (container.type.kind === "list")
          return growList(container, context, (list) => go.sliceOf(list, undefined, go.integer(0)));
        const map = context.expression(container);
        if (!context.facts.isOrdered(container.type)) return go.call("clear", map);
        const empty = emptyDict(container.type, context);
        context.emit(go.assign(go.star(map), empty.kind === "UnaryExpr" ? empty.x : empty));
        return go.nothing();
      },
      ListReverse: (node, context) => go.libraryCall("slices", "Reverse", context.expression(node.list)),
      IndexOf: indexOfToGo,
      CountOf: countToGo,
    },
    python: {
      ListInsert: (node, context) => {
        const [list, index, element] = context.expressions([node.list, node.index, node.element]) as [
          pyTree.Expression,
          pyTree.Expression,
          pyTree.Expression,
        ];
        return isDeque(node.list) && integerValue(node.index) === 0n
          ? py.methodCall(list, "appendleft", [element])
          : py.methodCall(list, "insert", [index, element]);
      },
      ListPop: (node, context) => {
        const [list, ...index] = context.expressions(node.index ? [node.list, node.index] : [node.list]) as [
          pyTree.Expression,
          ...pyTree.Expression[],
        ];
        return isDeque(node.list) && integerValue(node.index) === 0n
          ? py.methodCall(list, "popleft")
          : py.methodCall(list, "pop", index);
      },
      ListRemove: (node, context) => {
        const [list, element] = context.expressions([node.list, node.element]) as [
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.methodCall(list, "remove", [element]);
      },
      Clear: (node, context) => py.methodCall(context.expression(node.container), "clear"),
      ListReverse: (node, context) => py.methodCall(context.expression(node.list), "reverse"),
      IndexOf: (node, context) => {
        const [list, element] = context.expressions([node.sequence, node.element]) as [
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.methodCall(list, "index", [element]);
      },
      CountOf: (node, context) => {
        const [list, element] = context.expressions([node.sequence, node.element]) as [
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.methodCall(list, "count", [element]);
      },
    },
  },
  caveats: [
    {
      code: "shared-list-growth",
      severity: "mark",
      message:
        "Whoever else holds this list sees it grow in Python; in Go they keep the old length. Return the grown slice, or pass a pointer to it.",
    },
  ],
  examples: [
    {
      title: "A stack",
      python:
        "def last_two(xs: list[int]) -> int:\n    stack = [x for x in xs]\n    a = stack.pop()\n    b = stack.pop()\n    stack.insert(0, a)\n    return stack[0] * 10 + b\n\n\nprint(last_two([1, 2, 3]))\n",
      go: "func lastTwo(xs []int) int {\n\tstack := slices.Clone(xs)\n\ta := stack[len(stack)-1]\n\tstack = stack[:len(stack)-1]\n\tb := stack[len(stack)-1]\n\tstack = stack[:len(stack)-1]\n\tstack = slices.Insert(stack, 0, a)\n\treturn stack[0]*10 + b\n}\n\nfmt.Println(lastTwo([]int{1, 2, 3}))\n",
      from: ["python"],
    },
  ],
});
