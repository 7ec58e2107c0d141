import { mergeOrigins } from "../../base/origin.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";
import type { Binding } from "../../types/binding.ts";

export default defineConstruct({
  id: "recursive-function",
  title: "A function inside a function that calls itself",
  summary: "`var visit func(…)` before `visit = func(…) {…}` is one nested `def` in Python.",
  explanation:
    "A Go function literal has no name of its own, and the variable that it is assigned to is declared only when the statement ends, so a literal that calls itself needs a declaration before it. " +
    "A nested `def` in Python looks its names up when it runs, its own among them.",
  references: [
    { title: "Go: Declarations and scope", url: "https://go.dev/ref/spec#Declarations_and_scope" },
    {
      title: "Python: Naming and binding",
      url: "https://docs.python.org/3/reference/executionmodel.html#naming-and-binding",
    },
  ],
  recognises: { Declare: declaredBefore },
  snippets: [
    {
      language: "go",
      prefix: "recursive",
      terms: ["nested def", "inner function", "recursive closure"],
      description: "A function inside a function that calls itself",
      body: ["var ${1:visit} func(${2:n int})", "${1:visit} = func(${2:n int}) {", "\t$0", "}"],
    },
  ],
  examples: [
    {
      title: "Two that call each other",
      go: `package main

import "fmt"

func parity(n int) string {
	var even, odd func(n int) bool
	even = func(n int) bool { return n == 0 || odd(n-1) }
	odd = func(n int) bool { return n != 0 && even(n-1) }
	if even(n) {
		return "even"
	}
	return "odd"
}

func main() {
	fmt.Println(parity(4), parity(7))
}
`,
      python: `def parity(n: int) -> str:
    def even(n: int) -> bool:
        return n == 0 or odd(n - 1)

    def odd(n: int) -> bool:
        return n != 0 and even(n - 1)

    if even(n):
        return "even"
    return "odd"


print(parity(4), parity(7))
`,
    },
  ],
});

/** `var f func(…)` with `f = func(…) {…}` behind it; others of the kind may stand between. */
function declaredBefore(node: ir.Declare, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const { binding } = node;
  if (context.target !== "python" || node.value !== undefined || binding.type.kind !== "function") return undefined;
  const distance = context.following.findIndex((statement) => defined(statement) === binding);
  const [definition, between] = [context.following[distance], context.following.slice(0, distance)];
  if (definition?.kind !== "Assign" || !between.every(isOfKind)) return undefined;
  const leading = [...(node.leading ?? []), ...(definition.leading ?? [])];
  const whole: ir.Assign = {
    ...definition,
    declares: [...definition.declares, binding],
    ...(leading.length > 0 ? { leading } : {}),
    origin: mergeOrigins([node.origin, definition.origin]),
  };
  return { taken: distance + 1, nodes: [...between, whole] };
}

/** The variable that the statement gives a function literal. */
function defined(statement: ir.Statement): Binding | undefined {
  const [target, ...others] = statement.kind === "Assign" ? statement.targets : [];
  if (statement.kind !== "Assign" || statement.value.kind !== "Closure") return undefined;
  return target?.kind === "Variable" && others.length === 0 ? target.binding : undefined;
}

/** Declares or defines another function: nothing that would call this one. */
function isOfKind(statement: ir.Statement): boolean {
  return (
    defined(statement) !== undefined ||
    (statement.kind === "Declare" && statement.value === undefined && statement.binding.type.kind === "function")
  );
}
