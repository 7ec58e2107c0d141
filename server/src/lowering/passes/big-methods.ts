import { boolean, expression, integer } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import {
  bigIntType,
  boolType,
  floatType,
  listOf,
  stringType,
  byteType,
  typeSymbol,
  tupleOf,
} from "../../types/build.ts";
import type { Type } from "../../types/type.ts";

/* What the methods of Go's big numbers calculate, as operations on plain numbers. */

/** Python's exact fractions, which `big.Rat` becomes. */
export const fractionType: Type = {
  kind: "named",
  symbol: typeSymbol("Fraction", "fractions", "record"),
  arguments: [],
};

type Operands = readonly ir.Expression[];
type Make = (...operands: Operands) => ir.Expression;

function arithmetic(operator: ir.Arithmetic["operator"], type: Type): Make {
  return (left, right) => expression("Arithmetic", type, { operator, left: left, right: right });
}

function bitwise(operator: ir.Bitwise["operator"]): Make {
  return (left, right) => expression("Bitwise", bigIntType, { operator, left: left, right: right });
}

/** A function of numbers that Python has and Go's operators do not. */
function made(name: ir.NumberFunction["name"], type: Type = bigIntType): Make {
  return (...operands) => expression("NumberFunction", type, { name, operands });
}

function truncated(kind: "IntegerDivide" | "Remainder"): Make {
  return (left, right) => expression(kind, bigIntType, { rounding: "truncate", left: left, right: right });
}

/** Go's `Div` and `Mod` are Euclidean: the remainder is never negative. For a divisor above zero that is Python's own division. */
function euclidean(kind: "IntegerDivide" | "Remainder"): Make {
  return (left, right) => {
    const value = integerValue(right);
    if (value !== undefined && value > 0n)
      return expression(kind, bigIntType, { rounding: "floor", left: left, right: right });
    if (kind === "IntegerDivide") return made("euclideanQuotient")(left, right);
    const size = expression("Absolute", bigIntType, { operand: right });
    return expression(kind, bigIntType, { rounding: "floor", left: left, right: size });
  };
}

const itself: Make = (operand) => operand;
const negated =
  (type: Type): Make =>
  (operand) =>
    expression("Negate", type, { operand: operand });
const absolute =
  (type: Type): Make =>
  (operand) =>
    expression("Absolute", type, { operand: operand });

function power(base: ir.Expression, exponent: ir.Expression, modulus: ir.Expression): ir.Expression {
  if (modulus.kind === "NoneLiteral") return expression("Power", bigIntType, { left: base, right: exponent });
  return made("modularPower")(base, exponent, modulus);
}

/** Methods of `big.Int` that store their result in the receiver: what they store. */
export const integerResults: Readonly<Record<string, Make>> = {
  Add: arithmetic("add", bigIntType),
  Sub: arithmetic("subtract", bigIntType),
  Mul: arithmetic("multiply", bigIntType),
  Quo: truncated("IntegerDivide"),
  Rem: truncated("Remainder"),
  Div: euclidean("IntegerDivide"),
  Mod: euclidean("Remainder"),
  Exp: (base, exponent, modulus) => power(base, exponent, modulus),
  GCD: (_x, _y, left, right) => made("gcd")(left, right),
  Neg: negated(bigIntType),
  Abs: absolute(bigIntType),
  Sqrt: made("isqrt"),
  Lsh: bitwise("shiftLeft"),
  Rsh: bitwise("shiftRight"),
  And: bitwise("and"),
  Or: bitwise("or"),
  Xor: bitwise("xor"),
  AndNot: bitwise("andNot"),
  Not: (operand) => expression("Complement", bigIntType, { operand: operand }),
  Set: itself,
  SetInt64: itself,
  SetUint64: itself,
  SetBit: made("withBit"),
  SetBytes: made("fromBytes"),
  MulRange: made("productOfRange"),
  Binomial: made("binomial"),
  ModInverse: made("modularInverse"),
};

/** Methods of `big.Int` that only look at it; the receiver is the first operand. */
export const integerQuestions: Readonly<Record<string, Make>> = {
  Int64: itself,
  Uint64: itself,
  String: made("decimal", stringType),
  Text: made("digits", stringType),
  BitLen: made("bitLength"),
  Bit: made("bit"),
  TrailingZeroBits: made("trailingZeros"),
  ProbablyPrime: made("isPrime", boolType),
  Bytes: made("toBytes", listOf(byteType)),
  IsInt64: made("fitsInt64", boolType),
  IsUint64: made("fitsUint64", boolType),
  Cmp: made("compare"),
  CmpAbs: (left, right) => made("compare")(absolute(bigIntType)(left), absolute(bigIntType)(right)),
  Sign: (value) => made("compare")(value, integer(0)),
};

/** Methods of `big.Rat` that store their result in the receiver. */
export const fractionResults: Readonly<Record<string, Make>> = {
  Add: arithmetic("add", fractionType),
  Sub: arithmetic("subtract", fractionType),
  Mul: arithmetic("multiply", fractionType),
  Quo: (left, right) => expression("Divide", fractionType, { left: left, right: right }),
  Neg: negated(fractionType),
  Abs: absolute(fractionType),
  Inv: (value) => expression("Divide", fractionType, { left: integer(1), right: value }),
  Set: itself,
  SetInt: made("fraction", fractionType),
  SetInt64: made("fraction", fractionType),
  SetUint64: made("fraction", fractionType),
  SetFrac: made("fraction", fractionType),
  SetFrac64: made("fraction", fractionType),
  SetFloat64: made("fraction", fractionType),
};

export const fractionQuestions: Readonly<Record<string, Make>> = {
  Num: made("numerator"),
  Denom: made("denominator"),
  Cmp: made("compare"),
  Sign: (value) => made("compare")(value, integer(0)),
  IsInt: made("isIntegral", boolType),
  String: made("fractionText", stringType),
  RatString: made("decimal", stringType),
  FloatString: made("fixedText", stringType),
  Float64: (value) =>
    expression("TupleLiteral", tupleOf([floatType, boolType]), {
      elements: [made("toFloat", floatType)(value), boolean(true)],
    }),
};

/** Functions of the package. */
export const constructors: Readonly<Record<string, Make>> = {
  "math/big.NewInt": (value) =>
    integerValue(value) === undefined
      ? expression("Cast", bigIntType, { operand: value })
      : { ...value, type: bigIntType },
  "math/big.NewRat": made("fraction", fractionType),
};

/** `z.SetString(text, base)` of either kind: the number, and whether the text was one. */
export function parsed(isFraction: boolean, operands: Operands): ir.Expression {
  const type = isFraction ? fractionType : bigIntType;
  return made(isFraction ? "parseFraction" : "parseInteger", tupleOf([type, boolType]))(...operands);
}
