import type * as go from "../../go/tree.ts";
import type { GoLowerContext } from "../lower-context.ts";

/**
 * Runs several lowerings whose values are evaluated one after the other, and keeps their order: what one of them gives goes into a temporary where a
 * later one needs statements before it. `expressions` of the context does that for nodes; this is for values that are made in other ways.
 */
export function inOrder(
  works: readonly (() => readonly go.Expr[])[],
  context: GoLowerContext,
): readonly (readonly go.Expr[])[] {
  const parts = works.map((work) => context.capture(work));
  const last = parts.findLastIndex((part) => part.emitted.length > 0);
  return parts.map((part, position) => {
    context.emit(...part.emitted);
    if (position >= last) return part.value;
    const later = parts.slice(position + 1).flatMap((other) => other.emitted);
    return part.value.map((value) => (isSteady(value, later) ? value : context.temporary("value", value)));
  });
}

/** Whether the statements cannot change what the value gives: a literal, or a variable that they do not assign. */
function isSteady(value: go.Expr, later: readonly go.Stmt[]): boolean {
  if (value.kind === "BasicLit" || value.kind === "FuncLit") return true;
  if (value.kind !== "Ident") return false;
  return !later.some((statement) => assigns(statement, value.name));
}

function assigns(node: unknown, name: string): boolean {
  if (Array.isArray(node)) return node.some((item) => assigns(item, name));
  if (typeof node !== "object" || node === null) return false;
  const part = node as { readonly kind?: string; readonly lhs?: readonly go.Expr[]; readonly x?: go.Expr };
  if (part.kind === "AssignStmt" && part.lhs?.some((target) => target.kind === "Ident" && target.name === name))
    return true;
  if (part.kind === "IncDecStmt" && part.x?.kind === "Ident" && part.x.name === name) return true;
  return Object.entries(part).some(([key, inner]) => key !== "span" && key !== "origin" && assigns(inner, name));
}
