import type * as ir from "../ir/node.ts";
import { sameType } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { isExternalCall } from "./external.ts";

/**
 * The expression as Go assigns it to a place of `type`: a struct or array that stands in a place of its own is copied, `nil` takes the type, and a
 * value becomes an interface.
 */
export function coerceGo(expression: ir.Expression, type: Type): ir.Expression {
  if (expression.kind === "NoneLiteral") return { ...expression, type };
  if (expression.type.kind === "unknown" && isExternalCall(expression)) return { ...expression, type };
  const value = isCopied(expression.type) && isPlace(expression) ? copy(expression) : expression;
  if (type.kind === "unknown" || sameType(value.type, type)) return value;
  if (!isInterface(type) && !isDefinedOn(type, value.type)) return value;
  return { sort: "expression", kind: "Cast", operand: value, type, origin: value.origin };
}

function copy(operand: ir.Expression): ir.Copy {
  return { sort: "expression", kind: "Copy", operand, type: operand.type, origin: operand.origin };
}

/** Whether assignment copies values of this type element by element. */
export function isCopied(type: Type): boolean {
  if (type.kind === "array" || type.kind === "struct") return true;
  const underlying = type.kind === "named" ? type.symbol.underlying : undefined;
  return underlying !== undefined && (underlying.kind === "array" || underlying.kind === "struct");
}

/** Whether the expression is a place that goes on to hold the value, so that the copy can be told from it. */
function isPlace(expression: ir.Expression): boolean {
  switch (expression.kind) {
    case "Variable":
    case "Field":
    case "Index":
    case "Lookup":
    case "Dereference":
      return true;
    case "Cast":
      return isPlace(expression.operand);
    default:
      return false;
  }
}

function isInterface(type: Type): boolean {
  return (
    type.kind === "interface" ||
    type.kind === "any" ||
    (type.kind === "named" && (type.symbol.form === "interface" || type.symbol.name === "error"))
  );
}

/** Whether a value of a type without a name becomes one of a defined type with methods, which Go does without notation. */
function isDefinedOn(type: Type, from: Type): boolean {
  return (
    type.kind === "named" && type.symbol.form === "defined" && type.symbol.methods.size > 0 && from.kind !== "named"
  );
}
