import type { Expression, FunctionDef, AsyncFunctionDef, PythonNode, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/**
 * Whether an annotation that is evaluated when its definition runs names something that the module defines only then or later, so that the module
 * needs `from __future__ import annotations`.
 */
export function hasForwardReferences(statements: readonly Statement[]): boolean {
  const pending = new Map<string, number>();
  statements.forEach((statement, position) => {
    if (statement.kind === "ClassDef" || statement.kind === "TypeAlias") pending.set(definedName(statement), position);
    if (statement.kind === "Assign" && statement.targets[0]?.kind === "Name")
      pending.set(statement.targets[0].id, position);
  });
  return statements.some((statement, position) =>
    evaluatedAnnotations(statement).some((annotation) => {
      let isAhead = false;
      walk(
        annotation,
        (node) => void (node.kind === "Name" && (pending.get(node.id) ?? -1) >= position && (isAhead = true)),
      );
      return isAhead;
    }),
  );
}

function definedName(statement: Extract<Statement, { kind: "ClassDef" | "TypeAlias" }>): string {
  if (statement.kind === "ClassDef") return statement.name;
  return statement.name.kind === "Name" ? statement.name.id : "";
}

/** The annotations below a statement that run with it: not those inside function bodies, whose functions run later. */
function evaluatedAnnotations(statement: Statement): readonly Expression[] {
  const found: Expression[] = [];
  walk(statement, (node): boolean => {
    if (node.kind === "AnnAssign") found.push(node.annotation);
    if (node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef") return true;
    found.push(...signatureAnnotations(node));
    return false;
  });
  return found;
}

function signatureAnnotations(node: FunctionDef | AsyncFunctionDef): readonly Expression[] {
  const found: Expression[] = node.returns ? [node.returns] : [];
  walk(
    node.args,
    (inner: PythonNode) => void (inner.kind === "arg" && inner.annotation && found.push(inner.annotation)),
  );
  return found;
}
