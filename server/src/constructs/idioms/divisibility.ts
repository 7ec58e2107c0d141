import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "divisibility",
  title: "Divisible without a remainder",
  summary: "`x % n == 0` asks the same in both languages, though their remainders of negative numbers differ.",
  explanation:
    "Python's remainder has the sign of the divisor, Go's that of the dividend: `-7 % 3` is 2 in Python and -1 in Go. Whether there is a remainder at all does not depend on that, so a " +
    "comparison with zero needs no helper on either side. In Go, `n % 2 == 1` misses the negative odd numbers, which is why careful Go code asks for `n % 2 != 0`.",
  references: [
    { title: "Go: Integer operators", url: "https://go.dev/ref/spec#Integer_operators" },
    {
      title: "Python: Binary arithmetic operations",
      url: "https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations",
    },
  ],
  recognises: { Compare: withoutRemainder },
  examples: [
    {
      title: "Even and odd, negative too",
      python: `def parities(numbers: list[int]) -> list[str]:
    return ["even" if n % 2 == 0 else "odd" for n in numbers]


print(" ".join(parities([-3, -2, 0, 5])))
`,
      go: `package main

import (
	"fmt"
	"strings"
)

func parities(numbers []int) []string {
	var words []string
	for _, n := range numbers {
		if n%2 == 0 {
			words = append(words, "even")
		} else {
			words = append(words, "odd")
		}
	}
	return words
}

func main() {
	fmt.Println(strings.Join(parities([]int{-3, -2, 0, 5}), " "))
}
`,
    },
  ],
});

function withoutRemainder(node: ir.Compare, context: IdiomContext): IdiomMatch<ir.Expression> | undefined {
  const { left, right, operator } = node;
  if (operator !== "equal" && operator !== "notEqual") return undefined;
  if (left.kind !== "Remainder" || left.type.kind !== "int") return undefined;
  if (right.kind !== "IntegerLiteral" || right.value !== 0n) return undefined;
  return { nodes: [{ ...node, left: { ...left, rounding: context.target === "go" ? "truncate" : "floor" } }] };
}
