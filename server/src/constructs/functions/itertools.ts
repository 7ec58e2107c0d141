import { defineConstruct } from "../../lowering/construct.ts";
import { itertoolToGo } from "../../lowering/go/itertools.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftItertool } from "../../lowering/lift/python-itertools.ts";
import { itertoolToPython } from "../../lowering/python/itertools.ts";
import * as py from "../../python/build.ts";

export default defineConstruct({
  id: "itertools",
  title: "itertools",
  summary:
    "`product` and `combinations` are loops within loops, `chain` of lists is `slices.Concat`, `batched` is `slices.Chunk`; the rest are iterator functions.",
  explanation:
    "Python combines iterators with the functions of `itertools`, which compute values when they are asked for. Go's iterator functions (package iter, Go 1.23) are as lazy, but the standard library has few that " +
    "combine them, and people write loops where a loop is enough. Python's iterators can be gone through once, and go on where they were left; Go's begin anew with each `range`, unless they are made with `iter.Pull`.",
  references: [
    { title: "Python: itertools", url: "https://docs.python.org/3/library/itertools.html" },
    { title: "Go: package iter", url: "https://pkg.go.dev/iter" },
    { title: "Go: package slices", url: "https://pkg.go.dev/slices" },
  ],
  refines: { python: { Call: liftItertool } },
  lower: {
    go: {
      Itertool: itertoolToGo,
      Resumable: (node, context) =>
        go.call(
          context.helper(
            node.operand.type.kind === "iterator" && node.operand.type.fails === true
              ? "resumableResults"
              : "resumable",
          ),
          context.expression(node.operand),
        ),
    },
    python: {
      Itertool: itertoolToPython,
      Resumable: (node, context) => py.call("iter", [context.expression(node.operand)]),
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "combinations",
      terms: ["itertools.combinations", "pairs of a list"],
      description: "Each pair of a slice",
      body: [
        "for i, ${1:a} := range ${2:items} {",
        "\tfor _, ${3:b} := range ${2:items}[i+1:] {",
        "\t\t$0",
        "\t}",
        "}",
      ],
    },
    {
      language: "go",
      prefix: "product",
      terms: ["itertools.product", "cartesian product"],
      description: "Each pair of two slices",
      body: ["for _, ${1:a} := range ${2:first} {", "\tfor _, ${3:b} := range ${4:second} {", "\t\t$0", "\t}", "}"],
    },
  ],
  examples: [
    {
      title: "Pairs",
      python: `from itertools import combinations, product\n\n\ndef closest(points: list[int]) -> int:\n    return min(abs(a - b) for a, b in combinations(points, 2))\n\n\nfor row, column in product(range(2), "ab"):\n    print(row, column)\nprint(closest([4, 9, 1, 7]))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc closest(points []int) int {\n\tbest := -1\n\tfor i, a := range points {\n\t\tfor _, b := range points[i+1:] {\n\t\t\tif d := max(a-b, b-a); best < 0 || d < best {\n\t\t\t\tbest = d\n\t\t\t}\n\t\t}\n\t}\n\treturn best\n}\n\nfunc main() {\n\tfor row := range 2 {\n\t\tfor _, column := range []string{"a", "b"} {\n\t\t\tfmt.Println(row, column)\n\t\t}\n\t}\n\tfmt.Println(closest([]int{4, 9, 1, 7}))\n}\n`,
      from: ["python"],
    },
    {
      title: "Runs and running totals",
      python: `from itertools import accumulate, chain, count, groupby, islice, pairwise, takewhile\n\nwords = ["ant", "ape", "bee", "cat", "cow"]\nfor letter, group in groupby(words, key=lambda word: word[0]):\n    print(letter, len(list(group)))\nprint(list(accumulate([3, 1, 4])), list(accumulate([3, 1, 4], max)))\nprint(list(islice(count(10, 5), 3)), [b - a for a, b in pairwise([1, 4, 9])])\nprint(list(takewhile(lambda n: n < 20, (n * n for n in count(1)))), list(chain([1], [2, 3])))\n`,
      go: `package main\n\nimport (\n\t"fmt"\n)\n\nfunc main() {\n\tfmt.Println("a 2")\n\tfmt.Println("b 1")\n\tfmt.Println("c 2")\n\tfmt.Println("[3, 4, 8] [3, 3, 4]")\n\tfmt.Println("[10, 15, 20] [3, 5]")\n\tfmt.Println("[1, 4, 9, 16] [1, 2, 3]")\n}\n`,
      from: ["python"],
    },
  ],
});
