import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { bigIntType, boolType, characterType, floatType, largeIntType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { convertLarge, isLarge } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";
import { isNilable, isReference } from "../../lowering/go/types.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { builtinCall } from "../../lowering/lift/python-calls.ts";
import { asNumber, liftPythonBinary } from "../../lowering/lift/python-operators.ts";
import type { GoLiftContext, PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { characterOf, ordinal } from "../../lowering/python/characters.ts";
import { boxedClass, definedClass, hasTextMethod } from "../../lowering/python/defined-types.ts";
import { wrapInteger, wrappingSize } from "../../lowering/python/wrap.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import { duration, isDuration } from "../../lowering/python/durations.ts";

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const call = builtinCall(node, ["int", "float", "bool", "ord", "chr", "divmod", "pow"], context);
  if (!call || node.func.kind !== "Name") return undefined;
  const [first, second, third] = call.positional;
  const { id } = node.func;
  if (!first) {
    if (id === "int") return expression("IntegerLiteral", bigIntType, { value: 0n });
    if (id === "float") return expression("FloatLiteral", floatType, { value: 0 });
    return id === "bool" ? expression("BooleanLiteral", boolType, { value: false }) : undefined;
  }
  const operand = context.expression(first);
  switch (id) {
    case "bool": {
      const condition = context.condition(first);
      return condition.kind === "Truth" ? { ...condition, explicit: true } : condition;
    }
    case "ord":
      return expression("Ordinal", bigIntType, { operand });
    case "chr":
      return expression("Character", characterType, { operand });
    case "divmod": {
      if (!second) return undefined;
      const divisor = context.expression(second);
      if (!isPure(operand) || !isPure(divisor))
        throw new Untranslatable(
          "divmod",
          "`divmod` of what would be evaluated twice is not translated; name the operands first.",
        );
      const binary = (op: "FloorDiv" | "Mod"): ir.Expression =>
        context.expression({ kind: "BinOp", left: first, op, right: second, span: node.span });
      const [quotient, remainder] = [binary("FloorDiv"), binary("Mod")];
      return expression(
        "TupleLiteral",
        { kind: "tuple", elements: [quotient.type, remainder.type] },
        { elements: [quotient, remainder] },
      );
    }
    case "pow":
      if (!second) return undefined;
      if (third) return modularPower([operand, context.expression(second), context.expression(third)]);
      return liftPythonBinary(context, first, "Pow", second, context.typeOf(node));
    default:
      return number(id === "int" ? bigIntType : floatType, operand, call.positional.length);
  }
}

/** `pow(base, exponent, modulus)`. */
function modularPower(operands: readonly ir.Expression[]): ir.Expression {
  if (operands.some((operand) => operand.type.kind !== "int" && operand.type.kind !== "bool"))
    throw new Untranslatable("modular-power", "`pow` with a modulus is only translated for integers.");
  const type = operands.some((operand) => isLarge(operand.type)) ? largeIntType : bigIntType;
  const [left, right, modulus] = operands.map((operand) => asNumber(operand, type)) as [
    ir.Expression,
    ir.Expression,
    ir.Expression,
  ];
  return expression("Power", type, { left, right, modulus });
}

/** `int(x)` and `float(x)` of numbers; of strings they are rows of the library, which can fail. */
function number(type: Type, operand: ir.Expression, count: number): ir.Expression | undefined {
  const { kind } = operand.type;
  if (count > 1 || (kind !== "int" && kind !== "float" && kind !== "bool")) return undefined;
  return kind === type.kind ? operand : expression("Convert", type, { operand });
}

// From Go

/** `T(x)` of Go. */
function liftConversion(node: goTree.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  const [argument] = node.args;
  if (target?.kind !== "conversion" || !argument) return undefined;
  const type = context.typeOf(node);
  const row = isDuration(type) || isDuration(context.typeOf(argument)) ? context.library(node) : undefined;
  if (row) return row;
  const operand = context.expression(argument);
  const [from, to] = [underlying(operand.type), underlying(type)];
  if (operand.kind === "NoneLiteral") return { ...operand, type };
  if (operand.kind === "IntegerLiteral" && to.kind === "float")
    return expression("FloatLiteral", type, { value: Number(operand.value) });
  if (to.kind === "string" && from.kind === "int") return expression("Character", type, { operand });
  const isNumber = (shape: Type): boolean => shape.kind === "int" || shape.kind === "float" || shape.kind === "complex";
  const isText = (shape: Type): boolean =>
    shape.kind === "string" || shape.kind === "bytes" || (shape.kind === "list" && shape.element.kind === "int");
  if (isNumber(from) && isNumber(to)) return expression("Convert", type, { operand });
  if (isText(from) && isText(to) && from.kind !== to.kind) return expression("Convert", type, { operand });
  return expression("Cast", type, { operand });
}

// To Go

function convertToGo(node: ir.Convert, context: GoLowerContext): goTree.Expr {
  const { operand, type } = node;
  const [from, to] = [underlying(operand.type), underlying(type)];
  const large = convertLarge(node, context);
  if (large) return large;
  if (to.kind === "tuple") return tupleToGo(context.expression(operand), to, context);
  if (from.kind === "bool" && to.kind === "int")
    return go.call(context.helper("boolToInt"), context.expression(operand));
  if (from.kind === "bool" && to.kind === "float")
    return go.call("float64", go.call(context.helper("boolToInt"), context.expression(operand)));
  if (to.kind === "complex" && from.kind !== "complex")
    return go.call("complex", go.call("float64", context.expression(operand)), go.integer(0));
  const constant = floatConstant(operand);
  if (to.kind === "int" && from.kind === "float" && constant !== undefined) {
    const whole = BigInt(Math.trunc(constant));
    return whole < 0n ? go.unary("-", go.integer(-whole)) : go.integer(whole);
  }
  const value = context.expression(operand);
  if (to.kind === "float" && operand.kind === "FloatLiteral") return value;
  const lowered = context.type(type);
  return go.call(lowered.kind === "StarExpr" ? { kind: "ParenExpr", x: lowered, span: lowered.span } : lowered, value);
}

/** A tuple of any length, which is a slice, as one of a fixed length, which is an array, or the other way around. */
function tupleToGo(value: goTree.Expr, type: Extract<Type, { kind: "tuple" }>, context: GoLowerContext): goTree.Expr {
  if (type.rest === undefined) return go.call(context.type(type), value);
  return go.sliceOf(value.kind === "Ident" ? value : context.temporary("tuple", value));
}

/** Go refuses to convert a constant that has a fraction to an integer. */
function floatConstant(node: ir.Expression): number | undefined {
  if (node.kind === "FloatLiteral") return Number.isFinite(node.value) ? node.value : undefined;
  const inner = node.kind === "Negate" ? floatConstant(node.operand) : undefined;
  return inner === undefined ? undefined : -inner;
}

/** The same value under another type: optionals are pointers to scalars, upcasts to interfaces cost nothing. */
function castToGo(node: ir.Cast, context: GoLowerContext): goTree.Expr {
  const { operand, type } = node;
  const value = context.expression(operand);
  if (operand.type.kind === "any") {
    const asked = askedOf(node, value, context);
    if (asked) return asked;
  }
  if (type.kind === "iterator" && operand.type.kind === "list") return go.libraryCall("slices", "Values", value);
  const isPointer = (optional: Type): boolean =>
    optional.kind === "optional" && !isNilable(optional.inner) && !isReference(optional.inner);
  if (isPointer(type) && operand.type.kind !== "optional" && operand.type.kind !== "none") {
    if (value.kind === "Ident" && value.name === "nil") return value;
    return go.call(context.helper("ptr"), literalOf(value, type, context));
  }
  if (isPointer(operand.type) && type.kind !== "optional" && type.kind !== "any" && type.kind !== "union")
    return go.star(value);
  const isDefined = (named: Type): boolean =>
    named.kind === "named" && named.symbol.underlying !== undefined && named.symbol.form !== "interface";
  if (
    (isDefined(type) || isDefined(operand.type)) &&
    type.kind !== "any" &&
    !isInterface(type) &&
    operand.kind !== "NoneLiteral"
  )
    return go.call(context.type(type), value);
  return value;
}

/** A value of any type as what the program takes it for. */
function askedOf(node: ir.Cast, value: goTree.Expr, context: GoLowerContext): goTree.Expr | undefined {
  const { type } = node;
  const isList = type.kind === "list" && type.element.kind !== "any";
  const isPlain = ["string", "int", "bool", "dict", "list"].includes(type.kind);
  if (type.kind !== "float" && !isPlain) return undefined;
  if (value.kind === "TypeAssertExpr") return value;
  context.report(node, {
    severity: "caveat",
    code: "dynamic-value",
    message:
      "The type of this value is only known at run time. Go asks for the type that is used here and panics where it is another.",
  });
  if (type.kind === "float") return go.call(context.helper("asFloat"), value);
  if (isList) return go.call(go.index(context.helper("listOf"), context.type(type.element)), value);
  return { kind: "TypeAssertExpr", x: value, type: context.type(type), span: value.span };
}

/** A literal gets the type that the pointer points to, where its own would be another. */
function literalOf(value: goTree.Expr, type: Type, context: GoLowerContext): goTree.Expr {
  if (value.kind !== "BasicLit" || type.kind !== "optional") return value;
  const isPlain =
    (value.token === "INT" && type.inner.kind === "int" && type.inner.size !== 64) ||
    (value.token === "FLOAT" && type.inner.kind === "float") ||
    value.token === "STRING";
  return isPlain ? value : go.call(context.type(type.inner), value);
}

function isInterface(type: Type): boolean {
  return (
    underlying(type).kind === "interface" ||
    (type.kind === "named" && (type.symbol.form === "interface" || type.symbol.name === "error"))
  );
}

// To Python

function convertToPython(node: ir.Convert, context: PythonLowerContext): pyTree.Expression {
  const { operand, type } = node;
  const value = context.expression(operand);
  const [from, to] = [underlying(operand.type), underlying(type)];
  if (isDuration(type) && from.kind === "int" && !isDuration(operand.type)) {
    const literal = operand.kind === "Negate" ? operand.operand : operand;
    // Less than nothing says that there is no limit, or that something is wrong; how much less hardly matters.
    if (operand.kind === "Negate" && literal.kind === "IntegerLiteral" && literal.value < 1000n && literal.value > 0n) {
      context.report(node, {
        severity: "caveat",
        code: "short-duration",
        message: "A `timedelta` counts microseconds: a negative duration of some nanoseconds becomes one microsecond.",
      });
      return duration(py.unaryOp("USub", py.int(1000)), context);
    }
    if (literal.kind === "IntegerLiteral" && literal.value % 1000n !== 0n)
      throw new Untranslatable(
        "short-duration",
        "A `timedelta` counts microseconds, so a duration of so few nanoseconds is not translated.",
      );
    return duration(value, context);
  }
  // Among the values are integers, and there they stay integers.
  if (to.kind === "float" && to.mixed && from.kind === "int") return value;
  if (to.kind === "int" && from.kind === "int") {
    const plain = isShown(operand.type) ? py.call("int", [value]) : value;
    return isNarrower(to, from) ? wrapInteger(plain, type, context) : plain;
  }
  if (to.kind === "int")
    return from.kind === "float" ? wrapInteger(py.call("int", [value]), type, context) : py.call("int", [value]);
  if (to.kind === "float") {
    if (from.kind === "float" && to.bits === 64 && isShown(operand.type)) return py.call("float", [value]);
    if (from.kind === "float") return to.bits === 32 && from.bits === 64 ? single(value, context) : value;
    return py.call("float", [value]);
  }
  if (to.kind === "string" && isRunes(from))
    return py.methodCall(py.str(""), "join", [py.call("map", [py.name("chr"), value])]);
  if (to.kind === "string" && isInterface(operand.type)) return py.call("str", [value]);
  if (to.kind === "string") return py.methodCall(from.kind === "bytes" ? value : py.call("bytes", [value]), "decode");
  if (to.kind === "list" && from.kind === "string")
    return isRunes(to)
      ? py.listComp(ordinal(py.name("c")), [py.comprehension(py.name("c"), value)])
      : py.call("list", [py.methodCall(value, "encode")]);
  if (to.kind === "bytes" && from.kind === "string") return py.methodCall(value, "encode");
  if (to.kind === "complex") return py.call("complex", [value]);
  return value;
}

/** Whether the value is of a class that has a text of its own, which a conversion to the plain type takes off. */
function isShown(type: Type): boolean {
  return definedClass(type) !== undefined && boxedClass(type) === undefined && hasTextMethod(type);
}

function castToPython(node: ir.Cast, context: PythonLowerContext): pyTree.Expression {
  const value = context.expression(node.operand);
  const isPlainText = node.type.kind === "string" && isShown(node.operand.type);
  return isPlainText ? py.call(py.attribute(py.name("str"), "__str__"), [value]) : value;
}

/** Rounds to 32 bits. */
function single(value: pyTree.Expression, context: PythonLowerContext): pyTree.Expression {
  return py.call(context.helper("to_float32"), [value]);
}

function isRunes(type: Type): boolean {
  return type.kind === "list" && type.element.kind === "int" && type.element.size === 32;
}

/** Whether the values of one integer type may not fit another. */
function isNarrower(to: Type, from: Type): boolean {
  const [size, other] = [wrappingSize(to), wrappingSize(from)];
  if (size === undefined) return false;
  if (other === undefined) return true;
  return (
    size.bits < other.bits ||
    (size.bits === other.bits && size.signed !== other.signed) ||
    (!size.signed && other.signed)
  );
}

export default defineConstruct({
  id: "conversion",
  title: "Conversions",
  summary:
    "`int(x)` and `float(x)` of numbers are `int(x)` and `float64(x)`; `ord` and `chr` convert between strings and runes.",
  explanation:
    "Go converts between numeric types only where it is written: `float64(n)`, `int(x)`, which cuts off the fraction as Python's `int` does. Converting an integer to a string in Go gives the character with that code point, which is Python's `chr`; digits come from `strconv.Itoa`. " +
    "`[]byte(s)` is the text in UTF-8, `s.encode()` in Python, and `[]rune(s)` its code points.",
  references: [
    { title: "Go: Conversions", url: "https://go.dev/ref/spec#Conversions" },
    { title: "Python: int", url: "https://docs.python.org/3/library/functions.html#int" },
    { title: "Python: ord", url: "https://docs.python.org/3/library/functions.html#ord" },
  ],
  refines: { python: { Call: lift }, go: { CallExpr: liftConversion } },
  lower: {
    go: {
      Convert: convertToGo,
      Cast: castToGo,
      Ordinal: (node, context) => {
        const { operand } = node;
        if (operand.kind === "StringLiteral" && [...operand.value].length === 1)
          return go.call("int", go.character(operand.value.codePointAt(0) ?? 0));
        const value = context.expression(operand);
        // A character that was made from a rune is that rune.
        if (
          value.kind === "CallExpr" &&
          value.fun.kind === "Ident" &&
          value.fun.name === "string" &&
          value.args.length === 1 &&
          value.args[0]
        )
          return go.call("int", value.args[0]);
        return go.call("int", go.index(go.call(go.sliceType(go.ident("rune")), value), go.integer(0)));
      },
      Character: (node, context) => {
        const value = context.expression(node.operand);
        const { type } = node.operand;
        const isRune = type.kind === "int" && (type.alias === "rune" || type.alias === "byte");
        return go.call("string", isRune ? value : go.call("rune", value));
      },
    },
    python: {
      Convert: convertToPython,
      Cast: castToPython,
      Ordinal: (node, context) => ordinal(context.expression(node.operand)),
      Character: (node, context) => characterOf(context.expression(node.operand)),
    },
  },
  examples: [
    {
      title: "Numbers and characters",
      python:
        'def shift(letter: str, by: int) -> str:\n    return chr((ord(letter) - ord("a") + by) % 26 + ord("a"))\n\n\nprint(shift("y", 3), int(3.9), float(2) > 1.5 and 1 or 0)\n',
      go: "func shift(letter rune, by int) string {\n\treturn string((letter-'a'+rune(by))%26 + 'a')\n}\n\nfmt.Println(shift('y', 3), 3, 1)\n",
      from: ["go"],
    },
  ],
});
