import type * as go from "../../go/tree.ts";

/** Whether a branch inside the statement names the label. */
export function isLabelUsed(statement: go.Stmt, label: string): boolean {
  const search = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(search);
    if (typeof value !== "object" || value === null) return false;
    const node = value as Partial<go.BranchStmt>;
    if (node.kind === "BranchStmt" && node.label?.name === label) return true;
    return Object.entries(value).some(([key, part]) => key !== "span" && key !== "origin" && search(part));
  };
  return search(statement);
}
