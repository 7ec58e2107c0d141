import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "guard-clause",
  title: "Guard clause",
  summary: "Cases that end the function come first, so that the rest need not be indented.",
  explanation:
    "Go code keeps the happy path at the left edge: a test that returns early has no `else`, and linters say so where it has one. Python code reads the same way; both `return` and `raise` serve as guards.",
  references: [
    { title: "Go wiki: Indent error flow", url: "https://go.dev/wiki/CodeReviewComments#indent-error-flow" },
    { title: "PEP 20: Flat is better than nested", url: "https://peps.python.org/pep-0020/" },
  ],
  recognises: { If: guard },
  snippets: [
    {
      language: "go",
      prefix: "guard",
      terms: ["raise ValueError", "guard", "precondition"],
      description: "End early with an error",
      body: ["if ${1:condition} {", '\treturn ${2:zero}, fmt.Errorf("${3:message}: %v", ${4:value})', "}"],
    },
    {
      language: "python",
      prefix: "guard",
      terms: ["early return", "if err != nil", "precondition"],
      description: "End early with an exception",
      body: ["if ${1:condition}:", '    raise ValueError(f"${2:message}: {${3:value}}")'],
    },
  ],
  examples: [
    {
      title: "A price",
      python: `def priced(amount: int, price: float) -> float:
    if amount < 0:
        raise ValueError("negative amount")
    return amount * price


try:
    print(priced(2, 1.5))
    print(priced(-1, 1.5))
except ValueError as error:
    print(error)
`,
      go: `package main

import (
	"errors"
	"fmt"
)

func priced(amount int, price float64) (float64, error) {
	if amount < 0 {
		return 0, errors.New("negative amount")
	}
	return float64(amount) * price, nil
}

func main() {
	for _, amount := range []int{2, -1} {
		total, err := priced(amount, 1.5)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%.1f\\n", total)
	}
}
`,
    },
  ],
});

/** A test without `else` whose body only ends the function, and something behind it. */
function guard(node: ir.If, { following }: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [only, ...others] = node.then;
  if (node.otherwise.length > 0 || others.length > 0 || following.length === 0) return undefined;
  return only?.kind === "Raise" ? {} : undefined;
}
