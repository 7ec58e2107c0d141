import { mergeOrigins } from "../../base/origin.ts";
import { assign, expression, variable } from "../../ir/build.ts";
import { isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import { fitsComprehension, soleStatement } from "../../lowering/comprehensible.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";
import type { Binding } from "../../types/binding.ts";

export default defineConstruct({
  id: "accumulating-loop",
  title: "A list gathered in a loop",
  summary: "A loop that only appends to a new slice is a list comprehension in Python.",
  explanation:
    "Go has one way to build a slice from another: declare it, loop, `append`. Python says the same in one expression, whose order is the reverse of the loop's: what is gathered stands " +
    "first, where it comes from and under which condition behind it. A comprehension is no faster in kind, but it says at once that nothing else happens, and its variable does not " +
    "outlive it.",
  references: [
    { title: "Go blog: Arrays, slices and append", url: "https://go.dev/blog/slices" },
    {
      title: "Python: List comprehensions",
      url: "https://docs.python.org/3/tutorial/datastructures.html#list-comprehensions",
    },
  ],
  recognises: { Declare: afterDeclaration, Assign: afterAssignment },
  snippets: [
    {
      language: "go",
      prefix: "listcomp",
      terms: ["list comprehension", "[x for x in xs if …]", "filter", "map"],
      description: "Gather what passes a test, as a list comprehension does",
      body: [
        "${1:result} := make([]${2:T}, 0, len(${3:items}))",
        "for _, ${4:item} := range ${3:items} {",
        "\tif ${5:condition} {",
        "\t\t${1:result} = append(${1:result}, ${4:item})",
        "\t}",
        "}",
      ],
    },
  ],
  examples: [
    {
      title: "Squares of the even numbers",
      go: `package main

import "fmt"

func evenSquares(numbers []int) []int {
	squares := []int{}
	for _, n := range numbers {
		if n%2 == 0 {
			squares = append(squares, n*n)
		}
	}
	return squares
}

func main() {
	for _, square := range evenSquares([]int{1, 2, 3, 4}) {
		fmt.Println(square)
	}
}
`,
      python: `def even_squares(numbers: list[int]) -> list[int]:
    return [n * n for n in numbers if n % 2 == 0]


for square in even_squares([1, 2, 3, 4]):
    print(square)
`,
    },
  ],
});

/** `var xs []T` with the loop behind it. */
function afterDeclaration(node: ir.Declare, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  if (node.value !== undefined || node.binding.type.kind !== "list") return undefined;
  return gathered(node, node.binding, context);
}

/** `xs := []T{}` or `xs := make([]T, 0, …)` with the loop behind it. */
function afterAssignment(node: ir.Assign, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [target, ...others] = node.targets;
  if (target?.kind !== "Variable" || others.length > 0 || !node.declares.includes(target.binding)) return undefined;
  if (target.binding.type.kind !== "list" || !isEmptyList(node.value)) return undefined;
  return gathered(node, target.binding, context);
}

function isEmptyList(value: ir.Expression): boolean {
  if (value.kind === "ListLiteral") return value.elements.length === 0;
  return value.kind === "MakeList" && isZero(value.length) && (value.capacity === undefined || isPure(value.capacity));
}

function isZero(value: ir.Expression | undefined): boolean {
  return value === undefined || (value.kind === "IntegerLiteral" && value.value === 0n);
}

function gathered(
  first: ir.Declare | ir.Assign,
  list: Binding,
  context: IdiomContext,
): IdiomMatch<ir.Statement> | undefined {
  const [loop] = context.following;
  if (context.target !== "python" || loop?.kind !== "ForEach" || hasComments(loop)) return undefined;
  const inner = appended(loop.body, list);
  if (inner === undefined) return undefined;
  const { element, conditions } = inner;
  const parts = [element, ...conditions];
  if (!fitsComprehension(loop, parts, context.facts) || [loop.iterable, ...parts].some((part) => mentions(part, list)))
    return undefined;
  const gathered = isCopy(loop, inner)
    ? expression("Collect", list.type, { operand: loop.iterable })
    : expression("Comprehension", list.type, {
        result: "list",
        element,
        clauses: [{ target: loop.target, iterable: loop.iterable, conditions, isAsync: false }],
      });
  const value = { ...gathered, ...(loop.origin ? { origin: loop.origin } : {}) } as ir.Expression;
  const after = context.following[1];
  const isReturned =
    after?.kind === "Return" && after.value?.kind === "Variable" && after.value.binding === list && !hasComments(after);
  const { leading, blankBefore, origin } = first;
  const kept = {
    ...(leading ? { leading } : {}),
    ...(blankBefore ? { blankBefore } : {}),
    ...(origin ? { origin } : {}),
  };
  return isReturned
    ? { taken: 2, nodes: [{ ...after, value, ...kept, origin: mergeOrigins([origin, after.origin]) }] }
    : { taken: 1, nodes: [{ ...assign(variable(list), value, [list]), ...kept }] };
}

interface Appended {
  readonly element: ir.Expression;
  readonly conditions: readonly ir.Expression[];
}

/** Whether all elements are taken as they are. */
function isCopy({ target, iterable }: ir.ForEach, { element, conditions }: Appended): boolean {
  const isPlain =
    ["list", "array"].includes(iterable.type.kind) ||
    (iterable.kind === "Iterate" && (iterable.form === "keys" || iterable.form === "values"));
  return (
    isPlain &&
    conditions.length === 0 &&
    target.kind === "Variable" &&
    element.kind === "Variable" &&
    element.binding === target.binding
  );
}

/** What the body appends and under which conditions, when it does nothing else. */
function appended(body: readonly ir.Statement[], list: Binding): Appended | undefined {
  const only = soleStatement(body);
  if (only?.kind === "If") {
    if (only.otherwise.length > 0) return undefined;
    const inner = appended(only.then, list);
    return inner && { ...inner, conditions: [only.test, ...inner.conditions] };
  }
  if (only?.kind !== "ExpressionStatement" || only.expression.kind !== "ListAppend") return undefined;
  const { list: target, elements } = only.expression;
  const [element, ...more] = elements;
  if (target.kind !== "Variable" || target.binding !== list || element === undefined || more.length > 0)
    return undefined;
  return { element, conditions: [] };
}

function hasComments(node: ir.Statement): boolean {
  return [node.leading, node.trailing, "inner" in node ? node.inner : undefined].some(
    (comments) => Array.isArray(comments) && comments.length > 0,
  );
}

function mentions(node: ir.Expression, binding: Binding): boolean {
  let found = false;
  walk(node, (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
  return found;
}
