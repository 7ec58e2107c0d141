import { packagePath } from "../go/package-names.ts";
import { fileOf, readFile } from "../go/read.ts";
import type { Decl, Expr, File, GoNode } from "../go/tree.ts";
import { readModule } from "../python/read-module.ts";
import type { Expression as PythonExpression, Statement } from "../python/tree.ts";
import { invariant } from "../base/assert.ts";
import { SyntaxDocument } from "../syntax/document.ts";
import type { Grammars } from "../syntax/grammars.ts";

/** Reads Go source that is no user's document: stubs. */
export function readGoFile(grammars: Grammars, text: string): File {
  const document = new SyntaxDocument(grammars, "go", text);
  try {
    return fileOf(readFile(document).units);
  } finally {
    document.dispose();
  }
}

/** Reads the declarations of helpers as target trees: names of packages become package references, and nothing has a place in a source. */
export function readGoText(grammars: Grammars, text: string): readonly Decl[] {
  return readGoFile(grammars, text).decls.map((decl) => asTarget(decl) as Decl);
}

function asTarget(node: GoNode): GoNode {
  const copy: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node) as [string, unknown][]) copy[field] = asTargetField(value);
  copy.span = { start: 0, end: 0 };
  // Helpers name no variable like a package, so the name alone tells.
  const path = node.kind === "SelectorExpr" && node.x.kind === "Ident" ? packagePath(node.x.name) : undefined;
  if (node.kind === "SelectorExpr" && path !== undefined)
    copy.x = { ...node.x, packagePath: path, span: { start: 0, end: 0 } };
  return copy as unknown as GoNode;
}

function asTargetField(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTargetField);
  if (typeof value === "object" && value !== null && "kind" in value && "span" in value)
    return asTarget(value as GoNode);
  return value;
}

/** Reads one Go expression of ours: the pattern of a library row. */
export function readGoExpression(grammars: Grammars, text: string): Expr {
  const [decl] = readGoFile(grammars, `package patterns\n\nvar _ = ${text}\n`).decls;
  const spec = decl?.kind === "GenDecl" ? decl.specs[0] : undefined;
  const value = spec?.kind === "ValueSpec" ? spec.values[0] : undefined;
  invariant(value, `not a Go expression: ${text}`);
  return value;
}

/** Reads Python that is no user's document: stubs, annotations, patterns. */
export function readPythonStatements(grammars: Grammars, text: string): readonly Statement[] {
  const document = new SyntaxDocument(grammars, "python", text);
  try {
    return readModule(document).units.flatMap((unit) => unit.body);
  } finally {
    document.dispose();
  }
}

/** Reads one Python expression of ours. */
export function readPythonExpression(grammars: Grammars, text: string): PythonExpression {
  const [statement] = readPythonStatements(grammars, text);
  invariant(statement?.kind === "Expr" && statement.value.kind !== "Invalid", `not a Python expression: ${text}`);
  return statement.value;
}
