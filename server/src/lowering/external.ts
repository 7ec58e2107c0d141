import type * as ir from "../ir/node.ts";

/** Whether the call leaves the program for a package that is not known, so that only its name and the use of its results say what it is. */
export function isExternalCall(node: ir.Expression): boolean {
  return node.kind === "Call" && isExternal(node.callee);
}

function isExternal(node: ir.Expression): boolean {
  if (node.kind === "ExternalName") return true;
  return node.kind === "Field" && node.member === "method" && node.object.type.kind === "unknown";
}
