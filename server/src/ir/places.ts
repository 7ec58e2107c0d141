import type * as ir from "./node.ts";

/** Whether both are the same variable, or the same chain of fields of one: what is stored in the one is found in the other. */
export function isSamePlace(left: ir.Expression, right: ir.Expression): boolean {
  if (left.kind === "Variable" && right.kind === "Variable") return left.binding === right.binding;
  return (
    left.kind === "Field" &&
    right.kind === "Field" &&
    left.name === right.name &&
    isSamePlace(left.object, right.object)
  );
}
