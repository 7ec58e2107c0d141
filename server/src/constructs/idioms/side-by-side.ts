import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "side-by-side",
  title: "Two lists side by side",
  summary: "`zip` is a loop over the positions of the shorter list.",
  explanation:
    "Python’s `zip` gives the elements of several iterables in step and stops at the shortest; `strict=True` (3.10) makes a difference in length an error. Go has no such function: one loops over the " +
    "positions, with `min(len(a), len(b))` where the lengths may differ.",
  references: [
    { title: "Python: zip", url: "https://docs.python.org/3/library/functions.html#zip" },
    { title: "Go: min and max", url: "https://go.dev/ref/spec#Min_and_max" },
  ],
  recognises: { ForEach: zipped },
  snippets: [
    {
      language: "python",
      prefix: "zipped",
      terms: ["for i := range min(len(a), len(b))", "parallel slices"],
      description: "Go through two lists in step",
      body: ["for ${1:left}, ${2:right} in zip(${3:lefts}, ${4:rights}):", "    $0"],
    },
  ],
  examples: [
    {
      title: "Names and ages",
      python: `def described(names: list[str], ages: list[int]) -> list[str]:
    lines: list[str] = []
    for name, age in zip(names, ages):
        lines.append(f"{name} is {age}")
    return lines


print("; ".join(described(["ann", "bob"], [31, 27, 99])))
`,
      go: `package main

import (
	"fmt"
	"strings"
)

func described(names []string, ages []int) []string {
	var lines []string
	for i := range min(len(names), len(ages)) {
		lines = append(lines, fmt.Sprintf("%s is %d", names[i], ages[i]))
	}
	return lines
}

func main() {
	fmt.Println(strings.Join(described([]string{"ann", "bob"}, []int{31, 27, 99}), "; "))
}
`,
    },
  ],
});

function zipped({ iterable }: ir.ForEach): IdiomMatch<ir.Statement> | undefined {
  return iterable.kind === "Iterate" && iterable.form === "zip" ? {} : undefined;
}
