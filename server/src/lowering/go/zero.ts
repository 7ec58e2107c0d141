import type * as go from "../../go/tree.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { isLarge, largeOperation } from "./large.ts";
import * as build from "./syntax.ts";
import { isNilable } from "./types.ts";

/** What Go calls the zero value of a type where an expression is needed. */
export function zeroValue(type: Type, context: GoLowerContext): go.Expr {
  switch (type.kind) {
    case "bool":
      return build.ident("false");
    case "int":
      return isLarge(type) ? largeOperation("SetInt64", build.integer(0)) : build.integer(0);
    case "float":
    case "complex":
      return build.integer(0);
    case "string":
      return build.string("");
    case "optional":
    case "none":
      return build.ident("nil");
    case "tuple":
    case "array":
    case "struct":
      return build.composite(context.type(type), []);
    case "named":
      return namedZero(type, context);
    default:
      return isNilable(type) ? build.ident("nil") : build.star(build.call("new", context.type(type)));
  }
}

function namedZero(type: Extract<Type, { kind: "named" }>, context: GoLowerContext): go.Expr {
  if (isNilable(type) || type.symbol.name === "error") return build.ident("nil");
  const { underlying, form } = type.symbol;
  const basis = type.symbol.enumeration?.basis;
  if (basis === "string") return build.string("");
  if (form === "enum" && basis !== "record") return build.integer(0);
  if (underlying !== undefined && underlying.kind !== "struct" && underlying.kind !== "array")
    return zeroValue(underlying, context);
  return build.composite(context.type(type), []);
}
