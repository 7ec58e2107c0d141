import type * as go from "../../go/tree.ts";

/**
 * Where the value of a new variable was built step by step in a temporary (`result := []int{}`, a loop, `xs := result`), the steps with the variable
 * itself in the temporary's place; undefined where that is not so, or where the steps use the variable's name already.
 */
export function builtInPlace(
  value: go.Expr,
  emitted: readonly go.Stmt[],
  name: string,
): readonly go.Stmt[] | undefined {
  if (value.kind !== "Ident" || value.name === name) return undefined;
  const isMade = emitted.some((statement) => begins(statement, value.name));
  if (!isMade || emitted.some((statement) => mentions(statement, name))) return undefined;
  return emitted.map((statement) => renamed(statement, value.name, name) as go.Stmt);
}

/** Whether the statement declares the one variable. */
function begins(statement: go.Stmt, name: string): boolean {
  if (statement.kind === "AssignStmt") {
    const [only, ...others] = statement.lhs;
    return statement.tok === ":=" && others.length === 0 && only?.kind === "Ident" && only.name === name;
  }
  if (statement.kind !== "DeclStmt") return false;
  const [spec] = statement.decl.specs;
  return spec?.kind === "ValueSpec" && spec.names.length === 1 && spec.names[0]?.name === name;
}

const skipped: ReadonlySet<string> = new Set(["span", "origin", "sel", "leading", "trailing", "inner"]);

function mentions(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, name));
  if (typeof value !== "object" || value === null) return false;
  const part = value as { readonly kind?: string; readonly name?: string };
  if (part.kind === "Ident" && part.name === name) return true;
  return Object.entries(part).some(([key, inner]) => !skipped.has(key) && mentions(inner, name));
}

function renamed(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, from, to));
  if (typeof value !== "object" || value === null) return value;
  const part = value as { readonly kind?: string; readonly name?: string };
  if (part.kind === "Ident" && part.name === from) return { ...part, name: to };
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, skipped.has(key) ? inner : renamed(inner, from, to)]),
  );
}
