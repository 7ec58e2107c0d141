import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { docComments, functionBody, functionType, signatureOf } from "../../lowering/go/functions.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { lowerDefinition } from "../../lowering/python/functions.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "local-declarations",
  title: "Functions and types inside a function",
  summary: "A nested `def` becomes a function literal in a variable; one that calls itself is declared first.",
  explanation:
    "Go has no nested function declarations, only function literals that a variable holds. A literal does not see the variable that `:=` is about to " +
    "make, so a recursive one needs `var f func(…)` before it is assigned. Types may be declared inside Go functions, but without methods.",
  references: [
    { title: "Go: Function literals", url: "https://go.dev/ref/spec#Function_literals" },
    { title: "Go: Declarations and scope", url: "https://go.dev/ref/spec#Declarations_and_scope" },
    {
      title: "Python: Function definitions",
      url: "https://docs.python.org/3/reference/compound_stmts.html#function-definitions",
    },
  ],
  lower: { go: { LocalDeclaration: toGo }, python: { LocalDeclaration: toPython } },
  examples: [
    {
      title: "A recursive helper",
      python: `def factorial(n: int) -> int:\n    def go(k: int) -> int:\n        if k <= 1:\n            return 1\n        return k * go(k - 1)\n\n    return go(n)\n\n\nprint(factorial(5))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc factorial(n int) int {\n\tvar descend func(k int) int\n\tdescend = func(k int) int {\n\t\tif k <= 1 {\n\t\t\treturn 1\n\t\t}\n\t\treturn k * descend(k-1)\n\t}\n\treturn descend(n)\n}\n\nfunc main() {\n\tfmt.Println(factorial(5))\n}\n`,
    },
  ],
});

function toGo(node: ir.LocalDeclaration, context: GoLowerContext): readonly goTree.Stmt[] {
  const { declaration } = node;
  if (declaration.kind !== "Function") return otherInGo(declaration, context);
  const signature = signatureOf(declaration, context);
  const type = functionType(signature, context);
  const name = context.name(declaration.binding);
  const body = functionBody(declaration.body, signature, [], context);
  const inner = [...(declaration.inner ?? []), ...(declaration.innerComments?.inner ?? [])];
  const literal: goTree.FuncLit = {
    kind: "FuncLit",
    type,
    body: inner.length > 0 ? { ...body, inner } : body,
    span: { start: 0, end: 0 },
  };
  const leading = declaration.documentation ? { leading: docComments(declaration.documentation, name) } : {};
  const isOpen = node.declared === true || isRecursive(declaration);
  const head = isOpen && node.declared !== true ? [go.declare(name, type)] : [];
  const stored = { ...(isOpen ? go.assign(go.ident(name), literal) : go.define(name, literal)), ...leading };
  return [...head, stored];
}

function isRecursive(declaration: ir.Function): boolean {
  let found = false;
  for (const statement of declaration.body)
    walk(statement, (node) => void (found ||= node.kind === "Variable" && node.binding === declaration.binding));
  return found;
}

function otherInGo(declaration: ir.Declaration, context: GoLowerContext): readonly goTree.Stmt[] {
  if (declaration.kind === "Import") return [];
  const decls = context.inner(declaration, false);
  return decls.map((decl): goTree.Stmt => {
    if (decl.kind !== "GenDecl")
      throw new Untranslatable(
        "local-class",
        "A class with methods inside a function is not translated; Go declares types with methods at the top of the package.",
      );
    return { kind: "DeclStmt", decl, span: { start: 0, end: 0 } };
  });
}

function toPython(node: ir.LocalDeclaration, context: PythonLowerContext): readonly pyTree.Statement[] {
  const { declaration } = node;
  if (declaration.kind !== "Function") return context.inner(declaration, false);
  const definition = lowerDefinition(context.name(declaration.binding), declaration, [], context);
  return [definition];
}
