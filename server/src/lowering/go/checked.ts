import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { variable } from "../../ir/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { textOfLowered } from "./text.ts";
import { failWhere } from "./raise.ts";
import { asMap } from "./ordered-maps.ts";
import * as build from "./syntax.ts";

/*
 * Operations whose failure a handler waits for: their operands are tested before, and what Python would raise leaves as an error.
 */

/** The operation with its test before it, or undefined for kinds that test their operands in their own lowering. */
export function lowerChecked(node: ir.Expression, context: GoLowerContext): go.Expr | undefined {
  switch (node.kind) {
    case "Lookup":
      return checkedLookup(node, context);
    case "Index":
      return checkedIndex(node, context);
    case "ListPop":
      return checkedPop(node, context);
    case "DictPop":
      return checkedKey(
        node.map,
        node.key,
        node.map.type.kind === "dict" ? node.map.type.key : node.key.type,
        (map, key) => ({ ...node, map, key, checked: false }),
        context,
      );
    case "SetDiscard":
      return checkedKey(
        node.set,
        node.element,
        node.element.type,
        (set, element) => ({ ...node, set, element, strict: false, checked: false }),
        context,
      );
    case "Field": {
      const object = presentObject(node.object, node.name, context);
      return object && context.expression({ ...node, object, checked: false });
    }
    case "MethodCall": {
      const receiver = presentObject(node.receiver, node.method, context);
      return receiver && context.expression({ ...node, receiver, checked: false });
    }
    case "Extreme":
      return checkedExtreme(node, context);
    default:
      return undefined;
  }
}

function held(expression: ir.Expression, hint: string, context: GoLowerContext): ir.Expression {
  if (expression.kind === "Variable" || expression.kind === "StringLiteral" || expression.kind === "IntegerLiteral")
    return expression;
  if (expression.kind === "DictEntries" && expression.operand.kind === "Variable") return expression;
  if (expression.kind === "Field" && expression.member === "field" && expression.object.kind === "Variable")
    return expression;
  const binding: Binding = {
    name: hint,
    kind: "local",
    id: `checked/${hint}`,
    type: expression.type,
    captured: false,
    assignments: 1,
    reads: 1,
  };
  context.emit(build.define(context.name(binding), context.expression(expression)));
  return variable(binding, expression.type);
}

/** The object whose attribute is wanted, and an AttributeError where there is none. */
function presentObject(node: ir.Expression, attribute: string, context: GoLowerContext): ir.Expression | undefined {
  if (node.type.kind !== "optional") return undefined;
  const object = held(node, "object", context);
  const isMissing = build.binary(context.expression(object), "==", build.ident("nil"));
  failWhere(isMissing, "AttributeError", `'NoneType' object has no attribute '${attribute}'`, context);
  return { ...object, type: node.type.inner };
}

/** `v, ok := m[k]`, and a KeyError where the key is missing. */
function checkedLookup(node: ir.Lookup, context: GoLowerContext): go.Expr {
  const map = held(node.map, "mapping", context);
  const key = held(node.key, "key", context);
  const [lowered, index] = context.expressions([map, key]) as [go.Expr, go.Expr];
  const value = context.fresh("value");
  const present = context.fresh("ok");
  context.emit(build.define([value, present], build.index(lowered, index)));
  failWhere(
    build.unary("!", build.ident(present)),
    "KeyError",
    textOfLowered(index, key.type, "repr", context),
    context,
    index,
  );
  return build.ident(value);
}

const lengthHints: Readonly<Record<string, string>> = {
  string: "string index out of range",
  tuple: "tuple index out of range",
  bytes: "index out of range",
};

function checkedIndex(node: ir.Index, context: GoLowerContext): go.Expr {
  const object = held(node.object, "list", context);
  const index = held(node.index, "index", context);
  const [lowered, at] = context.expressions([object, index]) as [go.Expr, go.Expr];
  const length = lengthOf(lowered, object.type);
  const high = build.binary(at, ">=", length);
  const isLiteral = index.kind === "IntegerLiteral";
  const low = build.binary(at, "<", node.wraps ? build.unary("-", length) : build.integer(0));
  const outside = isLiteral
    ? index.value < 0n
      ? build.binary(length, "<", build.integer(-index.value))
      : build.binary(length, "<=", at)
    : build.binary(low, "||", high);
  failWhere(
    node.wraps || isLiteral ? outside : isNonNegative(index) ? high : outside,
    "IndexError",
    lengthHints[object.type.kind] ?? "list index out of range",
    context,
  );
  return context.expression({ ...node, object, index, checked: false });
}

function isNonNegative(node: ir.Expression): boolean {
  return node.kind === "IntegerLiteral" && node.value >= 0n;
}

function lengthOf(value: go.Expr, type: Type): go.Expr {
  return type.kind === "string"
    ? build.libraryCall("unicode/utf8", "RuneCountInString", value)
    : build.call("len", value);
}

function checkedPop(node: ir.ListPop, context: GoLowerContext): go.Expr {
  const list = held(node.list, "list", context);
  const lowered = context.expression(list);
  failWhere(
    build.binary(build.call("len", lowered), "==", build.integer(0)),
    "IndexError",
    "pop from empty list",
    context,
  );
  if (node.index === undefined || (node.index.kind === "IntegerLiteral" && node.index.value === 0n))
    return context.expression({ ...node, list, checked: false });
  const index = held(node.index, "index", context);
  const at = context.expression(index);
  const outside = build.binary(
    build.binary(at, ">=", build.call("len", lowered)),
    "||",
    build.binary(at, "<", build.unary("-", build.call("len", lowered))),
  );
  failWhere(outside, "IndexError", "pop index out of range", context);
  return context.expression({ ...node, list, index, checked: false });
}

function checkedKey(
  container: ir.Expression,
  key: ir.Expression,
  keyType: Type,
  rebuild: (container: ir.Expression, key: ir.Expression) => ir.Expression,
  context: GoLowerContext,
): go.Expr {
  const map = held(container, "mapping", context);
  const at = held(key, "key", context);
  const [lowered, index] = context.expressions([map, at]) as [go.Expr, go.Expr];
  const present = context.fresh("ok");
  context.emit(build.define(["_", present], build.index(asMap(lowered, map.type, context), index)));
  failWhere(
    build.unary("!", build.ident(present)),
    "KeyError",
    textOfLowered(index, keyType, "repr", context),
    context,
    index,
  );
  return context.expression(rebuild(map, at));
}

function checkedExtreme(node: ir.Extreme, context: GoLowerContext): go.Expr | undefined {
  if (node.iterable?.type.kind !== "list") return undefined;
  const iterable = held(node.iterable, "list", context);
  const name = node.operator === "minimum" ? "min" : "max";
  failWhere(
    build.binary(build.call("len", context.expression(iterable)), "==", build.integer(0)),
    "ValueError",
    `${name}() arg is an empty sequence`,
    context,
  );
  return context.expression({ ...node, iterable, checked: false });
}
