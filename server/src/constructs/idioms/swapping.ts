import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "swapping",
  title: "Swapping two values",
  summary: "`a, b = b, a` says the same in both languages.",
  explanation:
    "All of the right side is evaluated before anything is stored, in both languages. They differ in when the places on the left are found: Go finds all indexes first, Python each one when its turn " +
    "comes, so `i, xs[i] = 1, 2` sets different elements.",
  references: [
    { title: "Go: Assignment statements", url: "https://go.dev/ref/spec#Assignment_statements" },
    {
      title: "Python: Assignment statements",
      url: "https://docs.python.org/3/reference/simple_stmts.html#assignment-statements",
    },
  ],
  recognises: { Assign: swap },
  examples: [
    {
      title: "Turning a list round",
      python: `def turned(items: list[int]) -> list[int]:
    low, high = 0, len(items) - 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1
    return items


for item in turned([1, 2, 3]):
    print(item)
`,
      go: `package main

import "fmt"

func turned(items []int) []int {
	low, high := 0, len(items)-1
	for low < high {
		items[low], items[high] = items[high], items[low]
		low++
		high--
	}
	return items
}

func main() {
	for _, item := range turned([]int{1, 2, 3}) {
		fmt.Println(item)
	}
}
`,
    },
  ],
});

function swap({ targets, value }: ir.Assign): IdiomMatch<ir.Statement> | undefined {
  const [target] = targets;
  if (target?.kind !== "TupleLiteral" || value.kind !== "TupleLiteral" || target.elements.length !== 2)
    return undefined;
  const [first, second] = target.elements.map(placeOf);
  const [left, right] = value.elements.map(placeOf);
  return first !== undefined && second !== undefined && first === right && second === left ? {} : undefined;
}

/** A spelling of simple places, by which two can be compared. */
function placeOf(node: ir.Expression): string | undefined {
  switch (node.kind) {
    case "Variable":
      return node.binding.id;
    case "IntegerLiteral":
      return String(node.value);
    case "Field": {
      const object = placeOf(node.object);
      return object === undefined ? undefined : `${object}.${node.name}`;
    }
    case "Index": {
      const [object, index] = [placeOf(node.object), placeOf(node.index)];
      return object === undefined || index === undefined ? undefined : `${object}[${index}]`;
    }
    case "Arithmetic": {
      const [left, right] = [placeOf(node.left), placeOf(node.right)];
      return left === undefined || right === undefined ? undefined : `(${left} ${node.operator} ${right})`;
    }
    default:
      return undefined;
  }
}
