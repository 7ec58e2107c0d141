import type { Type } from "../types/type.ts";
import { isAssignable } from "./check-assignable.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { bitLength, boolConstant, toInteger, toRational } from "./constants.ts";
import type { Constant } from "./constants.ts";
import { binaryConstant, compareConstants, shiftConstant, unaryConstant } from "./constants-arithmetic.ts";
import { integerBits, representConstant } from "./constants-represent.ts";
import { identical, underlying } from "./check-identity.ts";
import { describe, expressionText } from "./check-messages.ts";
import { convertUntyped, isNegative, matchOperands, settle, settleDefault, singleValue } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import {
  coreType,
  every,
  hasNil,
  isBoolean,
  isComparable,
  isInteger,
  isNumeric,
  isNumericOrString,
  isOrdered,
  isParameter,
  isUntypedNil,
  untyped,
} from "./check-types.ts";
import { boolType, wordType } from "../types/build.ts";
import type { ArithmeticOperator, BinaryExpr, BinaryOperator, ComparisonOperator, Expr, UnaryExpr } from "./tree.ts";

/** Constants are not shifted further than this. */
const largestConstantShift = 1023n - 1n + 52n + 1n;

const comparisons: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">="]);

/** `op x`. */
export function checkUnary(check: Checker, node: UnaryExpr, hint: Type | undefined): Operand {
  if (node.op === "&") return addressOf(check, node, hint);
  const x = singleValue(check, node.x);
  if (x.mode === "invalid") return invalid(node);
  if (node.op === "<-") return receive(check, node, x);
  if (node.op === "~") {
    check.error(node, "misplaced", "cannot use ~ outside of interface or type constraint");
    return invalid(node);
  }
  const wanted = node.op === "!" ? isBoolean : node.op === "^" ? isInteger : isNumeric;
  if (!every(x.type, wanted)) {
    check.error(
      node,
      "invalid-operation",
      `invalid operation: operator ${node.op} not defined on ${expressionText(node.x)} (${describe(x)})`,
    );
    return invalid(node);
  }
  if (x.mode !== "constant") return valueOf(node, x.type);
  const base = underlying(x.type);
  const bits = base.kind === "int" && !base.signed ? integerBits(base) : undefined;
  const value = x.value === undefined ? undefined : unaryConstant(node.op, x.value, bits);
  return fitted(check, { node, mode: "constant", type: x.type, value });
}

function addressOf(check: Checker, node: UnaryExpr, hint: Type | undefined): Operand {
  let inner = node.x;
  while (inner.kind === "ParenExpr") inner = inner.x;
  const x = singleValue(check, node.x, hint?.kind === "pointer" ? hint.target : undefined);
  if (x.mode === "invalid") return invalid(node);
  if (inner.kind !== "CompositeLit" && x.mode !== "variable") {
    check.error(
      node,
      "not-addressable",
      `invalid operation: cannot take address of ${expressionText(node.x)} (${describe(x)})`,
    );
    return invalid(node);
  }
  return valueOf(node, { kind: "pointer", target: x.type });
}

function receive(check: Checker, node: UnaryExpr, x: Operand): Operand {
  const channel = coreType(x.type);
  if (channel?.kind === "unknown") return invalid(node);
  if (channel?.kind !== "channel") {
    check.error(
      node,
      "invalid-operation",
      `invalid operation: cannot receive from non-channel ${expressionText(node.x)} (${describe(x)})`,
    );
    return invalid(node);
  }
  if (channel.direction === "send") {
    check.error(
      node,
      "invalid-operation",
      `invalid operation: cannot receive from send-only channel ${expressionText(node.x)} (${describe(x)})`,
    );
    return invalid(node);
  }
  return { node, mode: channel.element.kind === "unknown" ? "invalid" : "commaOk", type: channel.element };
}

/** Checks that a constant result fits its type and rounds it. */
function fitted(check: Checker, operand: Operand): Operand {
  if (operand.value === undefined) return operand;
  if (operand.type.kind === "untyped") {
    const integer = operand.value.kind === "int" ? operand.value.value : 0n;
    if (bitLength(integer) <= 512) return operand;
    check.error(operand.node, "constant-overflow", "constant overflow");
    return invalid(operand.node);
  }
  const represented = representConstant(operand.value, underlying(operand.type));
  if (typeof represented !== "string") return { ...operand, value: represented };
  if (represented === "mismatch") return operand;
  const shown = toInteger(operand.value);
  check.error(
    operand.node,
    "constant-overflow",
    `${expressionText(operand.node)} (constant ${shown ?? "value"} of type ${showGoType(operand.type)}) overflows ${showGoType(operand.type)}`,
  );
  return invalid(operand.node);
}

