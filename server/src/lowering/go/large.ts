import type * as go from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/*
 * Integers that outgrow 64 bits, as *big.Int. Values are never changed in place, since they may be shared as Python's integers are: each operation
 * makes a new one.
 */

/** Whether the type is an integer that outgrows 64 bits. */
export function isLarge(type: Type): boolean {
  return type.kind === "int" && type.size === "large";
}

/** Whether a value of the type holds such integers. */
export function holdsLarge(type: Type): boolean {
  if (isLarge(type)) return true;
  switch (type.kind) {
    case "optional":
      return holdsLarge(type.inner);
    case "tuple":
      return [...type.elements, ...(type.rest ? [type.rest] : [])].some(holdsLarge);
    default:
      return false;
  }
}

/** `*big.Int`. */
export function largeType(): go.Expr {
  return build.star(build.packageMember("math/big", "Int"));
}

/** An integer literal. */
export function largeLiteral(value: bigint, context: GoLowerContext): go.Expr {
  if (value < 2n ** 63n && value >= -(2n ** 63n)) return newInt(build.integer(value));
  return build.call(context.helper("bigInt"), build.string(value.toString()));
}

function newInt(value: go.Expr): go.Expr {
  return build.libraryCall("math/big", "NewInt", value);
}

/** A new integer that holds what the method makes of its operands. */
export function largeOperation(method: string, ...operands: readonly go.Expr[]): go.Expr {
  const fresh = build.call("new", build.packageMember("math/big", "Int"));
  return build.call(build.selector(fresh, method), ...operands);
}

/** Converts between large integers and other numbers. Undefined where neither is one. */
export function convertLarge(node: ir.Convert, context: GoLowerContext): go.Expr | undefined {
  const { operand, type } = node;
  if (isLarge(type)) {
    const value = integerValue(operand);
    if (value !== undefined) return largeLiteral(value, context);
    if (operand.type.kind === "float") return build.call(context.helper("bigFromFloat"), context.expression(operand));
    const lowered = context.expression(operand);
    if (operand.type.kind === "bool")
      return newInt(build.call("int64", build.call(context.helper("boolToInt"), lowered)));
    if (operand.type.kind === "int") return isLarge(operand.type) ? lowered : newInt(asInt64(lowered));
    throw new Untranslatable(
      "large-integer",
      "This conversion to a large integer is not translated; package math/big has others.",
    );
  }
  if (!isLarge(operand.type)) return undefined;
  const value = context.expression(operand);
  if (type.kind === "int") return build.call(context.helper(node.clamps ? "clampedInt" : "smallInt"), value);
  if (type.kind === "float") return build.call(context.helper("bigToFloat"), value);
  throw new Untranslatable(
    "large-integer",
    "This conversion of a large integer is not translated; package math/big has others.",
  );
}

const bitMethods: Readonly<Record<string, string>> = { and: "And", or: "Or", xor: "Xor", andNot: "AndNot" };

/** An int64 that another is converted to; constants need no conversion. */
export function asInt64(value: go.Expr): go.Expr {
  return value.kind === "BasicLit" ? value : build.call("int64", value);
}

/** Arithmetic on large integers. */
export function largeArithmetic(
  node: ir.Arithmetic | ir.IntegerDivide | ir.Remainder | ir.Power | ir.Bitwise,
  context: GoLowerContext,
): go.Expr {
  const [left, right] = context.expressions([node.left, node.right]) as [go.Expr, go.Expr];
  switch (node.kind) {
    case "Arithmetic":
      return largeOperation({ add: "Add", subtract: "Sub", multiply: "Mul" }[node.operator], left, right);
    case "Power":
      return largeOperation("Exp", left, right, build.ident("nil"));
    case "Bitwise":
      if (node.operator === "shiftLeft" || node.operator === "shiftRight")
        return largeOperation(
          node.operator === "shiftLeft" ? "Lsh" : "Rsh",
          left,
          right.kind === "BasicLit" ? right : build.call("uint", right),
        );
      return largeOperation(bitMethods[node.operator] ?? "And", left, right);
    default: {
      // Div and Mod of package big round so that the remainder is not negative, which is Python's rule for positive divisors.
      const divides = node.kind === "IntegerDivide";
      if (node.rounding === "truncate" || isPositive(node.right))
        return largeOperation(divides ? "Div" : "Mod", left, right);
      return build.call(context.helper(divides ? "floorDivBig" : "floorModBig"), left, right);
    }
  }
}

function isPositive(node: ir.Expression): boolean {
  const inner = node.kind === "Convert" ? node.operand : node;
  const value = integerValue(inner);
  return (value !== undefined && value > 0n) || (node.kind === "Power" && isPositive(node.left));
}
