import { expression } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { bigIntType, boolType, floatType, largeIntType } from "../../types/build.ts";
import { plainNumber } from "../../types/numbers.ts";
import { join, sameType } from "../../types/relations.ts";
import type { Type } from "../../types/type.ts";
import { coerce } from "../coerce.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { specialBinary } from "../special-methods.ts";

/*
 * What Python's binary operators mean, given the types of their operands. Shared by `a + b` and `a += b`.
 */

interface Operands {
  readonly left: ir.Expression;
  readonly right: ir.Expression;
  /** Numbers that the operands are never below. */
  readonly leftBound: number;
  readonly rightBound: number;
  /** The type that inference gives the whole. */
  readonly type: Type;
}

/** Lifts `left op right`. Throws Untranslatable where the types have no such operation that is known. */
export function liftPythonBinary(
  context: PythonLiftContext,
  left: py.Expression,
  op: py.BinaryOperator,
  right: py.Expression,
  type: Type,
  inPlace = false,
): ir.Expression {
  const [first, second] = [context.expression(left), context.expression(right)];
  const special = specialBinary(first, op, second, type, inPlace) ?? flagOperation(op, first, second);
  if (special) return special;
  const operands: Operands = {
    left: enumValueOf(present(first)),
    right: enumValueOf(present(second)),
    leftBound: context.analysis.lowerBound(left),
    rightBound: context.analysis.lowerBound(right),
    type,
  };
  return binaryOf(op, operands);
}

/** An optional operand is taken for present: Python would raise a TypeError, Go would panic. */
function present(operand: ir.Expression): ir.Expression {
  return operand.type.kind === "optional" ? expression("Cast", operand.type.inner, { operand }) : operand;
}

/** A member of an enumeration that is a number or text, as that. */
export function enumValueOf(operand: ir.Expression): ir.Expression {
  const enumeration = operand.type.kind === "named" ? operand.type.symbol.enumeration : undefined;
  if (enumeration?.flavour === "integer" && enumeration.basis === "int")
    return expression("Field", bigIntType, { object: operand, name: "value", member: "enumValue" });
  if (enumeration?.flavour === "string" && enumeration.basis === "string")
    return expression("Field", { kind: "string" }, { object: operand, name: "value", member: "enumValue" });
  return operand;
}

/** `READ | WRITE`, `flags & READ`, `flags & ~READ` */
function flagOperation(op: py.BinaryOperator, left: ir.Expression, right: ir.Expression): ir.Expression | undefined {
  const operator = bitwise[op];
  const isFlag = left.type.kind === "named" && left.type.symbol.enumeration?.flavour === "flag";
  if (!isFlag || !operator || !sameType(left.type, right.type)) return undefined;
  if (operator === "and" && right.kind === "Complement")
    return expression("Bitwise", left.type, { operator: "andNot", left, right: right.operand });
  return expression("Bitwise", left.type, { operator, left, right });
}

const numberKinds: ReadonlySet<string> = new Set(["bool", "int", "float", "complex"]);

function binaryOf(op: py.BinaryOperator, given: Operands): ir.Expression {
  const operands = withKnownShape(op, given);
  const { left, right } = operands;
  if (numberKinds.has(left.type.kind) && numberKinds.has(right.type.kind)) return numberOperation(op, operands);
  if (op === "Add" && isSequence(left.type) && isSequence(right.type)) return concatenation(operands);
  if (op === "Mult") {
    const repeated = repetition(operands);
    if (repeated) return repeated;
  }
  if (left.type.kind === "set" && right.type.kind === "set") {
    const operator = setOperators[op];
    if (operator) return expression("SetOperation", left.type, { operator, left, right });
  }
  if (op === "BitOr" && left.type.kind === "dict" && right.type.kind === "dict") {
    return expression("DictLiteral", left.type, { entries: [{ value: left }, { value: right }] });
  }
  if (left.type.kind === "unknown" || right.type.kind === "unknown") return unknownOperation(op, operands);
  if (isNumberParameter(left.type) || isNumberParameter(right.type)) return parameterOperation(op, operands);
  throw new Untranslatable(
    "operator-types",
    `This operator is not translated for operands of these types; Go has no operator overloading, so Go programs call a function or method.`,
  );
}

/** What is added to a text is one, and what goes with a float is a number: a value of any type is asked for it. */
function withKnownShape(op: py.BinaryOperator, operands: Operands): Operands {
  const { left, right } = operands;
  const [open, known] = left.type.kind === "any" ? [left, right] : [right, left];
  if (open.type.kind !== "any" || known.type.kind === "any") return operands;
  const isMeant = known.type.kind === "float" ? arithmetic[op] !== undefined || op === "Div" : op === "Add";
  if (!isMeant || (known.type.kind !== "float" && known.type.kind !== "string")) return operands;
  const asked = coerce(open, known.type);
  return open === left ? { ...operands, left: asked } : { ...operands, right: asked };
}