/** `x op y`. */
export function checkBinary(check: Checker, node: BinaryExpr): Operand {
  const x = singleValue(check, node.x);
  const y = singleValue(check, node.y);
  return combine(check, node, x, y, node.op);
}

/** The result of an operator; `node` is the whole expression, or for `x op= y` the left side. */
export function combine(check: Checker, node: Expr, x: Operand, y: Operand, op: BinaryOperator): Operand {
  if (x.mode === "invalid" || y.mode === "invalid") {
    // A comparison is a boolean whatever its sides are, though it may or may not be constant.
    return comparisons.has(op) && node.kind === "BinaryExpr"
      ? { node, mode: "invalid", type: boolType }
      : invalid(node);
  }
  if (op === "<<" || op === ">>") return shift(check, node, x, y, op);
  if (!matchOperands(check, x, y)) return mismatch(check, node, x, y, op);
  if (comparisons.has(op)) return compare(check, node, x, y, op as ComparisonOperator);
  if (!identical(x.type, y.type)) return mismatch(check, node, x, y, op);
  if (!every(x.type, operandRule(op))) {
    check.error(
      x.node,
      "invalid-operation",
      `invalid operation: operator ${op} not defined on ${expressionText(x.node)} (${describe(x)})`,
    );
    return invalid(node);
  }
  const zeroDivisor = y.mode === "constant" && y.value !== undefined && isZero(y.value);
  if ((op === "/" || op === "%") && zeroDivisor && (x.mode === "constant" || every(x.type, isInteger))) {
    check.error(y.node, "division-by-zero", "invalid operation: division by zero");
    return invalid(node);
  }
  if (x.mode !== "constant" || y.mode !== "constant") return valueOf(node, x.type);
  return { ...foldBinary(check, node, x, y, op) };
}

function operandRule(op: BinaryOperator): (base: Type) => boolean {
  if (op === "&&" || op === "||") return isBoolean;
  if (op === "+") return isNumericOrString;
  return op === "-" || op === "*" || op === "/" ? isNumeric : isInteger;
}

function isZero(value: Constant): boolean {
  if (value.kind === "complex") return value.re.num === 0n && value.im.num === 0n;
  return toRational(value)?.num === 0n;
}

function foldBinary(check: Checker, node: Expr, x: Operand, y: Operand, op: BinaryOperator): Operand {
  const [left, right] = [x.value, y.value];
  let value: Constant | undefined;
  if (left === undefined || right === undefined) value = undefined;
  else if (op === "&&" || op === "||") {
    if (left.kind === "bool" && right.kind === "bool")
      value = boolConstant(op === "&&" ? left.value && right.value : left.value || right.value);
  } else value = binaryConstant(op as ArithmeticOperator, left, right, isInteger(underlying(x.type)));
  return fitted(check, { node, mode: "constant", type: x.type, value });
}

function mismatch(check: Checker, node: Expr, x: Operand, y: Operand, op: BinaryOperator): Operand {
  const sides = `${expressionText(x.node)} ${op} ${expressionText(y.node)}`;
  check.error(
    node,
    "mismatched-types",
    `invalid operation: ${sides} (mismatched types ${showGoType(x.type)} and ${showGoType(y.type)})`,
  );
  return invalid(node);
}

function compare(check: Checker, node: Expr, x: Operand, y: Operand, op: ComparisonOperator): Operand {
  if (!isAssignable(check, x, y.type) && !isAssignable(check, y, x.type)) return mismatch(check, node, x, y, op);
  const problem = op === "==" || op === "!=" ? equalityProblem(x, y) : orderProblem(x, y);
  if (problem !== undefined) {
    check.error(
      node,
      "invalid-operation",
      `invalid operation: ${expressionText(x.node)} ${op} ${expressionText(y.node)} (${problem})`,
    );
    return invalid(node);
  }
  if (x.mode === "constant" && y.mode === "constant" && x.value !== undefined && y.value !== undefined) {
    const result = compareConstants(op, x.value, y.value);
    return {
      node,
      mode: "constant",
      type: untyped("bool"),
      value: result === undefined ? { kind: "unknown" } : boolConstant(result),
    };
  }
  settleDefault(check, x);
  settleDefault(check, y);
  return valueOf(node, untyped("bool"));
}

