import type { Type } from "../types/type.ts";
import { decodeInt, exactFloat } from "./literals.ts";
import { appendCodePoint } from "./utf8.ts";

/** A fraction in lowest terms; `den` is positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** The exact value of a constant expression. `unknown` stands for values that are too large to compute with. */
export type Constant =
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "string"; readonly value: string | Uint8Array }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: Rational }
  | { readonly kind: "complex"; readonly re: Rational; readonly im: Rational }
  | { readonly kind: "unknown" };

export const unknownConstant: Constant = { kind: "unknown" };

const zero: Rational = { num: 0n, den: 1n };

/** Beyond this many bits of a numerator or denominator a value counts as unknown. */
const bitLimit = 20_000;

export function intConstant(value: bigint): Constant {
  return { kind: "int", value };
}
export function boolConstant(value: boolean): Constant {
  return { kind: "bool", value };
}
export function stringConstant(value: string | Uint8Array): Constant {
  return { kind: "string", value };
}

/** The fraction in lowest terms, or undefined when it is too large. */
export function rational(num: bigint, den: bigint): Rational | undefined {
  if (den === 1n) return bitLength(num) > bitLimit ? undefined : { num, den };
  if (bitLength(num) > bitLimit || bitLength(den) > bitLimit) return undefined;
  let a = num < 0n ? -num : num;
  let b = den < 0n ? -den : den;
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = den < 0n ? -1n : 1n;
  return a === 0n ? zero : { num: (sign * num) / a, den: (sign * den) / a };
}

/** The number of binary digits of the magnitude. */
export function bitLength(value: bigint): number {
  const hex = (value < 0n ? -value : value).toString(16);
  return value === 0n ? 0 : hex.length * 4 - (Math.clz32(Number.parseInt(hex[0]!, 16)) - 28);
}

function floatConstant(value: Rational | undefined): Constant {
  return value === undefined ? unknownConstant : { kind: "float", value };
}

/** The exact value of a floating-point literal, decimal or hexadecimal, underscores included. */
export function floatLiteral(raw: string): Constant {
  return floatConstant(parseRational(raw));
}

/** The exact value of an imaginary literal. */
export function imaginaryLiteral(raw: string): Constant {
  const digits = raw.slice(0, -1);
  const im = parseRational(/^[0-9_]+$/.test(digits) ? digits.replace(/^[0_]+(?=[0-9])/, "") : digits);
  return im === undefined ? unknownConstant : { kind: "complex", re: zero, im };
}

function parseRational(raw: string): Rational | undefined {
  const integer = decodeInt(raw);
  if (integer !== undefined) return rational(integer, 1n);
  const exact = exactFloat(raw);
  return exact && rational(exact.numerator, exact.denominator);
}

/** The nearest value with `precision` binary digits and no exponent below `minimum`, ties to even; the sign is kept. */
function roundBinary(value: Rational, precision: number, minimum: number): Rational {
  if (value.num === 0n) return zero;
  const negative = value.num < 0n;
  const num = negative ? -value.num : value.num;
  let exponent = bitLength(num) - bitLength(value.den) - precision;
  if (exponent < minimum) exponent = minimum;
  for (;;) {
    const scaledNum = exponent < 0 ? num << BigInt(-exponent) : num;
    const scaledDen = exponent > 0 ? value.den << BigInt(exponent) : value.den;
    let quotient = scaledNum / scaledDen;
    const twice = (scaledNum % scaledDen) * 2n;
    if (twice > scaledDen || (twice === scaledDen && (quotient & 1n) === 1n)) quotient += 1n;
    if (bitLength(quotient) > precision) {
      exponent += 1;
      continue;
    }
    const signed = negative ? -quotient : quotient;
    return (
      (exponent >= 0 ? rational(signed << BigInt(exponent), 1n) : rational(signed, 1n << BigInt(-exponent))) ?? zero
    );
  }
}

/** The value as an IEEE float of the given size, or undefined when it overflows. */
export function roundFloat(value: Rational, bits: 32 | 64): Rational | undefined {
  const rounded = bits === 64 ? roundBinary(value, 53, -1074) : roundBinary(value, 24, -149);
  const magnitude = rounded.num < 0n ? -rounded.num : rounded.num;
  const overflow = bits === 64 ? 1n << 1024n : 1n << 128n;
  return magnitude / rounded.den >= overflow ? undefined : rounded;
}

/** The nearest double; infinite when it overflows. */
export function toNumber(value: Rational): number {
  const rounded = roundFloat(value, 64);
  if (rounded === undefined) return value.num < 0n ? -Infinity : Infinity;
  // The denominator may exceed the range of doubles, so it is divided by in two steps, each of them exact.
  const exponent = bitLength(rounded.den) - 1;
  const half = exponent >> 1;
  return Number(rounded.num) * 2 ** -half * 2 ** -(exponent - half);
}

/** The bytes of a string constant; a lone surrogate counts as U+FFFD. */
export function bytesOf(value: string | Uint8Array): ArrayLike<number> {
  if (typeof value !== "string") return value;
  const bytes: number[] = [];
  for (const character of value) {
    const codePoint = character.codePointAt(0) ?? 0;
    appendCodePoint(bytes, codePoint >= 0xd800 && codePoint < 0xe000 ? 0xfffd : codePoint);
  }
  return bytes;
}

/** Lifts integers and floats to a wider kind; undefined when the value is no number. */
export function toRational(value: Constant): Rational | undefined {
  if (value.kind === "int") return { num: value.value, den: 1n };
  if (value.kind === "float") return value.value;
  if (value.kind === "complex" && value.im.num === 0n) return value.re;
  return undefined;
}

/** The integer that a numeric constant equals, if it equals one. */
export function toInteger(value: Constant): bigint | undefined {
  if (value.kind === "int") return value.value;
  const fraction = toRational(value);
  return fraction?.den === 1n ? fraction.num : undefined;
}

/** The value as a plain one of JavaScript; undefined for complex and unknown ones and for strings that are no text. */
export function plainValue(value: Constant, type: Type): bigint | number | string | boolean | undefined {
  switch (value.kind) {
    case "bool":
      return value.value;
    case "string":
      return typeof value.value === "string" ? value.value : undefined;
    case "int":
      return isFloating(type) ? toNumber({ num: value.value, den: 1n }) : value.value;
    case "float":
      return isInteger(type) && value.value.den === 1n ? value.value.num : toNumber(value.value);
    case "complex": {
      const fraction = toRational(value);
      return fraction === undefined || !(isFloating(type) || isInteger(type))
        ? undefined
        : plainValue({ kind: "float", value: fraction }, type);
    }
    case "unknown":
      return undefined;
  }
}

function isFloating(type: Type): boolean {
  return type.kind === "float" || (type.kind === "untyped" && type.basis === "float");
}

function isInteger(type: Type): boolean {
  return type.kind === "int" || (type.kind === "untyped" && (type.basis === "int" || type.basis === "rune"));
}
