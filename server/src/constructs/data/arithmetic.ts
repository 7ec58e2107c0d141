import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import { bigIntType, boolType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isLarge, largeArithmetic, largeOperation } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftGoBinary, underlying } from "../../lowering/lift/go-operators.ts";
import { asNumber, liftPythonBinary } from "../../lowering/lift/python-operators.ts";
import { specialCall } from "../../lowering/special-methods.ts";
import { mixedOperands } from "../../lowering/python/numbers.ts";
import { wrapOperation } from "../../lowering/python/wrap.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function isFlag(type: ir.Expression["type"]): boolean {
  return type.kind === "named" && type.symbol.enumeration?.flavour === "flag";
}

const unaryNames = { USub: "__neg__", UAdd: "__pos__", Invert: "__invert__" } as const;
const goOperators = { add: "+", subtract: "-", multiply: "*" } as const;
const pythonOperators = { add: "Add", subtract: "Sub", multiply: "Mult" } as const;

/** Whether Go computes the operand exactly at compile time, though Python rounds it to a double: a literal with a fraction. */
function isInexactConstant(node: ir.Expression): boolean {
  if (node.kind === "FloatLiteral") return !Number.isInteger(node.value);
  return (node.kind === "Arithmetic" || node.kind === "Divide") && isConstant(node);
}

function isConstant(node: ir.Expression): boolean {
  switch (node.kind) {
    case "FloatLiteral":
    case "IntegerLiteral":
      return true;
    case "Negate":
      return isConstant(node.operand);
    case "Arithmetic":
    case "Divide":
      return isConstant(node.left) && isConstant(node.right);
    default:
      return false;
  }
}

/** Lowers both operands; constants of floats get a type, since Go would compute untyped ones exactly. */
function arithmetic(node: ir.Arithmetic, lowered: readonly goTree.Expr[]): goTree.Expr {
  const [left, right] = lowered as [goTree.Expr, goTree.Expr];
  const isExact =
    node.type.kind === "float" && isConstant(node) && (isInexactConstant(node.left) || isInexactConstant(node.right));
  return go.binary(
    isExact && node.left.kind === "FloatLiteral" ? go.call("float64", left) : left,
    goOperators[node.operator],
    right,
  );
}

const doubles: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

/** What Go computes exactly at compile time, where Python would come to something else: among floats, division of integers and sums of fractions. */
function foldedConstant(
  node: goTree.BinaryExpr,
  type: ir.Expression["type"],
  constantOf: (node: goTree.Expr) => unknown,
): ir.Expression | undefined {
  const compute = doubles[node.op];
  if (!compute || underlying(type).kind !== "float") return undefined;
  const [value, left, right] = [constantOf(node), constantOf(node.x), constantOf(node.y)];
  const isNumber = (part: unknown): part is number | bigint => typeof part === "number" || typeof part === "bigint";
  if (!isNumber(value) || !isNumber(left) || !isNumber(right)) return undefined;
  if (compute(Number(left), Number(right)) === Number(value)) return undefined;
  const magnitude = expression("FloatLiteral", type, { value: Math.abs(Number(value)) });
  return Number(value) < 0 ? expression("Negate", type, { operand: magnitude }) : magnitude;
}