function equalityProblem(x: Operand, y: Operand): string | undefined {
  const [nilX, nilY] = [isUntypedNil(x.type), isUntypedNil(y.type)];
  if (nilX && nilY) return "operator not defined on nil";
  if (nilX || nilY || isNilNode(x) || isNilNode(y)) {
    const other = nilX || isNilNode(x) ? y : x;
    return hasNil(other.type) ? undefined : `mismatched types ${showGoType(x.type)} and ${showGoType(y.type)}`;
  }
  const culprit = !isComparable(x.type) ? x.type : !isComparable(y.type) ? y.type : undefined;
  if (culprit === undefined) return undefined;
  const base = underlying(culprit);
  if (base.kind === "list" || base.kind === "dict" || base.kind === "function") {
    const word = { list: "slice", dict: "map", function: "func" }[base.kind];
    return `${word} can only be compared to nil`;
  }
  return isParameter(base) ? "incomparable types in type set" : `${showGoType(culprit)} cannot be compared`;
}

function isNilNode(operand: Operand): boolean {
  let { node } = operand;
  while (node.kind === "ParenExpr") node = node.x;
  return node.kind === "Ident" && node.name === "nil" && operand.mode === "value" && operand.entity === undefined;
}

function orderProblem(x: Operand, y: Operand): string | undefined {
  const culprit = !every(x.type, isOrdered) ? x.type : !every(y.type, isOrdered) ? y.type : undefined;
  return culprit && `operator not defined on ${showGoType(culprit)}`;
}

function shift(check: Checker, node: Expr, x: Operand, y: Operand, op: "<<" | ">>"): Operand {
  const untypedInteger =
    x.type.kind === "untyped" &&
    x.value !== undefined &&
    (x.value.kind === "unknown" || toInteger(x.value) !== undefined);
  if (!untypedInteger && !every(x.type, isInteger)) {
    check.error(
      x.node,
      "invalid-operation",
      `invalid operation: shifted operand ${expressionText(x.node)} (${describe(x)}) must be integer`,
    );
    return invalid(node);
  }
  if (!checkCount(check, y)) return invalid(node);
  if (x.mode === "constant") {
    if (y.mode === "constant") {
      const [left, count] = [x.value && toInteger(x.value), y.value && toInteger(y.value)];
      if (count !== undefined && count >= largestConstantShift) {
        check.error(
          y.node,
          "invalid-operation",
          `invalid operation: invalid shift count ${expressionText(y.node)} (${describe(y)})`,
        );
        return invalid(node);
      }
      const type = x.type.kind === "untyped" && !isInteger(x.type) ? untyped("int") : x.type;
      const value: Constant =
        left === undefined || count === undefined ? { kind: "unknown" } : shiftConstant(op, left, count);
      return fitted(check, { node, mode: "constant", type, value });
    }
    if (x.type.kind === "untyped") return valueOf(node, x.type);
  }
  if (!every(x.type, isInteger)) {
    check.error(
      x.node,
      "invalid-operation",
      `invalid operation: shifted operand ${expressionText(x.node)} (${describe(x)}) must be integer`,
    );
    return invalid(node);
  }
  return valueOf(node, x.type);
}

function checkCount(check: Checker, y: Operand): boolean {
  if (y.mode === "constant") {
    if (isNegative(y)) {
      check.error(y.node, "invalid-operation", `invalid operation: negative shift count ${expressionText(y.node)}`);
      return false;
    }
    if (y.type.kind === "untyped") {
      const integer = y.value === undefined ? 0n : toInteger(y.value);
      if (integer === undefined && y.value?.kind !== "unknown") return notInteger(check, y);
      if (integer !== undefined && integer >= 1n << 64n) {
        check.error(y.node, "constant-overflow", `${expressionText(y.node)} (${describe(y)}) overflows uint`);
        return false;
      }
      settle(check, y, untyped("int"));
      if (integer !== undefined && integer >= 1n << 63n) settle(check, y, { kind: "int", size: "word", signed: false });
      else settleDefault(check, y);
      return true;
    }
    if (y.value !== undefined && toInteger(y.value) !== undefined) return true;
  } else if (y.type.kind === "untyped") return convertUntyped(check, y, wordType);
  return every(y.type, isInteger) || notInteger(check, y);
}

function notInteger(check: Checker, y: Operand): boolean {
  check.error(
    y.node,
    "invalid-operation",
    `invalid operation: shift count ${expressionText(y.node)} (${describe(y)}) must be integer`,
  );
  return false;
}