/** Whether the type is a type parameter that stands for numbers. */
function isNumberParameter(type: Type): boolean {
  return type.kind === "parameter" && type.constraint?.kind === "union";
}

/** Arithmetic between values of one type parameter, or of one and a literal, which fits each number. */
function parameterOperation(op: py.BinaryOperator, { left, right }: Operands): ir.Expression {
  const type = isNumberParameter(left.type) ? left.type : right.type;
  const operator = arithmetic[op];
  const fits = [left, right].every((operand) => sameType(operand.type, type) || operand.kind === "IntegerLiteral");
  if (operator && fits) return expression("Arithmetic", type, { operator, left, right });
  if (op === "Div" && fits)
    return expression("Divide", floatType, {
      left: expression("Convert", floatType, { operand: left }),
      right: expression("Convert", floatType, { operand: right }),
    });
  if (op === "Pow" && integerValue(right) === 2n) return expression("Power", type, { left, right });
  throw new Untranslatable(
    "operator-types",
    "This operator is not translated for a number of unknown type; annotate the parameters with `int` or `float`.",
  );
}

const setOperators: Partial<Record<py.BinaryOperator, ir.SetOperation["operator"]>> = {
  BitOr: "union",
  BitAnd: "intersection",
  Sub: "difference",
  BitXor: "symmetricDifference",
};
const arithmetic: Partial<Record<py.BinaryOperator, ir.Arithmetic["operator"]>> = {
  Add: "add",
  Sub: "subtract",
  Mult: "multiply",
};
const bitwise: Partial<Record<py.BinaryOperator, ir.Bitwise["operator"]>> = {
  BitAnd: "and",
  BitOr: "or",
  BitXor: "xor",
  LShift: "shiftLeft",
  RShift: "shiftRight",
};

/** The common type of two numbers; booleans count as integers. */
function numberType(left: Type, right: Type): Type {
  const number = (type: Type): Type => (type.kind === "bool" ? bigIntType : type);
  return join(number(left), number(right));
}

/** The operand as a value of the number type, converted as Python does silently. */
export function asNumber(operand: ir.Expression, type: Type): ir.Expression {
  if (sameType(operand.type, type)) return operand;
  if (operand.type.kind === "int" && type.kind === "int") return coerce(operand, type);
  if (operand.type.kind === type.kind) return operand;
  if (type.kind === "float" && operand.kind === "IntegerLiteral" && operand.value <= 1n << 53n) {
    return expression("FloatLiteral", type, { value: Number(operand.value) });
  }
  return expression("Convert", type, { operand });
}

function isLargeInt(type: Type): boolean {
  return type.kind === "int" && type.size === "large";
}

/** What inference says of the result, where it is a number of that kind: it knows how large integers get. */
function resultType(op: py.BinaryOperator, { left, right, type }: Operands): Type {
  const joined = plainNumber(numberType(left.type, right.type));
  if (op === "LShift" || op === "RShift") return type.kind === "int" ? type : joined;
  return type.kind === joined.kind && (type.kind === "float" || type.kind === "int")
    ? largerOf(type, joined, op)
    : joined;
}

/** A remainder or masked value of a large integer need not be large. */
function largerOf(type: Type, joined: Type, op: py.BinaryOperator): Type {
  const isCut = op === "Mod" || op === "BitAnd";
  return joined.kind === "int" && joined.size === "large" && !isCut ? joined : type;
}

/** An operation whose result or operands outgrow 64 bits. */
function largeOperation(op: py.BinaryOperator, operands: Operands, type: Type): ir.Expression {
  const left = asNumber(operands.left, largeIntType);
  const operator = bitwise[op];
  if (operator?.startsWith("shift"))
    return expression("Bitwise", type, { operator, left, right: asNumber(operands.right, bigIntType) });
  const right = asNumber(operands.right, largeIntType);
  if (operator) return expression("Bitwise", type, { operator, left, right });
  const plain = arithmetic[op];
  if (plain) return expression("Arithmetic", type, { operator: plain, left, right });
  const rounding = operands.leftBound >= 0 && operands.rightBound >= 0 ? "truncate" : "floor";
  if (op === "FloorDiv") return expression("IntegerDivide", type, { rounding, left, right });
  if (op === "Mod") return expression("Remainder", type, { rounding, left, right });
  return expression("Power", type, { left, right });
}

