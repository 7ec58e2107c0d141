import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "instantiation",
  title: "f[int, string] / just f",
  summary:
    "Go can name the types that a generic function works on; a Python function takes whatever comes and needs none.",
  explanation:
    "Go makes a generic function or type concrete while it compiles, mostly by inferring the types from the arguments; where it cannot, as for a type that only the result has, the types stand in brackets. " +
    "Python's type variables exist for type checkers alone: the function is the same object for every type and is called without them. " +
    "A body that makes a zero value of a type parameter has no counterpart, since a Python function cannot learn the type; people pass the class or the value as an argument.",
  references: [
    { title: "Go: Instantiations", url: "https://go.dev/ref/spec#Instantiations" },
    {
      title: "Python: Building generic types and type aliases",
      url: "https://docs.python.org/3/library/typing.html#generics",
    },
  ],
  go: { IndexListExpr: (node, context) => instantiated(node, context) },
  refines: {
    go: { IndexExpr: (node, context) => (isFunction(node, context) ? instantiated(node, context) : undefined) },
  },
  parts: { go: ["FuncType"] },
  examples: [
    {
      title: "Types that are said and types that are not",
      python: `from collections.abc import Callable
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def apply(value: A, change: Callable[[A], B]) -> B:
    return change(value)


print(apply(20, lambda n: n + 1))
print(apply("go", len))
`,
      go: `package main

import "fmt"

func apply[A, B any](value A, change func(A) B) B {
	return change(value)
}

func main() {
	fmt.Println(apply[int, int](20, func(n int) int { return n + 1 }))
	fmt.Println(apply("go", func(s string) int { return len(s) }))
}
`,
      from: ["go"],
    },
  ],
});

function isFunction(node: goTree.IndexExpr | goTree.IndexListExpr, context: GoLiftContext): boolean {
  return context.typeOf(node.x).kind === "function";
}

/** The function without its type arguments: they choose nothing that the translation would do differently. */
function instantiated(node: goTree.IndexExpr | goTree.IndexListExpr, context: GoLiftContext): ir.Expression {
  if (!isFunction(node, context))
    throw new Untranslatable(
      "instantiation",
      "A generic type with its type arguments is not translated as a value; name the type where it is used.",
    );
  const lifted = context.expression(node.x);
  return lifted.kind === "OpaqueExpression" ? lifted : { ...lifted, type: context.typeOf(node) };
}
