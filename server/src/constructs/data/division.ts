import * as goBuild from "../../lowering/go/syntax.ts";
import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { isPure } from "../../ir/purity.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import * as py from "../../python/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isLarge, largeArithmetic } from "../../lowering/go/large.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { guardZeroDivisor } from "../../lowering/go/division.ts";
import { mixedOperands } from "../../lowering/python/numbers.ts";
import { wrapInteger, wrapNumber } from "../../lowering/python/wrap.ts";

type Division = ir.IntegerDivide | ir.Remainder;

function toGo(node: Division, context: GoLowerContext): goTree.Expr {
  if (isLarge(node.left.type) || isLarge(node.type)) {
    const result = largeArithmetic(node, context);
    return isLarge(node.type) ? result : goBuild.call(context.helper("smallInt"), result);
  }
  const [left, right] = guardZeroDivisor(node, context);
  const divides = node.kind === "IntegerDivide";
  if (node.type.kind === "float") {
    if (node.rounding === "truncate")
      return divides
        ? goBuild.libraryCall("math", "Trunc", goBuild.binary(left, "/", right))
        : goBuild.libraryCall("math", "Mod", left, right);
    return goBuild.call(context.helper(divides ? "floorDivFloat" : "floorModFloat"), left, right);
  }
  if (node.rounding === "truncate") return goBuild.binary(left, divides ? "/" : "%", right);
  return goBuild.call(context.helper(divides ? "floorDiv" : "floorMod"), left, right);
}

/** Whether the value can never be negative, so that rounding down and towards zero are one. */
function isNeverNegative(node: ir.Expression): boolean {
  const { type } = node;
  if (type.kind === "int" && !type.signed) return true;
  switch (node.kind) {
    case "IntegerLiteral":
      return node.value >= 0n;
    case "Length":
    case "CharacterLiteral":
    case "Capacity":
      return true;
    case "Arithmetic":
      return node.operator !== "subtract" && isNeverNegative(node.left) && isNeverNegative(node.right);
    case "IntegerDivide":
      return isNeverNegative(node.left) && isNeverNegative(node.right);
    case "Remainder":
      return isNeverNegative(node.left);
    case "Convert":
      return isNeverNegative(node.operand);
    default:
      return false;
  }
}

/** Whether a remainder is only compared with zero, which comes out the same whichever way it is rounded, is for the caller to know. */
function toPython(node: Division, context: PythonLowerContext): ReturnType<typeof context.expression> {
  const [left, right] = context.expressions([node.left, node.right]) as [
    ReturnType<typeof context.expression>,
    ReturnType<typeof context.expression>,
  ];
  const divides = node.kind === "IntegerDivide";
  if (
    node.rounding === "floor" ||
    node.type.kind !== "int" ||
    (isNeverNegative(node.left) && isNeverNegative(node.right))
  ) {
    return py.binOp(left, divides ? "FloorDiv" : "Mod", right);
  }
  if (!divides && isPure(node.left)) return py.call(context.helper("trunc_mod"), [left, right]);
  return wrapInteger(py.call(context.helper(divides ? "trunc_div" : "trunc_mod"), [left, right]), node.type, context);
}

/**
 * Whether a division of Go may be meant to give an infinity where the divisor is zero: in a program that asks for infinities, and for a reciprocal. Anywhere
 * else it is a mistake that Python reports.
 */
function mayBeInfinite(node: ir.Divide, hasInfinities: boolean): boolean {
  const { left, right } = node;
  if (underlying(node.type).kind !== "float" || right.kind === "FloatLiteral") return false;
  if (right.kind === "Variable" && right.binding.kind === "constant") return false;
  const isReciprocal = left.kind === "FloatLiteral" && right.kind === "Variable";
  return hasInfinities || isReciprocal;
}

function quotientOf([left, right]: ReturnType<typeof mixedOperands>): ReturnType<typeof py.binOp> {
  return py.binOp(left, "Div", right);
}

export default defineConstruct({
  id: "division",
  title: "Division",
  summary: "Python's `/` always gives a float and `//` rounds down; Go's `/` of integers rounds towards zero.",
  explanation:
    "`-7 // 2` is -4 in Python and `-7 / 2` is -3 in Go; `-7 % 2` is 1 in Python and -1 in Go. Where the operands are known not to be negative the two agree and the plain operators are used; " +
    "elsewhere a small helper keeps the rounding. Division of floats by zero raises ZeroDivisionError in Python and gives an infinity in Go.",
  references: [
    { title: "Go: Integer operators", url: "https://go.dev/ref/spec#Integer_operators" },
    {
      title: "Python: Binary arithmetic operations",
      url: "https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations",
    },
    {
      title: "Why does -22 // 10 return -3?",
      url: "https://docs.python.org/3/faq/programming.html#why-does-22-10-return-3",
    },
  ],
  lower: {
    go: {
      Divide: (node, context) => {
        const [left, right] = guardZeroDivisor(node, context);
        return goBuild.binary(left, "/", right);
      },
      IntegerDivide: toGo,
      Remainder: toGo,
    },
    python: {
      Divide: (node, context) => {
        const quotient = mayBeInfinite(node, context.facts.hasInfinities)
          ? py.call(context.helper("divide"), context.expressions([node.left, node.right]))
          : quotientOf(mixedOperands(node, "divide", context));
        return wrapNumber(quotient, node.type, context);
      },
      IntegerDivide: toPython,
      Remainder: toPython,
    },
  },
  caveats: [
    {
      code: "division-by-zero",
      severity: "caveat",
      message:
        "Python raises ZeroDivisionError where the divisor is zero; Go's division of floats gives an infinity or NaN.",
    },
  ],
  examples: [
    {
      title: "Rounding down",
      python: "def half(n: int) -> int:\n    return n // 2\n\n\nprint(half(7), half(-7), -7 % 3)\n",
      go: "func half(n int) int {\n\tquotient := n / 2\n\tif n%2 != 0 && n < 0 {\n\t\tquotient--\n\t}\n\treturn quotient\n}\n\nfmt.Println(half(7), half(-7), (-7%3+3)%3)\n",
    },
    {
      title: "Dividing integers into a float",
      python: "def mean(total: int, count: int) -> float:\n    return total / count\n\n\nprint(mean(7, 2))\n",
      go: "func mean(total, count int) float64 {\n\treturn float64(total) / float64(count)\n}\n\nfmt.Println(mean(7, 2))\n",
    },
  ],
});
