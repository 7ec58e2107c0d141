import { unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import type { Checker, Operand } from "./checker.ts";
import { toInteger, toRational } from "./constants.ts";
import type { Constant } from "./constants.ts";
import { representConstant } from "./constants-represent.ts";
import { typeSetOf, underlying } from "./check-identity.ts";
import { describe, expressionText } from "./check-messages.ts";
import { showGoType } from "./check-show.ts";
import {
  defaultType,
  every,
  hasNil,
  isBoolean,
  isConstantType,
  isInteger,
  isInterface,
  isNumeric,
  isParameter,
  isString,
  isUnsafePointer,
  isUntypedNil,
  untyped,
} from "./check-types.ts";
import type { Expr } from "./tree.ts";

/** Evaluates an expression that must have one value. */
export function singleValue(check: Checker, node: Expr, hint?: Type): Operand {
  return requireValue(check, check.expression(node, hint));
}

/** Evaluates an expression that may be a call with several results. */
export function anyValues(check: Checker, node: Expr, hint?: Type): Operand {
  const operand = check.expression(node, hint);
  return operand.type.kind === "tuple" && operand.mode === "value" ? operand : requireValue(check, operand);
}

/** Reports operands that are no single value and makes them invalid. */
export function requireValue(check: Checker, operand: Operand): Operand {
  const text = (): string => expressionText(operand.node);
  switch (operand.mode) {
    case "novalue":
      check.error(operand.node, "not-an-expression", `${text()} (no value) used as value`);
      break;
    case "builtin":
      check.error(operand.node, "not-an-expression", `${text()} (built-in) must be called`);
      break;
    case "type":
      check.error(operand.node, "not-an-expression", `${text()} (type) is not an expression`);
      break;
    case "package":
      check.error(operand.node, "not-an-expression", `use of package ${text()} without selector`);
      break;
    case "value":
      if (operand.type.kind !== "tuple") return operand;
      check.error(
        operand.node,
        "assignment-mismatch",
        `multiple-value ${text()} (value of type ${showGoType(operand.type)}) in single-value context`,
      );
      break;
    default:
      return operand;
  }
  return makeInvalid(operand);
}

export function makeInvalid(operand: Operand): Operand {
  operand.mode = "invalid";
  operand.type = unknownType;
  operand.value = undefined;
  return operand;
}

/** Why an untyped operand cannot become a value of a type. */
export type SettleFailure = "mismatch" | "truncated" | "overflows";

const numericOrder = ["int", "rune", "float", "complex"];

/** The type that an untyped operand takes where `target` is wanted, or why it cannot. Typed operands keep theirs. */
export function implicitType(operand: Operand, target: Type): Type | SettleFailure {
  const type = operand.type;
  if (operand.mode === "invalid" || type.kind !== "untyped" || target.kind === "unknown") return type;
  if (target.kind === "untyped") {
    if (type.basis === target.basis) return type;
    const [have, want] = [numericOrder.indexOf(type.basis), numericOrder.indexOf(target.basis)];
    if (have < 0 || want < 0) return "mismatch";
    return have < want ? target : type;
  }
  if (type.basis === "nil") return hasNil(target) || isUnsafePointer(target) ? target : "mismatch";
  if (isInterface(target)) {
    const set = typeSetOf(target);
    if (set.methods.size > 0) return "mismatch";
    const simple = defaultType(type);
    const represented = operand.value === undefined ? undefined : representConstant(operand.value, simple);
    return typeof represented === "string" ? represented : simple;
  }
  if (isParameter(target)) {
    const set = typeSetOf(target);
    if (set.unknown) return target;
    if (set.terms === undefined || set.terms.length === 0) return "mismatch";
    for (const term of set.terms) {
      const result = implicitType(operand, underlying(term.type));
      if (typeof result === "string") return result;
    }
    return target;
  }
  return basicImplicit(operand, type, target);
}

function basicImplicit(operand: Operand, type: Extract<Type, { kind: "untyped" }>, target: Type): Type | SettleFailure {
  const base = underlying(target);
  if (base.kind === "unknown") return target;
  if (!isConstantType(base)) return "mismatch";
  if (operand.mode === "constant" && operand.value !== undefined) {
    const represented = representConstant(operand.value, base);
    return typeof represented === "string" ? represented : target;
  }
  const fits = type.basis === "bool" ? isBoolean(base) : type.basis === "string" ? isString(base) : isNumeric(base);
  return fits ? target : "mismatch";
}

/**
 * Gives an untyped operand the type `target` (or the default type, where `target` is an interface) and passes it down to the parts of the
 * expression. Returns why that is impossible, without reporting it.
 */
export function settle(check: Checker, operand: Operand, target: Type): SettleFailure | undefined {
  const type = implicitType(operand, target);
  if (typeof type === "string") return type;
  if (type === operand.type) return undefined;
  if (operand.value !== undefined && type.kind !== "untyped") operand.value = constantAs(operand.value, type);
  operand.type = type;
  settleNode(check, operand.node, type);
  return undefined;
}

function constantAs(value: Constant, type: Type): Constant | undefined {
  const base = underlying(type);
  if (base.kind === "parameter") return undefined;
  const represented = representConstant(value, base);
  return typeof represented === "string" ? value : represented;
}

/** Passes the final type of an untyped expression on to its operands, as far as they contribute their type to it. */
export function settleNode(check: Checker, node: Expr, type: Type, nested = false): void {
  const info = check.context.recording ? check.facts.expressions.get(node) : undefined;
  if (info === undefined || info.type.kind !== "untyped") return;
  const constant = info.value !== undefined;
  const before = info.type;
  info.type = type;
  if (constant && type.kind !== "untyped") {
    const represented = representConstant(info.value!, underlying(type));
    if (typeof represented !== "string") info.value = represented;
    else if (nested && represented !== "mismatch") {
      const operand: Operand = { node, mode: "constant", type: info.type, value: info.value };
      reportUnrepresentable(check, { ...operand, type: before }, type, represented);
    }
  }
  switch (node.kind) {
    case "ParenExpr":
      settleNode(check, node.x, type, true);
      break;
    case "UnaryExpr":
      if (!constant) settleNode(check, node.x, type, true);
      break;
    case "BinaryExpr":
      if (constant || ["==", "!=", "<", "<=", ">", ">="].includes(node.op)) break;
      settleNode(check, node.x, type, true);
      if (node.op === "<<" || node.op === ">>") checkShifted(check, node.x, type);
      else settleNode(check, node.y, type, true);
      break;
    default:
      break;
  }
}

/** The left side of a shift that is not constant takes its type from the context, which must be an integer type. */
function checkShifted(check: Checker, node: Expr, type: Type): void {
  if (type.kind === "untyped" || every(type, isInteger)) return;
  check.error(
    node,
    "invalid-operation",
    `invalid operation: shifted operand ${expressionText(node)} (type ${showGoType(type)}) must be integer`,
  );
}

/** Gives an untyped operand its default type. */
export function settleDefault(check: Checker, operand: Operand): Operand {
  if (operand.type.kind === "untyped" && !isUntypedNil(operand.type)) {
    const target = defaultType(operand.type);
    const failure = settle(check, operand, target);
    if (failure !== undefined) {
      reportUnrepresentable(check, operand, target, failure);
      makeInvalid(operand);
    }
  }
  return operand;
}

/** Settles the operand or reports why it is no value of the type; the operand is then invalid. */
export function convertUntyped(check: Checker, operand: Operand, target: Type): boolean {
  const failure = settle(check, operand, target);
  if (failure === undefined) return operand.mode !== "invalid";
  reportUnrepresentable(check, operand, target, failure);
  makeInvalid(operand);
  return false;
}

export function reportUnrepresentable(check: Checker, operand: Operand, target: Type, failure: SettleFailure): void {
  const type = showGoType(target);
  if (failure === "overflows") {
    check.error(
      operand.node,
      "constant-overflow",
      `${expressionText(operand.node)} (${describe(operand)}) overflows ${type}`,
    );
  } else if (failure === "truncated") {
    check.error(
      operand.node,
      "constant-overflow",
      `${expressionText(operand.node)} (${describe(operand)}) truncated to ${type}`,
    );
  } else {
    check.error(
      operand.node,
      "mismatched-types",
      `cannot use ${expressionText(operand.node)} (${describe(operand)}) as ${type} value`,
    );
  }
}

/** Settles two operands to a common type where one or both are untyped. False when their types cannot meet. */
export function matchOperands(check: Checker, x: Operand, y: Operand): boolean {
  const mayConvert = (): boolean => {
    if (x.type.kind !== "untyped" && y.type.kind !== "untyped") return false;
    if (isInterface(x.type) || isInterface(y.type)) return true;
    const [left, right] = [underlying(x.type), underlying(y.type)];
    if (left.kind === "parameter" || right.kind === "parameter") return true;
    if (isBoolean(left) !== isBoolean(right)) return false;
    if (isString(left) !== isString(right)) return false;
    if (isUntypedNil(left)) return hasNil(right);
    if (isUntypedNil(right)) return hasNil(left);
    return left.kind !== "pointer" && right.kind !== "pointer";
  };
  if (!mayConvert()) return true;
  const target = x.type;
  if (settle(check, x, y.type) !== undefined) return false;
  return settle(check, y, x.type === target ? target : x.type) === undefined;
}

/** The constant operand as an integer, if it is one. */
export function integerValue(operand: Operand): bigint | undefined {
  return operand.mode === "constant" && operand.value !== undefined ? toInteger(operand.value) : undefined;
}

/** Whether the constant is negative. */
export function isNegative(operand: Operand): boolean {
  const fraction = operand.value === undefined ? undefined : toRational(operand.value);
  return fraction !== undefined && fraction.num < 0n;
}

/** The untyped nil operand. */
export function nilOperand(node: Expr): Operand {
  return { node, mode: "value", type: untyped("nil") };
}
