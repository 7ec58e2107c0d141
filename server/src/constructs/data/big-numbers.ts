import { defineConstruct } from "../../lowering/construct.ts";
import { numberFunction } from "../../lowering/python/numbers.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "big-numbers",
  title: "math/big / int and Fraction",
  summary: "A `*big.Int` is a plain `int` in Python, a `*big.Rat` a `Fraction`; their methods become operators.",
  explanation:
    "Go's numbers have a fixed size; package math/big has larger ones as objects that a method stores its result in: `z.Add(x, y)` sets z and returns it, which saves memory. Python's `int` has no bounds and never changes, " +
    "so that the result is a new number, `z = x + y`. Where two names hold one Go number and one of them is changed, the other sees it, which Python cannot show: such a place is marked.",
  references: [
    { title: "Go: package math/big", url: "https://pkg.go.dev/math/big" },
    {
      title: "Python: Integers have unlimited precision",
      url: "https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex",
    },
    { title: "Python: fractions", url: "https://docs.python.org/3/library/fractions.html" },
  ],
  lower: {
    go: {
      NumberFunction: () => {
        throw new Untranslatable("big-numbers", "Go keeps its own calls of math/big.");
      },
    },
    python: { NumberFunction: numberFunction },
  },
  caveats: [
    {
      code: "shared-big-number",
      severity: "mark",
      message: "Two names hold one number of math/big and one of them is changed.",
    },
  ],
  examples: [
    {
      title: "Factorials",
      python: `def factorial(n: int) -> int:
    result = 1
    for i in range(2, n + 1):
        result = result * i
    return result


print(factorial(30))
print(factorial(25) % 1000007, factorial(20) > factorial(19))
`,
      go: `package main

import (
	"fmt"
	"math/big"
)

func factorial(n int64) *big.Int {
	result := big.NewInt(1)
	for i := int64(2); i <= n; i++ {
		result.Mul(result, big.NewInt(i))
	}
	return result
}

func main() {
	fmt.Println(factorial(30))
	rest := new(big.Int).Mod(factorial(25), big.NewInt(1000007))
	fmt.Println(rest, factorial(20).Cmp(factorial(19)) > 0)
}
`,
      from: ["go"],
    },
  ],
});
