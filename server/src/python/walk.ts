import type { PythonNode } from "./tree.ts";

/** Fields of nodes that hold no nodes: names, spans, comments, values of constants. */
const leafFields: ReadonlySet<string> = new Set([
  "kind",
  "span",
  "origin",
  "leading",
  "trailing",
  "inner",
  "elseClause",
  "finallyClause",
]);

/**
 * The nodes directly below, in the order of their fields, which is not always that of the text. Pairs that are no nodes themselves
 * (comparisons, items of mapping patterns) are looked through.
 */
export function children(node: PythonNode): readonly PythonNode[] {
  const found: PythonNode[] = [];
  for (const [field, value] of Object.entries(node)) if (!leafFields.has(field)) collect(value, found);
  return found;
}

function collect(value: unknown, found: PythonNode[]): void {
  if (Array.isArray(value)) for (const element of value) collect(element, found);
  else if (typeof value === "object" && value !== null) {
    if (isNode(value)) found.push(value);
    else if (!("type" in value) && !("start" in value)) for (const part of Object.values(value)) collect(part, found);
  }
}

function isNode(value: object): value is PythonNode {
  return "kind" in value && "span" in value;
}

/** Calls `visit` for the node and all below it, each before what is below it. Where `visit` answers false, what is below is passed over. */
export function walk(node: PythonNode, visit: (node: PythonNode) => boolean | void): void {
  const stack: PythonNode[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (visit(next) === false) continue;
    const below = children(next);
    for (let index = below.length - 1; index >= 0; index--) {
      const child = below[index];
      if (child !== undefined) stack.push(child);
    }
  }
}
