import { defineConstruct } from "../../lowering/construct.ts";

export default defineConstruct({
  id: "library-call",
  title: "Library call",
  summary: "A call of one language's library becomes the call of the other's that does the same.",
  explanation:
    "The two standard libraries overlap widely, with other names and other habits: what is a method of `str` is a function of package `strings`, and what raises an exception gives an error beside its result. Each pair stands in a " +
    "table with the types for which it holds and the cases in which the two sides differ.",
  references: [
    { title: "Go: Standard library", url: "https://pkg.go.dev/std" },
    { title: "Python: Standard library", url: "https://docs.python.org/3/library/index.html" },
  ],
  lower: {
    go: { LibraryCall: (node, context) => context.library(node) },
    python: { LibraryCall: (node, context) => context.library(node) },
  },
  examples: [
    {
      title: "Splitting and changing case",
      python: `words = "red green".upper().split(" ")\nprint(len(words), words[0])\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"strings"\n)\n\nfunc main() {\n\twords := strings.Split(strings.ToUpper("red green"), " ")\n\tfmt.Println(len(words), words[0])\n}\n`,
    },
  ],
});
