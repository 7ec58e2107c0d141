import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { methodOf } from "../../types/members.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { isLarge } from "./large.ts";
import { asMap } from "./ordered-maps.ts";
import * as build from "./syntax.ts";
import { isReference } from "./types.ts";

/** A boolean that says what Python's truth of the value says, or with `negated` the opposite. */
export function truth(node: ir.Expression, negated: boolean, context: GoLowerContext): go.Expr {
  const value = context.expression(node);
  return truthOf(value, node.type, negated, context);
}

/** The same of a lowered value. */
export function truthOf(value: go.Expr, type: Type, negated: boolean, context: GoLowerContext): go.Expr {
  const differs = negated ? "==" : "!=";
  switch (type.kind) {
    case "bool":
      return negated ? negation(value) : value;
    case "int":
      return build.binary(isLarge(type) ? build.call(build.selector(value, "Sign")) : value, differs, build.integer(0));
    case "float":
    case "complex":
      return build.binary(value, differs, build.integer(0));
    case "string":
      return build.binary(value, differs, build.string(""));
    case "dict":
      return build.binary(build.call("len", asMap(value, type, context)), negated ? "==" : ">", build.integer(0));
    case "bytes":
    case "list":
    case "set":
    case "array":
      return build.binary(build.call("len", value), negated ? "==" : ">", build.integer(0));
    case "tuple":
      if (type.rest) return build.binary(build.call("len", value), negated ? "==" : ">", build.integer(0));
      return build.ident(type.elements.length > 0 === negated ? "false" : "true");
    case "none":
      return build.ident(negated ? "true" : "false");
    case "optional":
      return optionalTruth(value, type.inner, negated, context);
    case "function":
    case "pointer":
    case "channel":
      return build.binary(value, differs, build.ident("nil"));
    case "named":
      return namedTruth(value, type, negated, context);
    default:
      throw new Untranslatable(
        "truth-of-unknown",
        "Whether this value counts as true depends on its type, which is not known here; Go conditions are booleans.",
      );
  }
}

function optionalTruth(value: go.Expr, inner: Type, negated: boolean, context: GoLowerContext): go.Expr {
  const isPointer = context.type({ kind: "optional", inner }).kind === "StarExpr" && !isReference(inner);
  if (!isPointer) {
    // A nil list or dict has the length 0, so that asking for the length covers both.
    if (inner.kind === "named") return build.binary(value, negated ? "==" : "!=", build.ident("nil"));
    if (!context.facts.isOrdered(inner)) return truthOf(value, inner, negated, context);
    const map = value.kind === "Ident" ? value : context.temporary("value", value);
    const isThere = build.binary(map, negated ? "==" : "!=", build.ident("nil"));
    return build.binary(isThere, negated ? "||" : "&&", truthOf(map, inner, negated, context));
  }
  const pointer = value.kind === "Ident" ? value : context.temporary("value", value);
  const present = build.binary(pointer, negated ? "==" : "!=", build.ident("nil"));
  return build.binary(present, negated ? "||" : "&&", truthOf(build.star(pointer), inner, negated, context));
}

function namedTruth(
  value: go.Expr,
  type: Extract<Type, { kind: "named" }>,
  negated: boolean,
  context: GoLowerContext,
): go.Expr {
  if (methodOf(type, "__bool__")) {
    const call = build.call(build.selector(value, context.member("__bool__", type, "method")));
    return negated ? build.unary("!", call) : call;
  }
  if (methodOf(type, "__len__"))
    return build.binary(
      build.call(build.selector(value, context.member("__len__", type, "method"))),
      negated ? "==" : ">",
      build.integer(0),
    );
  const { enumeration } = type.symbol;
  if (enumeration) {
    if (enumeration.flavour === "plain") return build.ident(negated ? "false" : "true");
    const zero = enumeration.basis === "string" ? build.string("") : build.integer(0);
    return build.binary(value, negated ? "==" : "!=", zero);
  }
  if (type.symbol.underlying !== undefined) return truthOf(value, type.symbol.underlying, negated, context);
  return build.binary(value, negated ? "==" : "!=", build.ident("nil"));
}

const opposites: Readonly<Record<string, go.BinaryOperator>> = { "==": "!=", "!=": "==" };

/** The opposite of a lowered boolean, without a `!` where an operator says it. Order is not turned around: with NaN both `<` and `>=` are false. */
export function negation(value: go.Expr): go.Expr {
  if (value.kind === "UnaryExpr" && value.op === "!") return value.x;
  if (value.kind === "Ident" && (value.name === "true" || value.name === "false"))
    return build.ident(value.name === "true" ? "false" : "true");
  const opposite = value.kind === "BinaryExpr" ? opposites[value.op] : undefined;
  if (value.kind === "BinaryExpr" && opposite) return { ...value, op: opposite };
  if (value.kind === "BinaryExpr" && value.op === ">" && isLength(value.x))
    return { ...value, op: value.y.kind === "BasicLit" && value.y.raw === "0" ? "==" : "<=" };
  return build.unary("!", value);
}

function isLength(value: go.Expr): boolean {
  return value.kind === "CallExpr" && value.fun.kind === "Ident" && value.fun.name === "len";
}
