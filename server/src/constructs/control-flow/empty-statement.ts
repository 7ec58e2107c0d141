import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as py from "../../python/build.ts";

const nothing: ir.Empty = { sort: "statement", kind: "Empty" };

export default defineConstruct({
  id: "empty-statement",
  title: "pass / an empty block",
  summary: "Python's `pass` says that a block is empty; Go's blocks may simply be empty.",
  explanation:
    "Python marks blocks by indentation, so a block needs at least one statement and `pass` fills the place. Go's braces delimit blocks by " +
    "themselves, so nothing stands for `pass`; a comment that explains why nothing happens is kept.",
  references: [
    {
      title: "Python: The pass statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-pass-statement",
    },
    { title: "Go: Empty statements", url: "https://go.dev/ref/spec#Empty_statements" },
  ],
  python: { Pass: () => nothing },
  go: { EmptyStmt: () => nothing },
  lower: {
    go: {
      Empty: (node) => (hasComments(node) ? [{ kind: "EmptyStmt", implicit: true, span: { start: 0, end: 0 } }] : []),
    },
    python: {
      Empty: (node) => (hasComments(node) ? [py.pass()] : []),
    },
  },
  examples: [
    {
      title: "A branch that does nothing",
      python: `def sign(x: int) -> str:\n    if x == 0:\n        pass\n    elif x > 0:\n        return "+"\n    else:\n        return "-"\n    return "0"\n\n\nprint(sign(0), sign(2), sign(-2))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc sign(x int) string {\n\tif x == 0 {\n\t} else if x > 0 {\n\t\treturn "+"\n\t} else {\n\t\treturn "-"\n\t}\n\treturn "0"\n}\n\nfunc main() {\n\tfmt.Println(sign(0), sign(2), sign(-2))\n}\n`,
    },
  ],
});

function hasComments(node: ir.Empty): boolean {
  return (node.leading?.length ?? 0) > 0 || node.trailing !== undefined;
}
