import { expression, integer } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as pyTree from "../../python/tree.ts";
import { noneType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { builtinMethod } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind === "library" && target.name === "collections.deque") return construction(node, context);
  const call = builtinMethod(node, ["list"], ["appendleft", "popleft", "extendleft"], context);
  if (!call || call.receiverType.kind !== "list") return undefined;
  const list = context.expression(call.receiver);
  const { element } = call.receiverType;
  const [first] = call.positional;
  if (call.name === "popleft") return expression("ListPop", element, { list, index: integer(0), wraps: false });
  if (!first) return undefined;
  if (call.name === "appendleft")
    return expression("ListInsert", noneType, { list, index: integer(0), element: context.coerced(first, element) });
  throw new Untranslatable(
    "extendleft",
    "`extendleft` is not translated; Go programs build a new slice with the elements in front.",
  );
}

function construction(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const type = context.typeOf(node);
  if (type.kind !== "list") return undefined;
  const [first, maximum] = node.args;
  const limit = maximum ?? node.keywords.find(({ arg }) => arg === "maxlen")?.value;
  if (limit && !(limit.kind === "Constant" && limit.value.type === "None"))
    throw new Untranslatable(
      "deque-limit",
      "A `deque` with `maxlen` drops elements by itself; in Go, cut the slice after appending: `if len(xs) > limit { xs = xs[1:] }`.",
    );
  if (!first) return expression("ListLiteral", type, { elements: [] });
  const operand = context.expression(first);
  return operand.kind === "ListLiteral" ? { ...operand, type } : expression("Collect", type, { operand });
}

export default defineConstruct({
  id: "deque",
  title: "deque",
  summary: "A queue is a slice in Go: `append` at the end, `xs = xs[1:]` at the front.",
  explanation:
    "Python's lists are slow to take the first element from, so `collections.deque` is what queues are made of. Taking the first element of a Go slice costs nothing: `xs[1:]` is a new view of the same array, and `append` moves what is left when the array is full. " +
    "Only putting elements in front copies the slice.",
  references: [
    {
      title: "Python: collections.deque",
      url: "https://docs.python.org/3/library/collections.html#collections.deque",
    },
    { title: "Go: SliceTricks", url: "https://go.dev/wiki/SliceTricks" },
  ],
  refines: { python: { Call: lift } },
  snippets: [
    {
      language: "go",
      prefix: "queue",
      terms: ["deque", "popleft"],
      description: "Go through a queue that grows",
      body: [
        "${1:queue} := []${2:int}{${3:0}}",
        "for len(${1:queue}) > 0 {",
        "\t${4:item} := ${1:queue}[0]",
        "\t${1:queue} = ${1:queue}[1:]",
        "\t$0",
        "}",
      ],
    },
  ],
  examples: [
    {
      title: "Breadth first",
      python: `from collections import deque


def reach(edges: dict[str, list[str]], start: str) -> list[str]:
    seen = [start]
    queue = deque([start])
    while queue:
        name = queue.popleft()
        for other in edges.get(name, []):
            if other not in seen:
                seen.append(other)
                queue.append(other)
    return seen


print(", ".join(reach({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, "a")))
`,
      go: `package main

import (
	"fmt"
	"slices"
	"strings"
)

func reach(edges map[string][]string, start string) []string {
	seen := []string{start}
	queue := []string{start}
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		for _, other := range edges[name] {
			if !slices.Contains(seen, other) {
				seen = append(seen, other)
				queue = append(queue, other)
			}
		}
	}
	return seen
}

func main() {
	fmt.Println(strings.Join(reach(map[string][]string{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}}, "a"), ", "))
}
`,
      from: ["python", "go"],
    },
  ],
});
