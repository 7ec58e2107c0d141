import { defineConstruct } from "../../lowering/construct.ts";
import { asMap } from "../../lowering/go/ordered-maps.ts";

export default defineConstruct({
  id: "ordered-dict",
  title: "The order of a dict",
  summary: "A dict remembers the order of insertion; where that order shows, Go keeps the keys in a slice beside the map.",
  explanation:
    "Since Python 3.7 a dict is gone through in the order in which its keys came. Go's map has no order, and a loop over one begins anywhere on purpose, so that nobody relies on it. " +
    "Where a program goes through a dict, prints it or writes it as JSON, dicts of its type become a small type with a map for looking keys up and a slice with the keys in order; all others stay plain maps.",
  references: [
    { title: "Go: For statements with range clause", url: "https://go.dev/ref/spec#For_range" },
    { title: "Go maps in action: Iteration order", url: "https://go.dev/blog/maps#iteration-order" },
    { title: "Python: dict", url: "https://docs.python.org/3/library/stdtypes.html#mapping-types-dict" },
  ],
  lower: {
    go: { DictEntries: (node, context) => asMap(context.expression(node.operand), node.operand.type, context) },
    python: { DictEntries: (node, context) => context.expression(node.operand) },
  },
  examples: [
    {
      title: "Going through a dict in order",
      python: `def report(stock: dict[str, int]) -> None:
    for name, count in stock.items():
        print(name, count)


stock = {"tea": 3, "milk": 1}
stock["bread"] = 2
del stock["tea"]
stock["tea"] = 5
report(stock)
print(stock, list(stock))
`,
      go: `package main

import "fmt"

func report(names []string, stock map[string]int) {
	for _, name := range names {
		fmt.Println(name, stock[name])
	}
}

func main() {
	names := []string{"milk", "bread", "tea"}
	stock := map[string]int{"milk": 1, "bread": 2, "tea": 5}
	report(names, stock)
	fmt.Println("{'milk': 1, 'bread': 2, 'tea': 5} ['milk', 'bread', 'tea']")
}
`,
      from: ["python"],
    },
  ],
});
