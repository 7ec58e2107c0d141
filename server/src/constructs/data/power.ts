import type * as ir from "../../ir/node.ts";
import { integerValue, isSimple } from "../../ir/purity.ts";
import * as py from "../../python/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isLarge, largeArithmetic, largeOperation } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";

/** `x * x` for squares of something that costs nothing to repeat. */
function isSquare(node: ir.Power): boolean {
  return (
    isSimple(node.left) &&
    (integerValue(node.right) === 2n || (node.right.kind === "FloatLiteral" && node.right.value === 2))
  );
}

export default defineConstruct({
  id: "power",
  title: "Powers",
  summary: "Python's `**` is `math.Pow` for floats and a multiplication loop for integers in Go.",
  explanation:
    "Go has no power operator. `math.Pow` works on float64 and would lose digits of large integers, so integers use a small helper, and squares are written as a product. " +
    "A negative exponent makes Python's result a float, which is decided by the literal; with a variable that turns out negative the helper panics instead.",
  references: [
    { title: "Go: math.Pow", url: "https://pkg.go.dev/math#Pow" },
    {
      title: "Python: The power operator",
      url: "https://docs.python.org/3/reference/expressions.html#the-power-operator",
    },
  ],
  lower: {
    go: {
      Power: (node, context) => {
        if (node.modulus) {
          const operands = context.expressions([node.left, node.right, node.modulus]);
          return isLarge(node.type)
            ? largeOperation("Exp", ...operands)
            : go.call(context.helper("powMod"), ...operands);
        }
        if (isLarge(node.type)) return largeArithmetic(node, context);
        if (isSquare(node)) {
          const base = context.expression(node.left);
          return go.binary(base, "*", base);
        }
        const [left, right] = context.expressions([node.left, node.right]) as [
          ReturnType<typeof context.expression>,
          ReturnType<typeof context.expression>,
        ];
        if (node.type.kind === "int" && integerValue(node.left) === 2n) return go.binary(go.integer(1), "<<", right);
        if (node.type.kind === "int") return go.call(context.helper("powInt"), left, right);
        return go.libraryCall("math", "Pow", left, right);
      },
    },
    python: {
      Power: (node, context) => {
        if (node.modulus) return py.call("pow", context.expressions([node.left, node.right, node.modulus]));
        const [left, right] = context.expressions([node.left, node.right]) as [
          ReturnType<typeof context.expression>,
          ReturnType<typeof context.expression>,
        ];
        return py.binOp(left, "Pow", right);
      },
    },
  },
  examples: [
    {
      title: "Squares and powers",
      python: "def volume(side: int, n: int) -> int:\n    return side ** 2 * 10 ** n\n\n\nprint(volume(3, 2))\n",
      go: "func volume(side, n int) int {\n\tpower := 1\n\tfor range n {\n\t\tpower *= 10\n\t}\n\treturn side * side * power\n}\n\nfmt.Println(volume(3, 2))\n",
    },
  ],
});
