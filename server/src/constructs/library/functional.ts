import { defineLibrary, toGo } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "functional",
  title: "Combining functions and generators: functools",
  rows: [
    {
      python: "functools.reduce($f, $xs, $start)",
      go: "@reduce($xs, $start, $f)",
      types: { xs: "elements[T]" },
      only: "python-to-go",
      examples: [],
    },
    {
      python: "functools.reduce($f, $xs)",
      go: "@reduceFirst($xs, $f)",
      types: { xs: "elements[T]" },
      only: "python-to-go",
      examples: [],
    },
    toGo("$g.close()", "$g(nil)", { g: "generator", result: "None" }),
  ],
  programs: [
    {
      title: "Reducing a list",
      python: `from functools import reduce\n\n\ndef product(numbers: list[int]) -> int:\n    return reduce(lambda a, b: a * b, numbers, 1)\n\n\ndef longest(words: list[str]) -> str:\n    return reduce(lambda a, b: a if len(a) >= len(b) else b, words)\n\n\nprint(product([2, 3, 7]), longest(["a", "ccc", "bb"]))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc product(numbers []int) int {\n\tresult := 1\n\tfor _, n := range numbers {\n\t\tresult *= n\n\t}\n\treturn result\n}\n\nfunc longest(words []string) string {\n\tbest := words[0]\n\tfor _, word := range words[1:] {\n\t\tif len(word) > len(best) {\n\t\t\tbest = word\n\t\t}\n\t}\n\treturn best\n}\n\nfunc main() {\n\tfmt.Println(product([]int{2, 3, 7}), longest([]string{"a", "ccc", "bb"}))\n}\n`,
    },
    {
      title: "A generator that is closed early",
      python: `def lines(count: int):
    try:
        for number in range(count):
            yield number
    finally:
        print("closed")


source = lines(5)
print(next(source), next(source))
source.close()
print(list(source))
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println("0 1")
	fmt.Println("closed")
	fmt.Println("[]")
}
`,
      from: ["python"],
    },
  ],
});
