import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "sentinel-error",
  title: "Sentinel error",
  summary: "A package variable made by `errors.New` that callers compare with is an exception class in Python.",
  explanation:
    "Go gives errors an identity by keeping them in variables, and asks with `errors.Is`, which looks through wrapped errors. In Python the class of an exception is its identity: callers name it in " +
    "`except`, and a subclass is caught with its base. So `ErrNotFound` and `class NotFound(Exception)` do the same work.",
  references: [
    { title: "Go: errors.Is", url: "https://pkg.go.dev/errors#Is" },
    {
      title: "Python: User-defined exceptions",
      url: "https://docs.python.org/3/tutorial/errors.html#user-defined-exceptions",
    },
  ],
  recognises: { Global: sentinel },
  snippets: [
    {
      language: "go",
      prefix: "sentinel",
      terms: ["class NotFound(Exception)", "custom exception", "exception class"],
      description: "An error that callers can ask for",
      body: [
        "// Err${1:NotFound} says that ${2:there is no such thing}.",
        'var Err${1:NotFound} = errors.New("${3:not found}")',
      ],
    },
    {
      language: "python",
      prefix: "exceptionclass",
      terms: ["errors.New", "sentinel error", "var ErrNotFound"],
      description: "An exception that callers can name",
      body: ["class ${1:NotFound}(Exception):", '    """${2:There is no such thing.}"""'],
    },
  ],
  examples: [
    {
      title: "Not found",
      python: `class NotFound(Exception):
    """There is no such name."""


def find(names: list[str], wanted: str) -> int:
    for position, name in enumerate(names):
        if name == wanted:
            return position
    raise NotFound(wanted)


try:
    print(find(["ann", "bob"], "bob"))
    print(find(["ann", "bob"], "eve"))
except NotFound:
    print("nobody")
`,
      go: `package main

import (
	"errors"
	"fmt"
)

var ErrNotFound = errors.New("not found")

func find(names []string, wanted string) (int, error) {
	for position, name := range names {
		if name == wanted {
			return position, nil
		}
	}
	return 0, ErrNotFound
}

func main() {
	for _, wanted := range []string{"bob", "eve"} {
		position, err := find([]string{"ann", "bob"}, wanted)
		if errors.Is(err, ErrNotFound) {
			fmt.Println("nobody")
			continue
		}
		fmt.Println(position)
	}
}
`,
    },
  ],
});

function sentinel({ target, value }: ir.Global): IdiomMatch<ir.Global> | undefined {
  if (target.kind !== "Variable" || value === undefined) return undefined;
  const isError = value.kind === "MakeError" && value.cause === undefined;
  return isError && /^[Ee]rr/.test(target.binding.name) ? {} : undefined;
}
