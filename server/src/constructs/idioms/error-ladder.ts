import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { isErrorType } from "../../lowering/error-results.ts";
import type { IdiomContext, IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "error-ladder",
  title: "Error ladder",
  summary: "`if err != nil { return … }` behind each call is what Go writes where Python lets an exception pass.",
  explanation:
    "A Go function that can fail says so in its result, and its caller decides on the spot: most often it hands the error on, with a few words of its own in front. In Python every call " +
    "can raise, and an exception that nobody handles passes through all callers without a line of code. So a ladder of tests that only return the error disappears, and one that wraps it " +
    "becomes a `try` with `raise … from`.",
  references: [
    { title: "Go blog: Error handling and Go", url: "https://go.dev/blog/error-handling-and-go" },
    { title: "Go blog: Working with errors in Go 1.13", url: "https://go.dev/blog/go1.13-errors" },
    { title: "Python: Errors and exceptions", url: "https://docs.python.org/3/tutorial/errors.html" },
  ],
  recognises: { Assign: ladder },
  examples: [
    {
      title: "Two calls that can fail",
      go: `package main

import (
	"fmt"
	"strconv"
)

func sum(left, right string) (int, error) {
	a, err := strconv.Atoi(left)
	if err != nil {
		return 0, err
	}
	b, err := strconv.Atoi(right)
	if err != nil {
		return 0, fmt.Errorf("right: %w", err)
	}
	return a + b, nil
}

func main() {
	total, err := sum("2", "40")
	if err != nil {
		fmt.Println("failed")
		return
	}
	fmt.Println(total)
}
`,
      python: `def total_of(left: str, right: str) -> int:
    a = int(left)
    try:
        b = int(right)
    except ValueError as error:
        raise ValueError(f"right: {error}") from error
    return a + b


def main() -> None:
    try:
        total = total_of("2", "40")
    except ValueError:
        print("failed")
        return
    print(total)


main()
`,
    },
  ],
});

/** `values, err := call` with `if err != nil { … return … }` behind it. */
function ladder(node: ir.Assign, context: IdiomContext): IdiomMatch<ir.Statement> | undefined {
  const [target, ...others] = node.targets;
  const error = target?.kind === "TupleLiteral" ? target.elements.at(-1) : target;
  if (others.length > 0 || error?.kind !== "Variable" || !isErrorType(error.binding.type)) return undefined;
  const [test] = context.following;
  if (test?.kind !== "If" || test.test.kind !== "IsNone" || !test.test.negated) return undefined;
  const { operand } = test.test;
  if (operand.kind !== "Variable" || operand.binding !== error.binding) return undefined;
  return test.then.at(-1)?.kind === "Return" ? { taken: 1 } : undefined;
}
