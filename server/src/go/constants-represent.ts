import type { Type } from "../types/type.ts";
import { intConstant, roundFloat, toInteger, toRational, unknownConstant } from "./constants.ts";
import type { Constant, Rational } from "./constants.ts";

/** Why a constant has no value of a type. */
export type RepresentFailure = "truncated" | "overflows" | "mismatch";

/** The number of bits of an integer type, for a 64-bit machine. */
export function integerBits(type: Extract<Type, { kind: "int" }>): number {
  return typeof type.size === "number" ? type.size : 64;
}

/**
 * The constant as a value of the basic or untyped type (an underlying type): rounded for floats. Anything of an unknown type stays as it is.
 */
export function representConstant(value: Constant, type: Type): Constant | RepresentFailure {
  if (value.kind === "unknown" || type.kind === "unknown") return value;
  switch (type.kind) {
    case "bool":
      return value.kind === "bool" ? value : "mismatch";
    case "string":
      return value.kind === "string" ? value : "mismatch";
    case "int":
      return representInteger(value, integerBits(type), type.signed);
    case "float":
      return representFloat(value, type.bits);
    case "complex":
      return representComplex(value, type.bits === 128 ? 64 : 32);
    case "untyped":
      return representUntyped(value, type.basis);
    default:
      return "mismatch";
  }
}

function representInteger(value: Constant, bits: number, signed: boolean): Constant | RepresentFailure {
  const integer = toInteger(value);
  if (integer === undefined) return toRational(value) || value.kind === "complex" ? "truncated" : "mismatch";
  const low = signed ? -(1n << BigInt(bits - 1)) : 0n;
  const high = (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
  return integer < low || integer > high ? "overflows" : intConstant(integer);
}

function representFloat(value: Constant, bits: 32 | 64): Constant | RepresentFailure {
  const fraction = toRational(value);
  if (fraction === undefined) return value.kind === "complex" ? "truncated" : "mismatch";
  const rounded = roundFloat(fraction, bits);
  return rounded === undefined ? "overflows" : { kind: "float", value: rounded };
}

function complexParts(value: Constant): { re: Rational; im: Rational } | undefined {
  if (value.kind === "complex") return value;
  const re = toRational(value);
  return re && { re, im: { num: 0n, den: 1n } };
}

function representComplex(value: Constant, bits: 32 | 64): Constant | RepresentFailure {
  const parts = complexParts(value);
  if (parts === undefined) return "mismatch";
  const re = roundFloat(parts.re, bits);
  const im = roundFloat(parts.im, bits);
  return re && im ? { kind: "complex", re, im } : "overflows";
}

function representUntyped(
  value: Constant,
  basis: Extract<Type, { kind: "untyped" }>["basis"],
): Constant | RepresentFailure {
  switch (basis) {
    case "bool":
    case "string":
      return value.kind === basis ? value : "mismatch";
    case "int":
    case "rune": {
      const integer = toInteger(value);
      return integer === undefined ? (complexParts(value) ? "truncated" : "mismatch") : intConstant(integer);
    }
    case "float": {
      const fraction = toRational(value);
      return fraction === undefined
        ? value.kind === "complex"
          ? "truncated"
          : "mismatch"
        : { kind: "float", value: fraction };
    }
    case "complex": {
      const parts = complexParts(value);
      return parts === undefined ? "mismatch" : { kind: "complex", ...parts };
    }
    case "nil":
      return unknownConstant;
  }
}
