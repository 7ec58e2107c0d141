import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { isTotal } from "../../ir/purity.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { enumerationOf } from "../../lowering/go/enums.ts";
import { isLarge, largeArithmetic, largeOperation } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { isDuration } from "../../lowering/python/durations.ts";
import { wrapInteger, wrapOperation } from "../../lowering/python/wrap.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const goOperators: Readonly<Record<string, goTree.BinaryOperator>> = {
  and: "&",
  or: "|",
  xor: "^",
  andNot: "&^",
  shiftLeft: "<<",
  shiftRight: ">>",
};
const logical: Readonly<Record<string, goTree.BinaryOperator>> = { and: "&&", or: "||", xor: "!=" };
const pythonOperators: Readonly<Record<string, pyTree.BinaryOperator>> = {
  and: "BitAnd",
  or: "BitOr",
  xor: "BitXor",
  shiftLeft: "LShift",
  shiftRight: "RShift",
};

export default defineConstruct({
  id: "bitwise",
  title: "Bits",
  summary: "`&`, `|`, `^`, `<<` and `>>` are the same; Python's `~` is Go's unary `^`, and Go has `&^`.",
  explanation:
    "Python's integers behave as if they had infinitely many sign bits, so `~x` is `-x - 1` and shifting left never loses anything. Go's have a fixed number of bits: shifting left drops the upper ones, and " +
    "the complement of an unsigned number is unsigned too. On booleans Python's `&` and `|` evaluate both sides; Go has no such operators for `bool`.",
  references: [
    { title: "Go: Arithmetic operators", url: "https://go.dev/ref/spec#Arithmetic_operators" },
    {
      title: "Python: Shifting operations",
      url: "https://docs.python.org/3/reference/expressions.html#shifting-operations",
    },
  ],
  lower: {
    go: {
      Bitwise: (node, context) => {
        if (isLarge(node.left.type) || isLarge(node.type)) {
          const result = largeArithmetic(node, context);
          return isLarge(node.type) ? result : go.call(context.helper("smallInt"), result);
        }
        const [left, right] = context.expressions([node.left, node.right]) as [goTree.Expr, goTree.Expr];
        if (node.type.kind !== "bool") return go.binary(left, goOperators[node.operator] ?? "&", right);
        // Both sides are evaluated in Python, so what can have an effect must not be skipped.
        const isSafe = node.operator === "xor" || isTotal(node.right);
        return go.binary(left, logical[node.operator] ?? "&&", isSafe ? right : context.temporary("right", right));
      },
      Complement: (node, context) => {
        const flags = enumerationOf(node.type)?.facts.members;
        // Python's complement of a flag has the other flags, and no further bits.
        const all = flags?.reduce((mask, member) => mask | (member.number ?? 0n), 0n);
        const operand = context.expression(node.operand);
        if (all !== undefined) return go.binary(go.integer(all), "^", operand);
        return isLarge(node.type) ? largeOperation("Not", operand) : go.unary("^", operand);
      },
    },
    python: {
      Bitwise: (node, context) => {
        const [left, right] = context.expressions([node.left, node.right]) as [
          ReturnType<typeof context.expression>,
          ReturnType<typeof context.expression>,
        ];
        if (isDuration(node.type)) return shiftedDuration(node, left, right);
        if (node.operator === "andNot") return py.binOp(left, "BitAnd", py.unaryOp("Invert", right));
        const result = py.binOp(left, pythonOperators[node.operator] ?? "BitAnd", right);
        return node.operator === "shiftLeft" || node.wraps === true ? wrapOperation(result, node, context) : result;
      },
      Complement: (node, context) => {
        const type = underlying(node.type);
        const value = py.unaryOp("Invert", context.expression(node.operand));
        return type.kind === "int" && !type.signed ? wrapInteger(value, node.type, context) : value;
      },
    },
  },
  examples: [
    {
      title: "Flags",
      python: "def flags(mask: int, bit: int) -> int:\n    return mask & ~(1 << bit) | 8\n\n\nprint(flags(7, 1))\n",
      go: "func flags(mask, bit int) int {\n\treturn mask&^(1<<bit) | 8\n}\n\nfmt.Println(flags(7, 1))\n",
    },
  ],
});

/** A duration that is doubled so often, or halved. */
function shiftedDuration(node: ir.Bitwise, left: pyTree.Expression, right: pyTree.Expression): pyTree.Expression {
  if (node.operator !== "shiftLeft" && node.operator !== "shiftRight")
    throw new Untranslatable("duration-bits", "The bits of a duration are not translated; a `timedelta` has none.");
  const factor = py.binOp(py.int(1), "LShift", right);
  return py.binOp(left, node.operator === "shiftLeft" ? "Mult" : "FloorDiv", factor);
}
