import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import { bigIntType, largeIntType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { asInt64, isLarge, largeOperation } from "../../lowering/go/large.ts";
import * as go from "../../lowering/go/syntax.ts";
import { asNumber } from "../../lowering/lift/python-operators.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";

const functions: Readonly<Record<string, ir.LargeFunction["function"]>> = {
  "math.factorial": "factorial",
  "math.comb": "comb",
  "math.gcd": "gcd",
  "math.lcm": "lcm",
  "math.isqrt": "isqrt",
};
/** Functions whose operands count something, so that they fit 64 bits. */
const counting: ReadonlySet<string> = new Set(["factorial", "comb"]);

function toGo(node: ir.LargeFunction, context: GoLowerContext): goTree.Expr {
  const operands = context.expressions(node.operands);
  const [first, second] = operands as [goTree.Expr, goTree.Expr];
  switch (node.function) {
    case "factorial":
      return largeOperation("MulRange", go.integer(1), asInt64(first));
    case "comb":
      return largeOperation("Binomial", asInt64(first), asInt64(second));
    case "isqrt":
      return largeOperation("Sqrt", first);
    case "gcd":
      return largeOperation("GCD", go.ident("nil"), go.ident("nil"), first, second);
    case "lcm": {
      const divisor = largeOperation("GCD", go.ident("nil"), go.ident("nil"), first, second);
      return largeOperation("Mul", first, largeOperation("Div", second, divisor));
    }
  }
}

export default defineConstruct({
  id: "large-integers",
  title: "Integers of more than 64 bits",
  summary: "Python's integers grow as they need; in Go, what outgrows 64 bits is a `*big.Int` of package math/big.",
  explanation:
    "A Go `int` has 64 bits and wraps around silently. Where constants of the program show that values get larger (`factorial(30)`, `2 ** 100`, the 200th Fibonacci number), " +
    "they become `*big.Int`, whose operations are methods that store their result in the receiver; a new receiver for each result keeps values from changing under those who share them. " +
    "Values of unknown size stay `int`, as Go programs have them, and `**` panics rather than wrap around.",
  references: [
    { title: "Go: package math/big", url: "https://pkg.go.dev/math/big" },
    { title: "Go: Integer overflow", url: "https://go.dev/ref/spec#Integer_overflow" },
    {
      title: "Python: Numeric types",
      url: "https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex",
    },
  ],
  refines: {
    python: {
      Call: (node, context) => {
        const target = context.analysis.callOf(node);
        const name = target?.kind === "library" ? functions[target.name] : undefined;
        if (name === undefined || !isLarge(context.typeOf(node)) || node.args.length === 0) return undefined;
        const type = counting.has(name) ? bigIntType : largeIntType;
        const operands = node.args.map((argument) => asNumber(context.expression(argument), type));
        return expression("LargeFunction", largeIntType, { function: name, operands });
      },
    },
  },
  lower: {
    go: { LargeFunction: toGo },
    python: {
      LargeFunction: (node, context) =>
        py.call(py.attribute(context.module("math"), node.function), context.expressions(node.operands)),
    },
  },
  examples: [
    {
      title: "Factorials",
      python:
        "def factorial(n: int) -> int:\n    product = 1\n    for i in range(2, n + 1):\n        product *= i\n    return product\n\n\nprint(factorial(30))\nprint(2 ** 100 // 3, 2 ** 100 % 97)\n",
      go: "func factorial(n int) *big.Int {\n\treturn new(big.Int).MulRange(1, int64(n))\n}\n\nfmt.Println(factorial(30))\npower := new(big.Int).Lsh(big.NewInt(1), 100)\nfmt.Println(new(big.Int).Div(power, big.NewInt(3)), new(big.Int).Mod(power, big.NewInt(97)))\n",
      from: ["python"],
    },
  ],
});
