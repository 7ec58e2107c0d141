import type { GoNode } from "./tree.ts";

function isNode(value: unknown): value is GoNode {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}

/** The nodes directly below a node, in the order of its fields, which is source order but for a few that are optional. */
export function childrenOf(node: GoNode): GoNode[] {
  const children: GoNode[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

/** Visits a node and all below it, parents first. Nodes below one for which `visit` returns false are left out. */
export function walk(node: GoNode, visit: (node: GoNode) => boolean | void): void {
  const open: GoNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (visit(next) === false) continue;
    open.push(...childrenOf(next).reverse());
  }
}
