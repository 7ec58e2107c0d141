import { defineConstruct } from "../../lowering/construct.ts";
import * as goErrors from "../../lowering/go/error-values.ts";
import { liftErrorCall } from "../../lowering/lift/go-errors.ts";
import * as pythonErrors from "../../lowering/python/error-values.ts";

export default defineConstruct({
  id: "error-values",
  title: "Error values: errors.New, %w, errors.Is, errors.As",
  summary:
    "`errors.New` makes an exception, `%w` becomes `raise … from`, and `errors.Is` and `errors.As` look through the causes.",
  explanation:
    "A Go error is a value: it is made, returned, compared, kept in lists, and wrapped in others with `%w`, which builds a chain that `errors.Is` and `errors.As` search. A Python exception is an object " +
    "too, but it usually flies: it is raised, and handlers choose it by its class. `raise X from e` keeps the cause in `__cause__`; handlers never look there by themselves, so a search through the chain is spelled out.",
  references: [
    { title: "Go blog: Working with Errors in Go 1.13", url: "https://go.dev/blog/go1.13-errors" },
    { title: "Go: package errors", url: "https://pkg.go.dev/errors" },
    { title: "Python: Exception chaining", url: "https://docs.python.org/3/tutorial/errors.html#exception-chaining" },
  ],
  refines: { go: { CallExpr: liftErrorCall } },
  lower: {
    go: {
      JoinErrors: goErrors.joinErrors,
      MakeError: goErrors.makeError,
      ErrorIs: goErrors.errorIs,
      ErrorAs: goErrors.errorAs,
      Outcome: (node, context) => context.expression(node.operand),
    },
    python: {
      JoinErrors: pythonErrors.joinErrors,
      MakeError: pythonErrors.makeError,
      ErrorIs: pythonErrors.errorIs,
      ErrorAs: pythonErrors.errorAs,
      Outcome: pythonErrors.outcome,
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "exceptas",
      terms: ["except SomeError as e", "isinstance"],
      description: "Handle an error of one type",
      body: ["if ${1:target}, ok := errors.AsType[*${2:SomeError}](err); ok {", "\t$0", "}"],
    },
    {
      language: "go",
      prefix: "raisefrom",
      terms: ["raise from"],
      description: "Wrap an error",
      body: ['return fmt.Errorf("${1:doing}: %w", err)'],
    },
    {
      language: "python",
      prefix: "wraperr",
      terms: ["fmt.Errorf %w", "wrap error"],
      description: "Raise an exception with its cause",
      body: ['raise ${1:RuntimeError}(f"${2:doing}: {${3:e}}") from ${3:e}'],
    },
  ],
  examples: [
    {
      title: "A sentinel and a wrapped error",
      python: `class NotFoundError(Exception):
    pass


def find(name: str) -> int:
    if name != "tea":
        raise NotFoundError("not found")
    return 3


def price(name: str) -> int:
    try:
        return find(name)
    except NotFoundError as e:
        raise NotFoundError(f"price of {name}: {e}") from e


for name in ["tea", "milk"]:
    try:
        print(price(name))
    except NotFoundError as e:
        print("missing:", e)
`,
      go: `package main

import (
	"errors"
	"fmt"
)

var ErrNotFound = errors.New("not found")

func find(name string) (int, error) {
	if name != "tea" {
		return 0, ErrNotFound
	}
	return 3, nil
}

func price(name string) (int, error) {
	p, err := find(name)
	if err != nil {
		return 0, fmt.Errorf("price of %s: %w", name, err)
	}
	return p, nil
}

func main() {
	for _, name := range []string{"tea", "milk"} {
		p, err := price(name)
		if errors.Is(err, ErrNotFound) {
			fmt.Println("missing:", err)
			continue
		}
		fmt.Println(p)
	}
}
`,
    },
  ],
});
