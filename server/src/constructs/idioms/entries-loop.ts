import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "entries-loop",
  title: "Keys and values",
  summary: "`d.items()` is `for k, v := range m`; only Python keeps an order.",
  explanation:
    "Both give the entries one by one. A Python dict goes through them in the order of insertion; Go takes a random order on purpose, so that nobody relies on one. Where the order can be seen, Go programs " +
    "collect the keys, sort them and look the values up.",
  references: [
    { title: "Go blog: Go maps in action", url: "https://go.dev/blog/maps" },
    {
      title: "Python: Dictionary view objects",
      url: "https://docs.python.org/3/library/stdtypes.html#dictionary-view-objects",
    },
  ],
  recognises: { ForEach: entries },
  snippets: [
    {
      language: "go",
      prefix: "sorteditems",
      terms: ["sorted(d.items())", "dict items in order"],
      description: "Go through a map in the order of its keys",
      body: [
        "for _, ${1:key} := range slices.Sorted(maps.Keys(${2:entries})) {",
        "\t${3:value} := ${2:entries}[${1:key}]",
        "\t$0",
        "}",
      ],
    },
    {
      language: "python",
      prefix: "entries",
      terms: ["for k, v := range m", "map range"],
      description: "Go through the entries of a dict",
      body: ["for ${1:key}, ${2:value} in ${3:entries}.items():", "    $0"],
    },
  ],
  examples: [
    {
      title: "A total",
      python: `stock = {"tea": 2, "milk": 3}
total = 0
longest = 0
for name, amount in stock.items():
    total += amount
    longest = max(longest, len(name))
print(total, longest)
`,
      go: `package main

import "fmt"

func main() {
	stock := map[string]int{"tea": 2, "milk": 3}
	total, longest := 0, 0
	for name, amount := range stock {
		total += amount
		longest = max(longest, len(name))
	}
	fmt.Println(total, longest)
}
`,
    },
  ],
});

function entries({ iterable }: ir.ForEach): IdiomMatch<ir.Statement> | undefined {
  return iterable.kind === "Iterate" && iterable.form === "entries" ? {} : undefined;
}
