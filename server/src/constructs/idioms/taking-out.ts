import { mergeOrigins } from "../../base/origin.ts";
import { assign, expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { isSamePlace } from "../../ir/places.ts";
import { integerValue } from "../../ir/purity.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "taking-out",
  title: "Taking the first or last element out of a list",
  summary:
    "Reading the last element and cutting the slice is `xs.pop()` in Python; for the first one it is `xs.pop(0)`.",
  explanation:
    "A Go slice is cut by making a new one that ends earlier, so taking an element out is two statements: read it, then store the shorter slice. Python's `pop` does both, and everybody who " +
    "holds the list sees it shrink. At the front Go's slice costs nothing, while `pop(0)` moves all others: for long queues Python people use `collections.deque`.",
  references: [
    { title: "Go wiki: Slice tricks", url: "https://go.dev/wiki/SliceTricks" },
    {
      title: "Python: Using lists as stacks",
      url: "https://docs.python.org/3/tutorial/datastructures.html#using-lists-as-stacks",
    },
  ],
  recognises: { Assign: takenOut },
  snippets: [
    {
      language: "go",
      prefix: "pop",
      terms: ["pop", "xs.pop()", "list.pop"],
      description: "Take the last element out of a slice",
      body: ["${1:last} := ${2:items}[len(${2:items})-1]", "${2:items} = ${2:items}[:len(${2:items})-1]"],
    },
  ],
  examples: [
    {
      title: "A stack and a queue",
      go: `package main

import "fmt"

func main() {
	stack := []int{1, 2}
	stack = append(stack, 3)
	top := stack[len(stack)-1]
	stack = stack[:len(stack)-1]
	fmt.Println(top, len(stack))
	queue := []string{"first", "second"}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		fmt.Println(next)
	}
}
`,
      python: `stack = [1, 2]
stack.append(3)
top = stack.pop()
print(top, len(stack))
queue = ["first", "second"]
while len(queue) > 0:
    next_ = queue.pop(0)
    print(next_)
`,
      from: ["go"],
    },
  ],
});

/** `last := xs[len(xs)-1]` with `xs = xs[:len(xs)-1]` behind it, or both in one statement. */
function takenOut(node: ir.Assign, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [target, ...others] = node.targets;
  if (context.target !== "python" || target === undefined || others.length > 0) return undefined;
  if (target.kind === "TupleLiteral" && node.value.kind === "TupleLiteral") {
    const [item, list, ...more] = target.elements;
    const [element, rest] = node.value.elements;
    if (!item || !list || !element || !rest || more.length > 0) return undefined;
    const pop = popped(item, element, list, rest);
    return pop && { nodes: [{ ...node, targets: [item], value: pop }] };
  }
  const [cut] = context.following;
  const [list, ...lists] = cut?.kind === "Assign" ? cut.targets : [];
  if (cut?.kind !== "Assign" || !list || lists.length > 0 || cut.declares.length > 0 || hasComments(cut))
    return undefined;
  const pop = popped(target, node.value, list, cut.value);
  if (pop === undefined) return undefined;
  const { leading, trailing, blankBefore, origin } = node;
  const kept = {
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore ? { blankBefore } : {}),
    origin: mergeOrigins([origin, cut.origin]),
  };
  return { taken: 1, nodes: [{ ...assign(target, pop, node.declares), ...kept }] };
}

/** The element that is read, as it is taken out, where the rest is what the list becomes. */
function popped(
  item: ir.Expression,
  value: ir.Expression,
  list: ir.Expression,
  rest: ir.Expression,
): ir.ListPop | undefined {
  // What is in the list no longer needs no copy.
  const element = value.kind === "Copy" ? value.operand : value;
  if (element.kind !== "Index" || rest.kind !== "Slice" || element.unit !== "element") return undefined;
  if (item.kind !== "Variable" || list.type.kind !== "list" || rest.maximum !== undefined) return undefined;
  if (!isSamePlace(element.object, list) || !isSamePlace(rest.object, list)) return undefined;
  const [position, low, high] = [element.index, rest.low, rest.high].map((bound) => bound && integerValue(bound));
  const isLast = position === -1n && rest.low === undefined && high === -1n;
  const isFirst = position === 0n && low === 1n && rest.high === undefined;
  if (!isLast && !isFirst) return undefined;
  return expression("ListPop", element.type, { list, index: isFirst ? element.index : undefined, wraps: false });
}

function hasComments(node: ir.Statement): boolean {
  return (node.leading ?? []).length > 0 || node.trailing !== undefined;
}
