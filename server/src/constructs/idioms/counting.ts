import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "counting",
  title: "Counting occurrences",
  summary:
    "Adding one to a map entry counts; a Go map begins at zero by itself, a Python dict needs `Counter` or `get`.",
  explanation:
    "A missing entry of a Go map reads as zero, so `counts[word]++` is all it takes. A Python dict raises `KeyError`; `collections.Counter` counts an iterable in one call and knows `most_common`, " +
    "`defaultdict(int)` begins at zero as Go does, and `counts.get(word, 0) + 1` works with any dict.",
  references: [
    { title: "Effective Go: Maps", url: "https://go.dev/doc/effective_go#maps" },
    { title: "Python: Counter objects", url: "https://docs.python.org/3/library/collections.html#counter-objects" },
  ],
  recognises: { Update: counted },
  snippets: [
    {
      language: "python",
      prefix: "counts",
      terms: ["counts[word]++", "map[string]int", "counter"],
      description: "Count how often each item occurs",
      body: ["${1:counts} = Counter(${2:items})"],
    },
  ],
  examples: [
    {
      title: "Letters",
      python: `counts: dict[str, int] = {}
for word in ["a", "b", "a"]:
    counts[word] = counts.get(word, 0) + 1
print(counts["a"], counts["b"])
`,
      go: `package main

import "fmt"

func main() {
	counts := map[string]int{}
	for _, word := range []string{"a", "b", "a"} {
		counts[word]++
	}
	fmt.Println(counts["a"], counts["b"])
}
`,
    },
  ],
});

/** `m[k] += 1` */
function counted({ target, value }: ir.Update): IdiomMatch<ir.Statement> | undefined {
  if (target.kind !== "Lookup" || value.kind !== "Arithmetic" || value.operator !== "add") return undefined;
  return value.right.kind === "IntegerLiteral" && value.right.value === 1n ? {} : undefined;
}
