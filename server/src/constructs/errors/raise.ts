import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { raiseToGo } from "../../lowering/go/raise.ts";
import { liftPanic } from "../../lowering/lift/go-errors.ts";
import { liftExceptionCall, liftRaised } from "../../lowering/lift/python-exceptions.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { raiseToPython } from "../../lowering/python/errors.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "raise",
  title: "Raising an exception / returning an error",
  summary:
    "`raise ValueError(…)` becomes `return …, errors.New(…)`: a Go function that can fail says so with an `error` as its last result.",
  explanation:
    "An exception leaves every function on its way until somebody catches it, and nothing in a Python signature tells. Go has no exceptions for ordinary failures: an error is a value like any other, " +
    "returned behind the result, and each caller tests it and passes it on. A function that raises, or calls one that does, therefore gets an `error` result. " +
    "`panic` is kept for mistakes of the program itself.",
  references: [
    { title: "Effective Go: Errors", url: "https://go.dev/doc/effective_go#errors" },
    { title: "Go blog: Error handling and Go", url: "https://go.dev/blog/error-handling-and-go" },
    {
      title: "Python: The raise statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-raise-statement",
    },
  ],
  python: {
    Raise: (node, context): ir.Raise => ({
      sort: "statement",
      kind: "Raise",
      ...(node.exc ? { error: liftRaised(node.exc, context) } : {}),
      ...(node.cause ? { cause: liftRaised(node.cause, context) } : {}),
    }),
  },
  refines: { python: { Call: liftExceptionCall }, go: { ExprStmt: liftPanic } },
  lower: {
    go: { Raise: (node, context): readonly goTree.Stmt[] => raiseToGo(node, context) },
    python: { Raise: (node, context: PythonLowerContext): pyTree.Statement => raiseToPython(node, context) },
  },
  snippets: [
    {
      language: "go",
      prefix: "raise",
      terms: ["raise", "raise ValueError", "exception"],
      description: "Return an error",
      body: ['return ${1:zero, }fmt.Errorf("${2:message}: %v", ${3:value})'],
    },
    {
      language: "python",
      prefix: "errorf",
      terms: ["fmt.Errorf", "errors.New", "return err"],
      description: "Raise an exception",
      body: ['raise ${1:ValueError}(f"${2:message}: {${3:value}}")'],
    },
  ],
  examples: [
    {
      title: "A function that can fail",
      python: `def half(n: int) -> int:
    if n % 2 != 0:
        raise ValueError(f"{n} is odd")
    return n // 2


for n in [4, 3]:
    try:
        print(half(n))
    except ValueError as e:
        print("error:", e)
`,
      go: `package main

import "fmt"

func half(n int) (int, error) {
	if n%2 != 0 {
		return 0, fmt.Errorf("%d is odd", n)
	}
	return n / 2, nil
}

func main() {
	for _, n := range []int{4, 3} {
		h, err := half(n)
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		fmt.Println(h)
	}
}
`,
    },
  ],
});
