import { expression, integer } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { isSamePlace } from "../../ir/places.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "counting-from-the-end",
  title: "Positions counted from the end",
  summary: "`xs[len(xs)-1]` is `xs[-1]` in Python, and `xs[:len(xs)-1]` is `xs[:-1]`.",
  explanation:
    "Python takes a negative position as one that is counted from the end, so the last element is `xs[-1]` whatever the length. Go has no such positions: a negative index panics, which catches a " +
    "computation that went wrong, and the length is written out. An empty list is an error for both: an IndexError here, a panic there.",
  references: [
    { title: "Go: Index expressions", url: "https://go.dev/ref/spec#Index_expressions" },
    {
      title: "Python: Common sequence operations",
      url: "https://docs.python.org/3/library/stdtypes.html#typesseq-common",
    },
  ],
  recognises: { Index: element, Slice: part },
  examples: [
    {
      title: "The last two, and all but the last",
      go: `package main

import "fmt"

func main() {
	words := []string{"early", "late", "last"}
	fmt.Println(words[len(words)-1], words[len(words)-2])
	for _, word := range words[:len(words)-1] {
		fmt.Println(word)
	}
	for _, word := range words[len(words)-2:] {
		fmt.Println(word)
	}
}
`,
      python: `words = ["early", "late", "last"]
print(words[-1], words[-2])
for word in words[:-1]:
    print(word)
for word in words[-2:]:
    print(word)
`,
    },
  ],
});

function element(node: ir.Index, context: IdiomContext): IdiomMatch<ir.Expression> | undefined {
  const distance = context.target === "python" ? fromEnd(node.index, node.object) : undefined;
  return distance === undefined
    ? undefined
    : { nodes: [expression("Index", node.type, { ...node, index: integer(-distance), wraps: true })] };
}

/** A bound before the beginning is an error in Go alone, wherever it is counted from. */
function part(node: ir.Slice, context: IdiomContext): IdiomMatch<ir.Expression> | undefined {
  if (context.target !== "python" || node.maximum !== undefined || node.step !== undefined) return undefined;
  const [low, high] = [node.low, node.high].map((bound) => bound && fromEnd(bound, node.object));
  if (low === undefined && high === undefined) return undefined;
  const bounds = {
    ...(low === undefined ? {} : { low: integer(-low) }),
    ...(high === undefined ? {} : { high: integer(-high) }),
  };
  return { nodes: [expression("Slice", node.type, { ...node, ...bounds })] };
}

/** How far from the end of the sequence `len(xs) - 2` lies; 1 is the last element. */
function fromEnd(position: ir.Expression, sequence: ir.Expression): bigint | undefined {
  if (position.kind !== "Arithmetic" || position.operator !== "subtract") return undefined;
  const { left, right } = position;
  if (left.kind !== "Length" || !isSamePlace(left.operand, sequence)) return undefined;
  return right.kind === "IntegerLiteral" && right.value > 0n ? right.value : undefined;
}
