import type * as ir from "../ir/node.ts";
import { walkAll } from "../ir/walk.ts";

/** Whether the variables and fields that a cleanup reads are the same when it runs as they were before `body`. */
export function isSettled(cleanup: readonly ir.Statement[], body: readonly ir.Statement[]): boolean {
  const written = new Set<unknown>();
  const note = (target: ir.Node): void => {
    if (target.kind === "Variable") written.add(target.binding);
    if (target.kind === "Field") written.add(target.name);
    if (target.kind === "TupleLiteral") target.elements.forEach(note);
  };
  walkAll(body, (node) => {
    if (node.kind === "Assign" || node.kind === "Delete") node.targets.forEach(note);
    if (node.kind === "Update" || node.kind === "ForEach" || node.kind === "AssignmentExpression") note(node.target);
  });
  let settled = true;
  walkAll(cleanup, (node) => {
    if (node.kind === "Variable") settled &&= !written.has(node.binding) && node.binding.kind !== "global";
    if (node.kind === "Field") settled &&= !written.has(node.name);
  });
  return settled;
}
