import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "indexed-loop",
  title: "Position and element",
  summary: "`enumerate` is `for i, x := range xs`.",
  explanation:
    "Go’s `range` over a slice always gives the position and the element; `_` leaves out the one that is not wanted. Python gives the elements, and `enumerate` adds the position, from any start. Counting " +
    "through `range(len(xs))` works in Python and is what nobody writes there.",
  references: [
    { title: "Go: For statements with range clause", url: "https://go.dev/ref/spec#For_range" },
    { title: "Python: enumerate", url: "https://docs.python.org/3/library/functions.html#enumerate" },
  ],
  recognises: { ForEach: indexed },
  snippets: [
    {
      language: "python",
      prefix: "foreach",
      terms: ["for i, x := range xs", "range loop"],
      description: "Go through elements and their positions",
      body: ["for ${1:position}, ${2:item} in enumerate(${3:items}):", "    $0"],
    },
  ],
  examples: [
    {
      title: "A numbered list",
      python: `for number, name in enumerate(["ann", "bob"]):
    print(number, name)
`,
      go: `package main

import "fmt"

func main() {
	for number, name := range []string{"ann", "bob"} {
		fmt.Println(number, name)
	}
}
`,
    },
  ],
});

function indexed({ iterable }: ir.ForEach): IdiomMatch<ir.Statement> | undefined {
  return iterable.kind === "Iterate" && iterable.form === "enumerate" ? {} : undefined;
}
