import { assign, expression, integer, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { fitsComprehension, soleStatement } from "../../lowering/comprehensible.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";
import type { Binding } from "../../types/binding.ts";
import { iteratorOf } from "../../types/build.ts";

export default defineConstruct({
  id: "summing-loop",
  title: "A sum gathered in a loop",
  summary: "A loop that only adds integers to a new variable is `sum` over a generator expression in Python.",
  explanation:
    "Go has no function that adds up: one writes the loop. Python's `sum` takes anything that can be gone through, most often a generator expression, which makes no list on the way. That " +
    "holds for integers; `sum` of floats adds with a correction since Python 3.12, so a loop over floats stays a loop, whose rounding is that of the source.",
  references: [
    { title: "Go: For statements with range clause", url: "https://go.dev/ref/spec#For_range" },
    { title: "Python: sum", url: "https://docs.python.org/3/library/functions.html#sum" },
  ],
  recognises: { Assign: gathered },
  snippets: [
    {
      language: "go",
      prefix: "sumof",
      terms: ["sum(xs)", "sum(... for x in xs)"],
      description: "Add up what the elements give",
      body: ["${1:total} := 0", "for _, ${2:item} := range ${3:items} {", "\t${1:total} += ${2:item}$0", "}"],
    },
    {
      language: "python",
      prefix: "sumof",
      terms: ["total += x", "sum loop", "accumulate"],
      description: "Add up what the elements give",
      body: ["${1:total} = sum(${2:item} for ${2:item} in ${3:items})"],
    },
  ],
  examples: [
    {
      title: "The sum of the squares of odd numbers",
      go: `package main

import "fmt"

func oddSquares(numbers []int) int {
	total := 0
	for _, n := range numbers {
		if n%2 != 0 {
			total += n * n
		}
	}
	return total
}

func main() {
	fmt.Println(oddSquares([]int{1, 2, -3}), oddSquares(nil))
}
`,
      python: `def odd_squares(numbers: list[int]) -> int:
    return sum(n * n for n in numbers if n % 2 != 0)


print(odd_squares([1, 2, -3]), odd_squares([]))
`,
    },
  ],
});

/** `total := 0` with a loop behind it that does nothing but add to it. */
function gathered(node: ir.Assign, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [target, ...others] = node.targets;
  const [loop, after] = context.following;
  if (context.target !== "python" || target?.kind !== "Variable" || others.length > 0) return undefined;
  const { binding } = target;
  // Sums of integers with a size wrap around, those of an int are taken not to.
  if (!node.declares.includes(binding) || !isWord(binding) || !isZero(node.value)) return undefined;
  if (loop?.kind !== "ForEach" || (loop.leading?.length ?? 0) > 0) return undefined;
  const inner = added(loop.body, binding);
  if (inner === undefined) return undefined;
  const parts = [inner.element, ...inner.conditions];
  if (
    !fitsComprehension(loop, parts, context.facts) ||
    [loop.iterable, ...parts].some((part) => mentions(part, binding))
  )
    return undefined;
  const values = expression("Comprehension", iteratorOf(binding.type, "generator"), {
    result: "iterator",
    element: inner.element,
    clauses: [{ target: loop.target, iterable: loop.iterable, conditions: inner.conditions, isAsync: false }],
  });
  const sum = expression("Sum", binding.type, { iterable: values });
  const isReturned =
    after?.kind === "Return" &&
    after.value?.kind === "Variable" &&
    after.value.binding === binding &&
    (after.leading?.length ?? 0) === 0;
  const { leading, blankBefore } = node;
  const kept = { ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) };
  return isReturned
    ? { taken: 2, nodes: [{ ...after, value: sum, ...kept }] }
    : { taken: 1, nodes: [{ ...assign(variable(binding), sum, [binding]), ...kept }] };
}

function isWord({ type }: Binding): boolean {
  return type.kind === "int" && (type.size === "word" || type.size === "unbounded");
}

function isZero(value: ir.Expression): boolean {
  return value.kind === "IntegerLiteral" && value.value === integer(0).value;
}

/** What the body adds and under which conditions, when it does nothing else. */
function added(
  body: readonly ir.Statement[],
  total: Binding,
): { readonly element: ir.Expression; readonly conditions: readonly ir.Expression[] } | undefined {
  const only = soleStatement(body);
  if (only?.kind === "If") {
    if (only.otherwise.length > 0) return undefined;
    const inner = added(only.then, total);
    return inner && { ...inner, conditions: [only.test, ...inner.conditions] };
  }
  if (only?.kind !== "Update" || only.target.kind !== "Variable" || only.target.binding !== total) return undefined;
  const { value } = only;
  if (value.kind !== "Arithmetic" || value.operator !== "add") return undefined;
  return value.left.kind === "Variable" && value.left.binding === total
    ? { element: value.right, conditions: [] }
    : undefined;
}

function mentions(node: ir.Expression, binding: Binding): boolean {
  let found = false;
  walk(node, (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
  return found;
}
