import { expression, not } from "../../ir/build.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { boolType, iteratorOf } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";
import { fitsComprehension, soleStatement } from "../../lowering/comprehensible.ts";

export default defineConstruct({
  id: "search-loop",
  title: "A loop that looks for one",
  summary: "A loop that returns at the first hit, with the opposite behind it, is `any` or `all` in Python.",
  explanation:
    "Go looks for an element with a loop that returns as soon as it has found one; `slices.Contains` and `slices.ContainsFunc` cover the simple cases. Python's `any` and `all` take a generator " +
    "expression and stop at the first element that decides, so they do exactly the loop's work. An empty collection gives `any` False and `all` True, as falling through the loop does.",
  references: [
    { title: "Go: slices.ContainsFunc", url: "https://pkg.go.dev/slices#ContainsFunc" },
    { title: "Python: any", url: "https://docs.python.org/3/library/functions.html#any" },
    { title: "Python: all", url: "https://docs.python.org/3/library/functions.html#all" },
  ],
  recognises: { ForEach: search },
  snippets: [
    {
      language: "go",
      prefix: "anyof",
      terms: ["any(... for x in xs)", "all(... for x in xs)", "any", "all"],
      description: "Whether an element passes a test",
      body: ["slices.ContainsFunc(${1:items}, func(${2:item} ${3:T}) bool {", "\treturn ${4:condition}", "})"],
    },
    {
      language: "python",
      prefix: "anyof",
      terms: ["slices.ContainsFunc", "search loop", "contains"],
      description: "Whether an element passes a test",
      body: ["any(${1:condition} for ${2:item} in ${3:items})"],
    },
  ],
  examples: [
    {
      title: "One, and every one",
      go: `package main

import "fmt"

func hasNegative(numbers []int) bool {
	for _, n := range numbers {
		if n < 0 {
			return true
		}
	}
	return false
}

func isSorted(numbers []int) bool {
	for i := range numbers {
		if i > 0 && numbers[i-1] > numbers[i] {
			return false
		}
	}
	return true
}

func main() {
	fmt.Println(hasNegative([]int{1, -2}), isSorted([]int{1, 2, 2}), hasNegative(nil), isSorted(nil))
}
`,
      python: `def has_negative(numbers: list[int]) -> bool:
    return any(n < 0 for n in numbers)


def is_sorted(numbers: list[int]) -> bool:
    return all(left <= right for left, right in zip(numbers, numbers[1:]))


print(has_negative([1, -2]), is_sorted([1, 2, 2]), has_negative([]), is_sorted([]))
`,
    },
  ],
});

/** `for … { if test { return true } }` with `return false` behind it, or the other way round. */
function search(node: ir.ForEach, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [after] = context.following;
  const found = hit(node.body);
  if (context.target !== "python" || found === undefined || after?.kind !== "Return") return undefined;
  const otherwise = answer(after.value);
  if (otherwise === undefined || otherwise === found.answer || after.leading?.length) return undefined;
  if (!fitsComprehension(node, [found.test], context.facts)) return undefined;
  const element = found.answer ? found.test : opposite(found.test);
  const values = expression("Comprehension", iteratorOf(boolType, "generator"), {
    result: "iterator",
    element,
    clauses: [{ target: node.target, iterable: node.iterable, conditions: [], isAsync: false }],
  });
  const value =
    (found.answer ? membership(node, found.test) : undefined) ??
    expression("Quantify", boolType, { quantifier: found.answer ? "any" : "all", iterable: values });
  const { leading, blankBefore } = node;
  return {
    taken: 1,
    nodes: [
      {
        sort: "statement",
        kind: "Return",
        value,
        ...(leading ? { leading } : {}),
        ...(blankBefore ? { blankBefore } : {}),
      },
    ],
  };
}

/** The test and the answer of a body that does nothing but answer. */
function hit(body: readonly ir.Statement[]): { readonly test: ir.Expression; readonly answer: boolean } | undefined {
  const only = soleStatement(body);
  if (only?.kind !== "If" || only.otherwise.length > 0) return undefined;
  const inner = soleStatement(only.then);
  if (inner?.kind !== "Return") return undefined;
  const given = answer(inner.value);
  return given === undefined ? undefined : { test: only.test, answer: given };
}

/** Whether one of the elements is equal to something is whether that is in the list. Floats are left out: NaN is in a list that holds it. */
function membership(loop: ir.ForEach, test: ir.Expression): ir.Expression | undefined {
  const { target, iterable } = loop;
  if (test.kind !== "Compare" || test.operator !== "equal" || !["int", "string"].includes(test.left.type.kind))
    return undefined;
  if (target.kind !== "Variable" || iterable.type.kind !== "list") return undefined;
  const isElement = (side: ir.Expression): boolean => side.kind === "Variable" && side.binding === target.binding;
  const wanted = isElement(test.left) ? test.right : isElement(test.right) ? test.left : undefined;
  if (wanted === undefined || !isSimple(wanted) || isElement(wanted)) return undefined;
  return expression("Membership", boolType, { element: wanted, container: iterable, negated: false });
}

function answer(value: ir.Expression | undefined): boolean | undefined {
  return value?.kind === "BooleanLiteral" ? value.value : undefined;
}

const opposites: Readonly<Partial<Record<ir.ComparisonOperator, ir.ComparisonOperator>>> = {
  equal: "notEqual",
  notEqual: "equal",
  less: "greaterEqual",
  lessEqual: "greater",
  greater: "lessEqual",
  greaterEqual: "less",
};

/** The opposite of a test; orders of floats have no opposite, for NaN is in none. */
function opposite(test: ir.Expression): ir.Expression {
  if (test.kind === "Not") return test.operand;
  if (test.kind === "Membership" || test.kind === "IsNone" || test.kind === "Identical")
    return { ...test, negated: !test.negated };
  const operator = test.kind === "Compare" ? opposites[test.operator] : undefined;
  if (test.kind === "Compare" && operator !== undefined && ["int", "string"].includes(test.left.type.kind))
    return { ...test, operator };
  return { ...not(test), origin: test.origin };
}
