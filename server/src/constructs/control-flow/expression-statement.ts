import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { withoutResult } from "../../lowering/go/results.ts";
import { expressionAsStatement } from "../../lowering/go/statements.ts";
import * as py from "../../python/build.ts";

/** `sys.setrecursionlimit(n)`: Go's stacks grow as they need, so that there is nothing to ask for. */
function isRecursionLimit(node: ir.Expression): boolean {
  return (
    node.kind === "UnknownCall" &&
    node.path === "sys.setrecursionlimit" &&
    node.arguments.every(({ value }) => isNumber(value))
  );
}

function isNumber(node: ir.Expression): boolean {
  if (node.kind === "Arithmetic" || node.kind === "Power") return isNumber(node.left) && isNumber(node.right);
  return node.kind === "IntegerLiteral";
}

export default defineConstruct({
  id: "expression-statement",
  title: "Expressions as statements",
  summary: "An expression evaluated for its effect is a statement in both languages.",
  explanation:
    "Python accepts any expression as a statement. Go accepts only calls and receive operations, and refuses a call of `len`, `append` or a conversion " +
    "whose value nobody uses; where only the evaluation matters, Go assigns to the blank identifier: `_ = x`. `sys.setrecursionlimit` with a number is left " +
    "out, since the stacks of Go grow as they need.",
  references: [
    { title: "Go: Expression statements", url: "https://go.dev/ref/spec#Expression_statements" },
    {
      title: "Python: Expression statements",
      url: "https://docs.python.org/3/reference/simple_stmts.html#expression-statements",
    },
  ],
  python: {
    Expr: (node, context) => {
      const { value } = node;
      if (value.kind === "Constant") return { sort: "statement", kind: "Empty" };
      const lifted = context.expression(value);
      const expression = lifted.kind === "LibraryCall" ? { ...lifted, dropsResult: undefined } : lifted;
      return { sort: "statement", kind: "ExpressionStatement", expression };
    },
  },
  go: {
    ExprStmt: (node, context): ir.ExpressionStatement => ({
      sort: "statement",
      kind: "ExpressionStatement",
      expression: context.expression(node.x),
    }),
  },
  lower: {
    go: {
      ExpressionStatement: (node, context) => {
        if (isRecursionLimit(node.expression) && !context.facts.isCaught("RecursionError")) return [];
        const { value, emitted } = context.capture(() => context.expression(node.expression));
        const dropped = withoutResult(value, emitted);
        context.emit(...(dropped ?? emitted));
        return dropped ? [] : expressionAsStatement(value);
      },
    },
    python: {
      ExpressionStatement: (node, context) => {
        const value = context.expression(node.expression);
        return value.kind === "Constant" && value.value.type === "None" ? [] : py.expr(value);
      },
    },
  },
  examples: [
    {
      title: "A call for its effect",
      python: `def greet(name: str) -> None:\n    print("hello", name)\n\n\ngreet("Ann")\n`,
      go: `package main\n\nimport "fmt"\n\nfunc greet(name string) {\n\tfmt.Println("hello", name)\n}\n\nfunc main() {\n\tgreet("Ann")\n}\n`,
    },
  ],
});
