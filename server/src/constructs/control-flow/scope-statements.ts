import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";

const nothing: ir.Empty = { sort: "statement", kind: "Empty" };

export default defineConstruct({
  id: "scope-statements",
  title: "global and nonlocal / assignment to an outer variable",
  summary:
    "Python must say that an assignment means an outer variable; in Go `=` always assigns to the variable in scope and `:=` makes a new one.",
  explanation:
    "In Python an assignment makes a variable local to the function unless `global` or `nonlocal` says otherwise. Go decides by the statement: `=` " +
    "assigns to the variable that is visible, be it the package's or an enclosing function's, and only `:=` and `var` declare. The declarations have " +
    "no counterpart of their own in Go, and are written in Python wherever a Go function assigns to a variable that is not its own.",
  references: [
    {
      title: "Python: The global statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-global-statement",
    },
    {
      title: "Python: The nonlocal statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-nonlocal-statement",
    },
    { title: "Go: Declarations and scope", url: "https://go.dev/ref/spec#Declarations_and_scope" },
  ],
  python: { Global: () => nothing, Nonlocal: () => nothing },
  examples: [
    {
      title: "A counter of the module",
      python: `count = 0\n\n\ndef tick() -> int:\n    global count\n    count += 1\n    return count\n\n\ntick()\nprint(tick())\n`,
      go: `package main\n\nimport "fmt"\n\nvar count = 0\n\nfunc tick() int {\n\tcount += 1\n\treturn count\n}\n\nfunc main() {\n\ttick()\n\tfmt.Println(tick())\n}\n`,
    },
  ],
});
