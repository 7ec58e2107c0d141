import type * as ir from "../ir/node.ts";
import { wordType } from "../types/build.ts";
import { sameType } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { isExternalCall } from "./external.ts";

/**
 * The expression as Go assigns it to a place of `type`: a struct or array that stands in a place of its own is copied, `nil` takes the type, and a
 * value becomes an interface.
 */
export function coerceGo(expression: ir.Expression, type: Type): ir.Expression {
  // A nil that was converted keeps its type: within an interface it is not the interface's own nil.
  if (expression.kind === "NoneLiteral" && expression.type.kind !== "named") return { ...expression, type };
  if (expression.type.kind === "unknown" && isExternalCall(expression)) return { ...expression, type };
  const duration = asDuration(expression, type);
  if (duration !== undefined) return duration;
  const value = isCopied(expression.type) && isPlace(expression) ? copy(expression) : expression;
  if (type.kind === "unknown" || sameType(value.type, type)) return value;
  if (!isInterface(type) && !isDefinedOn(type, value.type)) return value;
  return { sort: "expression", kind: "Cast", operand: value, type, origin: value.origin };
}

/** Whether the type is `time.Duration`, a number of nanoseconds that other languages have as a type of their own. */
function isDuration(type: Type): boolean {
  return type.kind === "named" && type.symbol.module === "time" && type.symbol.name === "Duration";
}

function isNumber(expression: ir.Expression): boolean {
  return expression.kind === "IntegerLiteral" || (expression.kind === "Negate" && isNumber(expression.operand));
}

/** A bare number of nanoseconds that stands for a `time.Duration`; undefined for all else. */
export function asDuration(expression: ir.Expression, type: Type): ir.Expression | undefined {
  if (!isDuration(type) || !isNumber(expression)) return undefined;
  if (expression.kind === "IntegerLiteral" && expression.value === 0n)
    return { sort: "expression", kind: "ZeroValue", type, origin: expression.origin };
  return { sort: "expression", kind: "Convert", operand: asWord(expression), type, origin: expression.origin };
}

function asWord(expression: ir.Expression): ir.Expression {
  return expression.kind === "Negate"
    ? { ...expression, operand: asWord(expression.operand), type: wordType }
    : { ...expression, type: wordType };
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
