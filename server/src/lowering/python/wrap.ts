import * as py from "../../python/build.ts";
import type { Expression } from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import { underlying } from "../lift/go-operators.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** How many bits a Go integer has, where its overflow must be imitated: not for `int` and `int64`, which programs rarely overflow, nor for `rune`. */
export function wrappingSize(type: Type): { readonly bits: number; readonly signed: boolean } | undefined {
  const integer = underlying(type);
  if (integer.kind !== "int" || integer.size === "unbounded" || integer.size === "large" || integer.alias === "rune")
    return undefined;
  const bits = integer.size === "word" || integer.size === "pointer" ? 64 : integer.size;
  return integer.signed && bits === 64 ? undefined : { bits, signed: integer.signed };
}

/** The value cut to the bits of its Go type, as Go does when an operation overflows. */
export function wrapInteger(value: Expression, type: Type, context: PythonLowerContext): Expression {
  const size = wrappingSize(type);
  if (size === undefined) return value;
  if (size.signed) return py.call(context.helper("wrap_signed"), [value, py.int(size.bits)]);
  const mask = (1n << BigInt(size.bits)) - 1n;
  return py.binOp(value, "BitAnd", py.int(mask, undefined, `0x${mask.toString(16).toUpperCase()}`));
}

/** The same of any number: a float of 32 bits is rounded after each operation. */
export function wrapNumber(value: Expression, type: Type, context: PythonLowerContext): Expression {
  const number = underlying(type);
  if (number.kind === "float" && number.bits === 32) return py.call(context.helper("to_float32"), [value]);
  return wrapInteger(value, type, context);
}

/** The same of an operation, which may rely on the bounds of 64 bits with a sign. */
export function wrapOperation(
  value: Expression,
  node: { readonly type: Type; readonly wraps?: boolean | undefined },
  context: PythonLowerContext,
): Expression {
  return node.wraps === true
    ? py.call(context.helper("wrap_signed"), [value, py.int(64)])
    : wrapNumber(value, node.type, context);
}
