import type { ArithmeticOperator, ComparisonOperator } from "./tree.ts";
import {
  bitLength,
  boolConstant,
  bytesOf,
  intConstant,
  rational,
  stringConstant,
  toRational,
  unknownConstant,
} from "./constants.ts";
import type { Constant, Rational } from "./constants.ts";
import { decodeUtf8 } from "./utf8.ts";

const rank: Partial<Record<Constant["kind"], number>> = { int: 1, float: 2, complex: 3 };

/** `x op y` for the arithmetic operators except shifts. `integer` says that `/` truncates. The divisor must not be zero. */
export function binaryConstant(op: ArithmeticOperator, x: Constant, y: Constant, integer: boolean): Constant {
  if (x.kind === "string" && y.kind === "string") return op === "+" ? concatenate(x.value, y.value) : unknownConstant;
  const width = Math.max(rank[x.kind] ?? 9, rank[y.kind] ?? 9);
  if (width > 3) return unknownConstant;
  if (x.kind === "int" && y.kind === "int" && (integer || op !== "/")) return integerOperation(op, x.value, y.value);
  if (width === 3) return complexOperation(op, asComplex(x), asComplex(y));
  const left = toRational(x);
  const right = toRational(y);
  const result = left && right && rationalOperation(op, left, right);
  return result ? { kind: "float", value: result } : unknownConstant;
}

function concatenate(x: string | Uint8Array, y: string | Uint8Array): Constant {
  if (typeof x === "string" && typeof y === "string") return stringConstant(x + y);
  const bytes = [...Array.from(bytesOf(x)), ...Array.from(bytesOf(y))];
  return stringConstant(decodeUtf8(bytes) ?? Uint8Array.from(bytes));
}

function integerOperation(op: ArithmeticOperator, x: bigint, y: bigint): Constant {
  switch (op) {
    case "+":
      return intConstant(x + y);
    case "-":
      return intConstant(x - y);
    case "*":
      return bitLength(x) + bitLength(y) > 10_000 ? unknownConstant : intConstant(x * y);
    case "/":
      return y === 0n ? unknownConstant : intConstant(x / y);
    case "%":
      return y === 0n ? unknownConstant : intConstant(x % y);
    case "&":
      return intConstant(x & y);
    case "|":
      return intConstant(x | y);
    case "^":
      return intConstant(x ^ y);
    case "&^":
      return intConstant(x & ~y);
    default:
      return unknownConstant;
  }
}

function rationalOperation(op: ArithmeticOperator, x: Rational, y: Rational): Rational | undefined {
  switch (op) {
    case "+":
      return rational(x.num * y.den + y.num * x.den, x.den * y.den);
    case "-":
      return rational(x.num * y.den - y.num * x.den, x.den * y.den);
    case "*":
      return rational(x.num * y.num, x.den * y.den);
    case "/":
      return y.num === 0n ? undefined : rational(x.num * y.den, x.den * y.num);
    default:
      return undefined;
  }
}

interface ComplexParts {
  readonly re: Rational;
  readonly im: Rational;
}

function asComplex(value: Constant): ComplexParts {
  if (value.kind === "complex") return value;
  return { re: toRational(value) ?? { num: 0n, den: 1n }, im: { num: 0n, den: 1n } };
}

function complexOperation(op: ArithmeticOperator, x: ComplexParts, y: ComplexParts): Constant {
  const each = (sign: "+" | "-" | "*" | "/", a: Rational | undefined, b: Rational | undefined) =>
    a && b && rationalOperation(sign, a, b);
  let re: Rational | undefined;
  let im: Rational | undefined;
  if (op === "+" || op === "-") {
    re = each(op, x.re, y.re);
    im = each(op, x.im, y.im);
  } else if (op === "*") {
    re = each("-", each("*", x.re, y.re), each("*", x.im, y.im));
    im = each("+", each("*", x.re, y.im), each("*", x.im, y.re));
  } else if (op === "/") {
    const norm = each("+", each("*", y.re, y.re), each("*", y.im, y.im));
    re = each("/", each("+", each("*", x.re, y.re), each("*", x.im, y.im)), norm);
    im = each("/", each("-", each("*", x.im, y.re), each("*", x.re, y.im)), norm);
  }
  return re && im ? { kind: "complex", re, im } : unknownConstant;
}

/** `x << count` or `x >> count` of an integer; unknown when the result would be absurdly large. */
export function shiftConstant(op: "<<" | ">>", x: bigint, count: bigint): Constant {
  if (op === ">>") return intConstant(count > 100_000n ? (x < 0n ? -1n : 0n) : x >> count);
  return count > 10_000n ? unknownConstant : intConstant(x << count);
}

/** `-x`, `+x`, `!x`, or `^x`; for `^` of an unsigned type `bits` is its size. */
export function unaryConstant(op: "+" | "-" | "!" | "^", x: Constant, bits?: number): Constant {
  if (op === "!") return x.kind === "bool" ? boolConstant(!x.value) : unknownConstant;
  if (op === "+") return x;
  if (op === "^") {
    if (x.kind !== "int") return unknownConstant;
    return intConstant(bits === undefined ? ~x.value : ~x.value & ((1n << BigInt(bits)) - 1n));
  }
  const negate = (value: Rational): Rational => ({ num: -value.num, den: value.den });
  if (x.kind === "int") return intConstant(-x.value);
  if (x.kind === "float") return { kind: "float", value: negate(x.value) };
  return x.kind === "complex" ? { kind: "complex", re: negate(x.re), im: negate(x.im) } : unknownConstant;
}

/** `x op y`, or undefined when a side is unknown or the two cannot be compared so. */
export function compareConstants(op: ComparisonOperator, x: Constant, y: Constant): boolean | undefined {
  if (x.kind === "bool" && y.kind === "bool")
    return op === "==" ? x.value === y.value : op === "!=" ? x.value !== y.value : undefined;
  if (x.kind === "string" && y.kind === "string") return byOrder(op, compareBytes(bytesOf(x.value), bytesOf(y.value)));
  if (rank[x.kind] === undefined || rank[y.kind] === undefined) return undefined;
  if (x.kind === "complex" || y.kind === "complex") {
    const [left, right] = [asComplex(x), asComplex(y)];
    const equal = compareRationals(left.re, right.re) === 0 && compareRationals(left.im, right.im) === 0;
    return op === "==" ? equal : op === "!=" ? !equal : undefined;
  }
  const [left, right] = [toRational(x), toRational(y)];
  return left && right && byOrder(op, compareRationals(left, right));
}

function compareRationals(x: Rational, y: Rational): number {
  const [left, right] = [x.num * y.den, y.num * x.den];
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareBytes(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const shared = Math.min(x.length, y.length);
  for (let i = 0; i < shared; i++) if (x[i] !== y[i]) return x[i]! < y[i]! ? -1 : 1;
  return x.length - y.length;
}

function byOrder(op: ComparisonOperator, order: number): boolean {
  switch (op) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}
