import { mergeOrigins } from "../../base/origin.ts";
import { assign, expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "sorted-list",
  title: "A list that is gathered and sorted",
  summary: "Gathering the keys of a map and sorting them is `sorted(entries)` in Python.",
  explanation:
    "A Go map has no order, and its keys are random each time, so Go people gather them in a slice and sort that. Python's `sorted` takes anything that can be gone through and gives a new list. " +
    "Since Go 1.23 `slices.Sorted(maps.Keys(m))` says the same in one expression.",
  references: [
    { title: "Go: slices.Sorted", url: "https://pkg.go.dev/slices#Sorted" },
    { title: "Python: sorted", url: "https://docs.python.org/3/library/functions.html#sorted" },
  ],
  recognises: { Assign: gatheredAndSorted },
  examples: [
    {
      title: "The entries of a map by name",
      go: `package main

import (
	"fmt"
	"sort"
)

func names(stock map[string]int) []string {
	names := make([]string, 0, len(stock))
	for name := range stock {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func main() {
	for _, name := range names(map[string]int{"pears": 2, "figs": 3}) {
		fmt.Println(name)
	}
}
`,
      python: `def names(stock: dict[str, int]) -> list[str]:
    return sorted(stock)


for name in names({"pears": 2, "figs": 3}):
    print(name)
`,
    },
  ],
});

/** A new list with the statement behind it that sorts it in place, and the one that returns it. */
function gatheredAndSorted(node: ir.Assign, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [target, ...others] = node.targets;
  const [sort, after] = context.following;
  if (context.target !== "python" || target?.kind !== "Variable" || others.length > 0) return undefined;
  const { binding } = target;
  const iterable = node.declares.includes(binding) ? gathered(node.value) : undefined;
  if (iterable === undefined || sort?.kind !== "ExpressionStatement" || hasComments(sort)) return undefined;
  const call = sort.expression;
  if (call.kind !== "ListSort" || call.list.kind !== "Variable" || call.list.binding !== binding) return undefined;
  const { key, reverse } = call;
  const value = expression("Sorted", binding.type, {
    iterable,
    ...(key ? { key } : {}),
    ...(reverse ? { reverse } : {}),
  });
  const { leading, blankBefore } = node;
  const kept = { ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) };
  const isReturned =
    after?.kind === "Return" &&
    after.value?.kind === "Variable" &&
    after.value.binding === binding &&
    !hasComments(after);
  const origin = mergeOrigins([node.origin, sort.origin, ...(isReturned ? [after.origin] : [])]);
  return isReturned
    ? { taken: 2, nodes: [{ ...after, value, ...kept, origin }] }
    : { taken: 1, nodes: [{ ...assign(target, value, [binding]), ...kept, origin }] };
}

/** What the elements of a list that was made just now come from. */
function gathered(value: ir.Expression): ir.Expression | undefined {
  if (value.kind === "Collect") return value.operand;
  return value.kind === "Comprehension" && value.result === "list" ? { ...value, result: "iterator" } : undefined;
}

function hasComments(node: ir.Statement): boolean {
  return (node.leading ?? []).length > 0 || node.trailing !== undefined;
}
