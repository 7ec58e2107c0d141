import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { decorationOf } from "../../lowering/decoration.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";

export default defineConstruct({
  id: "block",
  title: "Blocks with their own scope",
  summary: "Go's `{ … }` limits the variables declared in it; in Python its statements stand where the block stood.",
  explanation:
    "Every pair of braces opens a scope in Go, and a variable declared in it may hide one outside of the same name. Python has no scopes smaller than a " +
    "function, so the statements of a block join those around it, and a variable that hid another gets a name of its own.",
  references: [
    { title: "Go: Blocks", url: "https://go.dev/ref/spec#Blocks" },
    {
      title: "Python: Resolution of names",
      url: "https://docs.python.org/3/reference/executionmodel.html#resolution-of-names",
    },
  ],
  go: {
    BlockStmt: (node, context): ir.Block => ({
      sort: "statement",
      kind: "Block",
      body: context.statements(node.list),
      ...decorationOf(node),
    }),
  },
  lower: {
    go: { Block: (node, context) => toGo(node, context) },
    python: { Block: (node, context) => context.statements(node.body) },
  },
  examples: [
    {
      title: "A variable that hides another",
      python: `def show() -> None:\n    x = 1\n    x2 = 2\n    print(x2)\n    print(x)\n\n\nshow()\n`,
      go: `package main\n\nimport "fmt"\n\nfunc show() {\n\tx := 1\n\t{\n\t\tx := 2\n\t\tfmt.Println(x)\n\t}\n\tfmt.Println(x)\n}\n\nfunc main() {\n\tshow()\n}\n`,
    },
  ],
});

/** A short declaration followed by the one statement that uses it goes into that statement's head. */
function toGo(node: ir.Block, context: GoLowerContext): goTree.Stmt {
  const list = context.statements(node.body);
  const [init, only] = list;
  const isPlain =
    list.length === 2 &&
    init?.kind === "AssignStmt" &&
    (init.leading?.length ?? 0) === 0 &&
    (only!.leading?.length ?? 0) === 0 &&
    !init.trailing;
  if (isPlain && init) {
    if (
      (only?.kind === "IfStmt" || only?.kind === "SwitchStmt" || only?.kind === "TypeSwitchStmt") &&
      only.init === undefined
    )
      return { ...only, init };
    if (
      only?.kind === "LabeledStmt" &&
      (only.stmt.kind === "SwitchStmt" || only.stmt.kind === "TypeSwitchStmt") &&
      !only.stmt.init
    )
      return { ...only, stmt: { ...only.stmt, init } };
  }
  return go.block(list);
}
