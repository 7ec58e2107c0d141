import type { Expression } from "./node.ts";
import { forEachChild } from "./walk.ts";

const simpleKinds: ReadonlySet<string> = new Set([
  "IntegerLiteral",
  "FloatLiteral",
  "StringLiteral",
  "BytesLiteral",
  "BooleanLiteral",
  "CharacterLiteral",
  "NoneLiteral",
  "Variable",
]);

/** A literal or a variable: repeating it costs nothing and changes nothing. */
export function isSimple(node: Expression): boolean {
  return simpleKinds.has(node.kind);
}

const pureKinds: ReadonlySet<string> = new Set([
  ...simpleKinds,
  "ZeroValue",
  "Field",
  "Arithmetic",
  "Divide",
  "IntegerDivide",
  "Remainder",
  "Bitwise",
  "Negate",
  "Complement",
  "Concatenate",
  "Compare",
  "Identical",
  "IsNone",
  "Membership",
  "Logical",
  "Not",
  "Truth",
  "Convert",
  "Cast",
  "Index",
  "Lookup",
  "Length",
  "TupleLiteral",
  "Ordinal",
  "Character",
  "Absolute",
  "Dereference",
]);

/** Whether evaluating it changes nothing and gives the same again as long as no variable or element changes. Properties count as impure. */
export function isPure(node: Expression): boolean {
  if (!pureKinds.has(node.kind) || (node.kind === "Field" && node.member === "property")) return false;
  let pure = true;
  forEachChild(node, (child) => {
    if (child.sort !== "expression" || !isPure(child)) pure = false;
  });
  return pure;
}

const totalKinds: ReadonlySet<string> = new Set([
  ...simpleKinds,
  "Compare",
  "Identical",
  "IsNone",
  "Logical",
  "Not",
  "Truth",
  "Negate",
  "Arithmetic",
  "Length",
  "Cast",
]);

/** Pure, and can never panic or raise, so that it may be evaluated earlier than the source does, or in vain. */
export function isTotal(node: Expression): boolean {
  if (!totalKinds.has(node.kind)) return false;
  let total = true;
  forEachChild(node, (child) => {
    if (child.sort !== "expression" || !isTotal(child)) total = false;
  });
  return total;
}

/** The number that an integer literal, perhaps negated, stands for. */
export function integerValue(node: Expression | undefined): bigint | undefined {
  if (node === undefined) return undefined;
  if (node.kind === "IntegerLiteral") return node.value;
  if (node.kind === "Negate") {
    const value = integerValue(node.operand);
    return value === undefined ? undefined : -value;
  }
  if (node.kind === "CharacterLiteral") return BigInt(node.value);
  return undefined;
}
