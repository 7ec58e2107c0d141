import type * as goTree from "../../go/tree.ts";
import { expression, expressionStatement } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { noneType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { growList } from "../../lowering/go/growth.ts";
import { listOfElements } from "../../lowering/go/collect.ts";
import * as go from "../../lowering/go/syntax.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { builtinMethod } from "../../lowering/lift/python-calls.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";

/** Go's builtin of this name. */
function goBuiltin(node: goTree.Expr, name: string, context: GoLiftContext): node is goTree.CallExpr {
  return (
    node.kind === "CallExpr" &&
    node.fun.kind === "Ident" &&
    node.fun.name === name &&
    context.analysis.callOf(node)?.kind === "builtin"
  );
}

/** `xs = append(xs, …)`, which grows the list that the variable holds. */
function appendToItself(node: goTree.AssignStmt, context: GoLiftContext): ir.Statement | undefined {
  const [target] = node.lhs;
  const [value] = node.rhs;
  if (node.tok !== "=" || node.lhs.length !== 1 || !target || !value || !goBuiltin(value, "append", context))
    return undefined;
  const [list, ...elements] = value.args;
  if (!list || !samePlace(target, list) || elements.length === 0) return undefined;
  if (underlying(context.typeOf(list)).kind !== "list") return undefined;
  return expressionStatement(liftAppend(value, "inPlace", context));
}

/** Whether both are the same chain of names, fields and constant indices, whose evaluation changes nothing. */
function samePlace(left: goTree.Expr, right: goTree.Expr): boolean {
  if (left.kind === "Ident") return right.kind === "Ident" && left.name === right.name;
  if (left.kind === "SelectorExpr")
    return right.kind === "SelectorExpr" && left.sel.name === right.sel.name && samePlace(left.x, right.x);
  if (left.kind === "IndexExpr")
    return right.kind === "IndexExpr" && samePlace(left.x, right.x) && samePlace(left.index, right.index);
  if (left.kind === "StarExpr") return right.kind === "StarExpr" && samePlace(left.x, right.x);
  if (left.kind === "BasicLit") return right.kind === "BasicLit" && left.raw === right.raw;
  if (left.kind === "BinaryExpr")
    return (
      right.kind === "BinaryExpr" && left.op === right.op && samePlace(left.x, right.x) && samePlace(left.y, right.y)
    );
  return false;
}

function liftAppend(node: goTree.CallExpr, form: "inPlace" | "value", context: GoLiftContext): ir.Expression {
  const [first, ...rest] = node.args;
  const list = context.expression(first!);
  const shape = underlying(context.typeOf(first!));
  const element = shape.kind === "list" ? shape.element : undefined;
  const elements = rest.map((arg) =>
    node.ellipsis || element === undefined ? context.expression(arg) : context.coerced(arg, element),
  );
  if (form === "inPlace") {
    return node.ellipsis
      ? expression("ListExtend", noneType, { list, other: elements[0]! })
      : expression("ListAppend", noneType, { list, elements });
  }
  return expression("Appended", context.typeOf(node), { list, elements, spread: node.ellipsis });
}

function extendToGo(node: ir.ListExtend, context: GoLowerContext): goTree.Expr {
  const { other } = node;
  if (other.kind === "ListLiteral" && !other.elements.some((item) => item.kind === "Spread")) {
    return growList(node.list, context, (list) =>
      other.elements.length === 0 ? list : go.call("append", list, ...context.expressions(other.elements)),
    );
  }
  return growList(node.list, context, (list) => {
    const isText =
      other.type.kind === "string" && node.list.type.kind === "list" && node.list.type.element.kind !== "string";
    const items = isText
      ? context.expression(other)
      : other.type.kind === "list" || other.type.kind === "bytes"
        ? context.expression(other)
        : listOfElements(other, false, true, context);
    return go.spreadCall("append", list, items);
  });
}

/** The elements of a string that extends a list of bytes, as Go allows. */
function extension(other: ir.Expression, value: pyTree.Expression): pyTree.Expression {
  return other.type.kind === "string" ? py.methodCall(value, "encode") : value;
}

export default defineConstruct({
  id: "list-append",
  title: "Appending to a list",
  summary: "`xs.append(x)` is `xs = append(xs, x)`, `xs.extend(ys)` is `xs = append(xs, ys...)`.",
  explanation:
    "A Python list is an object that everybody who holds it sees grow. A Go slice is a small value (pointer, length, capacity): `append` gives a new one, which must be stored, and others who hold the old slice do not see the new elements. " +
    "Where a list grows that somebody else may hold, the translation is marked.",
  references: [
    { title: "Go: Appending to and copying slices", url: "https://go.dev/ref/spec#Appending_and_copying_slices" },
    { title: "Arrays, slices (and strings): The mechanics of 'append'", url: "https://go.dev/blog/slices" },
    { title: "Python: More on lists", url: "https://docs.python.org/3/tutorial/datastructures.html#more-on-lists" },
  ],
  refines: {
    python: {
      Call: (node, context) => {
        const call = builtinMethod(node, ["list"], ["append", "extend"], context);
        const [argument] = call?.positional ?? [];
        if (!call || !argument || call.receiverType.kind !== "list") return undefined;
        const list = context.expression(call.receiver);
        if (call.name === "append")
          return expression("ListAppend", noneType, {
            list,
            elements: [context.coerced(argument, call.receiverType.element)],
          });
        return expression("ListExtend", noneType, { list, other: context.coerced(argument, call.receiverType) });
      },
    },
    go: {
      AssignStmt: (node, context) => appendToItself(node, context),
      CallExpr: (node, context) =>
        goBuiltin(node, "append", context) && node.args.length > 0 ? liftAppend(node, "value", context) : undefined,
    },
  },
  lower: {
    go: {
      ListAppend: (node, context) =>
        growList(node.list, context, (list) => go.call("append", list, ...context.expressions(node.elements))),
      ListExtend: extendToGo,
      Appended: (node, context) => {
        const [list, ...elements] = context.expressions([node.list, ...node.elements]) as [
          goTree.Expr,
          ...goTree.Expr[],
        ];
        return node.spread ? go.spreadCall("append", list, ...elements) : go.call("append", list, ...elements);
      },
    },
    python: {
      ListAppend: (node, context) => {
        const [list, ...elements] = context.expressions([stored(node.list), ...node.elements]) as [
          pyTree.Expression,
          ...pyTree.Expression[],
        ];
        return elements.length === 1
          ? py.methodCall(list, "append", elements)
          : py.methodCall(list, "extend", [py.list(elements)]);
      },
      ListExtend: (node, context) => {
        const [list, other] = context.expressions([stored(node.list), node.other]) as [
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.methodCall(list, "extend", [extension(node.other, other)]);
      },
      Appended: (node, context) => {
        const [list, ...elements] = context.expressions([node.list, ...node.elements]) as [
          pyTree.Expression,
          ...pyTree.Expression[],
        ];
        const isEmpty =
          node.list.kind === "NoneLiteral" ||
          (node.list.kind === "ListLiteral" && node.list.elements.length === 0) ||
          (node.list.kind === "Convert" && node.list.operand.kind === "NoneLiteral");
        const spread = node.spread
          ? elements.map((element, i) => py.starred(extension(node.elements[i]!, element)))
          : elements;
        if (isEmpty)
          return node.spread && elements[0]
            ? py.call("list", [extension(node.elements[0]!, elements[0])])
            : py.list(spread);
        if (elements.length === 0) return list;
        return py.list([py.starred(list), ...spread]);
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
  snippets: [
    {
      language: "go",
      prefix: "append",
      terms: ["list.append", "extend"],
      description: "Append to a slice",
      body: ["${1:items} = append(${1:items}, ${2:item})$0"],
    },
  ],
  examples: [
    {
      title: "Collecting",
      python:
        "def evens(limit: int) -> list[int]:\n    found: list[int] = []\n    for n in range(limit):\n        if n % 2 == 0:\n            found.append(n)\n    found.extend([100, 102])\n    return found\n\n\nprint(len(evens(5)), evens(5)[-1])\n",
      go: "func evens(limit int) []int {\n\tfound := []int{}\n\tfor n := range limit {\n\t\tif n%2 == 0 {\n\t\t\tfound = append(found, n)\n\t\t}\n\t}\n\tfound = append(found, 100, 102)\n\treturn found\n}\n\nall := evens(5)\nfmt.Println(len(all), all[len(all)-1])\n",
    },
  ],
});

/** A list of a Go map that grows: where the map has none, the new one must be stored. */
function stored(list: ir.Expression): ir.Expression {
  if (list.kind !== "Lookup" || list.missing !== "zero" || list.type.kind !== "list") return list;
  return expression("DictSetDefault", list.type, {
    map: list.map,
    key: list.key,
    fallback: expression("ListLiteral", list.type, { elements: [] }),
  });
}