function numberOperation(op: py.BinaryOperator, operands: Operands): ir.Expression {
  const type = resultType(op, operands);
  const isWhole = op !== "Div" && op !== "MatMult" && operands.type.kind !== "float";
  if (isLargeInt(type) && isWhole) return largeOperation(op, operands, type);
  const isCut = isLargeInt(operands.left.type) || isLargeInt(operands.right.type);
  if (isCut && type.kind === "int" && isWhole) return largeOperation(op, operands, type);
  const left = asNumber(operands.left, type);
  const right = asNumber(operands.right, type);
  const operator = arithmetic[op];
  if (operator) return expression("Arithmetic", type, { operator, left, right });
  const bits = bitwise[op];
  if (bits) {
    const both = operands.left.type.kind === "bool" && operands.right.type.kind === "bool" && !bits.startsWith("shift");
    if (both) return expression("Bitwise", boolType, { operator: bits, left: operands.left, right: operands.right });
    return expression("Bitwise", type, { operator: bits, left, right });
  }
  const rounding = operands.leftBound >= 0 && operands.rightBound >= 0 && type.kind === "int" ? "truncate" : "floor";
  switch (op) {
    case "Div": {
      const wide = type.kind === "complex" ? type : floatType;
      return expression("Divide", wide, { left: asNumber(operands.left, wide), right: asNumber(operands.right, wide) });
    }
    case "FloorDiv":
      return expression("IntegerDivide", type, { rounding, left, right });
    case "Mod":
      return expression("Remainder", type, { rounding, left, right });
    case "Pow":
      return power(operands, type);
    default:
      throw new Untranslatable(
        "matrix-multiplication",
        "The operator `@` is not translated; Go programs call a function of gonum/mat.",
      );
  }
}

function power(operands: Operands, type: Type): ir.Expression {
  if (type.kind !== "int")
    return expression("Power", type, { left: asNumber(operands.left, type), right: asNumber(operands.right, type) });
  const exponent = integerValue(operands.right);
  const isFraction = exponent !== undefined ? exponent < 0n : operands.type.kind === "float";
  const result = isFraction ? floatType : bigIntType;
  return expression("Power", result, {
    left: asNumber(operands.left, result),
    right: asNumber(operands.right, result),
  });
}

const sequences: ReadonlySet<string> = new Set(["string", "bytes", "list", "tuple"]);

function isSequence(type: Type): boolean {
  return sequences.has(type.kind);
}

function concatenation({ left, right, type }: Operands): ir.Expression {
  if (left.type.kind !== right.type.kind)
    throw new Untranslatable(
      "operator-types",
      "A sequence can only be joined with one of its own kind; Python raises a TypeError here.",
    );
  const joined = join(left.type, right.type);
  const result =
    left.type.kind === "tuple" && right.type.kind === "tuple" && !left.type.rest && !right.type.rest
      ? { kind: "tuple" as const, elements: [...left.type.elements, ...right.type.elements] }
      : left.type.kind === "list" && type.kind === "list"
        ? type
        : joined.kind === "string"
          ? { kind: "string" as const }
          : joined;
  if (result.kind === "list")
    return expression("Concatenate", result, { left: retyped(left, result), right: retyped(right, result) });
  return expression("Concatenate", result, { left, right });
}

/** An empty display takes the type of what it is joined with. */
function retyped(operand: ir.Expression, type: Type): ir.Expression {
  return operand.kind === "ListLiteral" && operand.elements.length === 0 ? { ...operand, type } : operand;
}

function repetition({ left, right }: Operands): ir.Expression | undefined {
  const counts = (type: Type): boolean => type.kind === "int" || type.kind === "bool";
  const make = (sequence: ir.Expression, count: ir.Expression): ir.Expression => {
    const times = integerValue(count);
    const type = sequence.type;
    if (type.kind === "tuple") {
      if (type.rest) return expression("Repeat", type, { sequence, count });
      const elements =
        times === undefined
          ? undefined
          : Array.from({ length: Math.max(0, Number(times)) }, () => type.elements).flat();
      const result: Type = elements
        ? { kind: "tuple", elements }
        : { kind: "tuple", elements: [], rest: type.elements.reduce(join, { kind: "unknown" }) };
      return expression("Repeat", result, { sequence, count });
    }
    return expression("Repeat", type.kind === "string" ? { kind: "string" } : type, {
      sequence,
      count: asNumber(count, bigIntType),
    });
  };
  if (isSequence(left.type) && counts(right.type)) return make(left, right);
  if (counts(left.type) && isSequence(right.type)) return make(right, left);
  return undefined;
}

/** With a type missing the operator is kept as it stands; the check of the target decides whether that is good enough. */
function unknownOperation(op: py.BinaryOperator, { left, right, type }: Operands): ir.Expression {
  const result: Type = type.kind === "unknown" ? (left.type.kind === "unknown" ? right.type : left.type) : type;
  const operator = arithmetic[op];
  if (operator) return expression("Arithmetic", result, { operator, left, right });
  const bits = bitwise[op];
  if (bits) return expression("Bitwise", result, { operator: bits, left, right });
  switch (op) {
    case "Div":
      return expression("Divide", floatType, { left, right });
    case "FloorDiv":
      return expression("IntegerDivide", result, { rounding: "floor", left, right });
    case "Mod":
      return expression("Remainder", result, { rounding: "floor", left, right });
    default:
      return expression("Power", result, { left, right });
  }
}