export default defineConstruct({
  id: "arithmetic",
  title: "Arithmetic",
  summary: "`+`, `-` and `*` are the same; Go needs both operands to have one type.",
  explanation:
    "Python converts an `int` to a `float` where they meet; Go never converts silently, so the translation writes `float64(n)`. Python's integers grow without bound while Go's `int` " +
    "has 64 bits and wraps around. Where Go code uses a smaller or unsigned type, whose overflow is often meant, the Python version cuts the result to that size.",
  references: [
    { title: "Go: Arithmetic operators", url: "https://go.dev/ref/spec#Arithmetic_operators" },
    { title: "Go: Integer overflow", url: "https://go.dev/ref/spec#Integer_overflow" },
    {
      title: "Python: Binary arithmetic operations",
      url: "https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations",
    },
  ],
  python: {
    BinOp: (node, context) =>
      context.library(node) ?? liftPythonBinary(context, node.left, node.op, node.right, context.typeOf(node)),
    UnaryOp: (node, context) => {
      if (node.op === "Not") return expression("Not", boolType, { operand: context.condition(node.operand) });
      const operand = context.expression(node.operand);
      const { kind } = operand.type;
      const special = specialCall(operand, unaryNames[node.op], [], context.typeOf(node));
      if (special) return special;
      if (isFlag(operand.type) && node.op === "Invert") return expression("Complement", operand.type, { operand });
      if (kind === "named")
        throw new Untranslatable(
          "operator-types",
          "Operators of classes are not translated here; Go programs call a method.",
        );
      const number = kind === "bool" ? asNumber(operand, bigIntType) : operand;
      switch (node.op) {
        case "USub":
          return expression("Negate", number.type, { operand: number });
        case "Invert":
          return expression("Complement", number.type, { operand: number });
        case "UAdd":
          return number;
      }
    },
  },
  go: {
    BinaryExpr: (node, context) => {
      const type = context.typeOf(node);
      const folded = foldedConstant(node, type, (inner) => context.analysis.constantOf(inner));
      if (folded) return folded;
      const row = context.library(node);
      if (row) return row;
      return liftGoBinary(context.expression(node.x), node.op, context.expression(node.y), type);
    },
    UnaryExpr: (node, context) => {
      const type = context.typeOf(node);
      switch (node.op) {
        case "-":
          return expression("Negate", type, { operand: context.expression(node.x) });
        case "+":
          return context.expression(node.x);
        case "!":
          return expression("Not", type, { operand: context.expression(node.x) });
        case "^":
          return expression("Complement", type, { operand: context.expression(node.x) });
        default:
          throw new Untranslatable("operator-types", "This operator is not translated here.");
      }
    },
    ParenExpr: (node, context) => context.expression(node.x),
  },
  lower: {
    go: {
      Arithmetic: (node, context) =>
        isLarge(node.type)
          ? largeArithmetic(node, context)
          : arithmetic(node, context.expressions([node.left, node.right])),
      Negate: (node, context) => {
        if (node.operand.kind === "FloatLiteral" && node.operand.value === 0)
          return go.libraryCall("math", "Copysign", go.integer(0), go.unary("-", go.integer(1)));
        const operand = context.expression(node.operand);
        return isLarge(node.type) ? largeOperation("Neg", operand) : go.unary("-", operand);
      },
    },
    python: {
      Arithmetic: (node, context) => {
        const [left, right] = mixedOperands(node, "other", context);
        return wrapOperation(py.binOp(left, pythonOperators[node.operator], right), node, context);
      },
      Negate: (node, context) => wrapOperation(py.unaryOp("USub", context.expression(node.operand)), node, context),
    },
  },
  caveats: [
    {
      code: "integer-overflow",
      severity: "note",
      message: "Python's int has no bounds; Go's int has 64 bits and wraps around.",
    },
  ],
  examples: [
    {
      title: "A number and a ratio",
      python:
        "def area(width: int, ratio: float) -> float:\n    return width * ratio + 1\n\n\nprint(int(area(4, 2.5)), -(3 - 5))\n",
      go: "func area(width int, ratio float64) float64 {\n\treturn float64(width)*ratio + 1\n}\n\nfmt.Println(int(area(4, 2.5)), -(3 - 5))\n",
    },
    {
      title: "Small integers wrap around",
      python: "def next_byte(value: int) -> int:\n    return (value + 1) & 0xFF\n\n\nprint(next_byte(255))\n",
      go: "func nextByte(value uint8) uint8 {\n\treturn value + 1\n}\n\nfmt.Println(nextByte(255))\n",
    },
  ],
});
