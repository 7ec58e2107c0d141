import type * as goTree from "../../go/tree.ts";
import { assign, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { defineVariable } from "../../lowering/go/define.ts";
import { declaredType } from "../../lowering/go/functions.ts";
import * as go from "../../lowering/go/syntax.ts";
import { liftGoDeclaration, liftLocalDeclaration } from "../../lowering/lift/go-declarations.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "variable-declaration",
  title: "var and const / assignment",
  summary: "Go's `var` and `const` become assignments; a variable without a value gets its zero value.",
  explanation:
    'A Go variable that is declared without a value has its type\'s zero value: `0`, `""`, `false`, `nil` or a struct of those. Python has no ' +
    "declarations, so the zero value is written out, with an annotation where the type would not be clear. Constants are ordinary variables in " +
    "Python; by convention their names are in capitals. `iota` counts the lines of a constant group, so each constant gets its number.",
  references: [
    { title: "Go: Variable declarations", url: "https://go.dev/ref/spec#Variable_declarations" },
    { title: "Go: The zero value", url: "https://go.dev/ref/spec#The_zero_value" },
    { title: "Go: Iota", url: "https://go.dev/ref/spec#Iota" },
    {
      title: "Python: Annotated assignment statements",
      url: "https://docs.python.org/3/reference/simple_stmts.html#annotated-assignment-statements",
    },
  ],
  go: { DeclStmt: liftLocalDeclaration, GenDecl: liftGoDeclaration },
  parts: { go: ["ValueSpec"] },
  lower: {
    go: { Declare: declareInGo },
    python: { Declare: declareInPython },
  },
  examples: [
    {
      title: "Zero values",
      python: `def longest(words: list[str]) -> str:\n    best: str = ""\n    for word in words:\n        if len(word) > len(best):\n            best = word\n    return best\n\n\nprint(longest(["a", "bcd", "ef"]))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc longest(words []string) string {\n\tvar best string\n\tfor _, word := range words {\n\t\tif len(word) > len(best) {\n\t\t\tbest = word\n\t\t}\n\t}\n\treturn best\n}\n\nfunc main() {\n\tfmt.Println(longest([]string{"a", "bcd", "ef"}))\n}\n`,
    },
  ],
});

function declareInGo(node: ir.Declare, context: GoLowerContext): readonly goTree.Stmt[] {
  const name = context.name(node.binding);
  if (!node.value) return [go.declare(name, declaredType(node.binding, context))];
  const value = context.expression(node.value);
  if (!node.typed) return [defineVariable(node.binding, value, node.value.type, context)];
  return [go.declare(name, context.type(node.binding.type), value)];
}

function declareInPython(node: ir.Declare, context: PythonLowerContext): readonly pyTree.Statement[] {
  const target = py.name(context.name(node.binding));
  if (node.binding.name === "_") return node.value ? [py.expr(context.expression(node.value))] : [];
  // A function that is declared with its type is a `def`, as any other that is kept in a variable.
  if (node.value?.kind === "Closure")
    return context.statements([assign(variable(node.binding), node.value, [node.binding])]);
  const value = node.value ? context.expression(node.value) : context.zero(node.binding.type);
  return node.typed && !isPlain(value)
    ? [py.annAssign(target, context.type(node.binding.type), value)]
    : [py.assign(target, value)];
}

/** Values that say their type themselves. */
function isPlain(value: pyTree.Expression): boolean {
  switch (value.kind) {
    case "Constant":
      return value.value.type !== "None";
    case "List":
    case "Set":
      return value.elts.length > 0;
    case "Dict":
      return value.items.length > 0;
    default:
      return value.kind !== "Name";
  }
}
