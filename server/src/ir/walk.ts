import { mergeOrigins, type Origin } from "../base/origin.ts";
import type { Expression, Node, Statement } from "./node.ts";

/* Generic walks. They go by the shape of the objects: an IR node is what has `sort`; parts without it (arguments, cases, handlers) are looked through. */

type Part = Readonly<Record<string, unknown>>;

/** Whether a value is an IR node. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "sort" in value;
}

/** Fields that hold no IR: types, bindings and provenance are not searched. */
const opaqueFields = new Set([
  "type",
  "binding",
  "symbol",
  "origin",
  "declares",
  "leading",
  "trailing",
  "inner",
  "result",
  "results",
  "typeParameters",
  "instantiation",
  "bases",
  "outer",
  "keeps",
]);

function visitValue(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visitValue(item, visit);
  else if (isNode(value)) visit(value);
  else if (typeof value === "object" && value !== null && !isTypeLike(value)) visitPart(value as Part, visit);
}

function visitPart(part: Part, visit: (node: Node) => void): void {
  for (const field in part) {
    const value = part[field];
    if (typeof value === "object" && value !== null && !opaqueFields.has(field)) visitValue(value, visit);
  }
}

/** Types have `kind` but no `sort`; going into them would follow symbols around the program. */
function isTypeLike(value: object): boolean {
  return "kind" in value && !("binding" in value) && !("sort" in value);
}

/** Calls `visit` for each node directly inside `node`, in the order of evaluation as far as the fields have it. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  visitPart(node as unknown as Part, visit);
}

/** Calls `visit` for the node and all nodes inside it, parents first. Not below a node for which `visit` gives false. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  if (visit(node) === false) return;
  forEachChild(node, (child) => walk(child, visit));
}

export function walkAll(nodes: readonly Node[], visit: (node: Node) => boolean | void): void {
  for (const node of nodes) walk(node, visit);
}

/**
 * The same tree with each node directly inside `node` replaced by what `replace` gives. Nodes in which nothing changes stay the same object. A
 * statement may become several only where it stands in a list.
 */
export function mapChildren<N extends Node>(node: N, replace: (child: Node) => Node | readonly Node[]): N {
  return mapPart(node as unknown as Part, replace) as unknown as N;
}

function mapPart(part: Part, replace: (child: Node) => Node | readonly Node[]): Part {
  let changed: Record<string, unknown> | undefined;
  for (const field in part) {
    const before = part[field];
    if (typeof before !== "object" || before === null || opaqueFields.has(field)) continue;
    const after = mapValue(before, replace);
    if (after !== before) {
      changed ??= { ...part };
      changed[field] = after;
    }
  }
  return changed ?? part;
}

function mapValue(value: unknown, replace: (child: Node) => Node | readonly Node[]): unknown {
  if (Array.isArray(value)) {
    let items: unknown[] | undefined;
    for (let position = 0; position < value.length; position++) {
      const item = value[position] as unknown;
      const mapped = isNode(item) ? replace(item) : mapValue(item, replace);
      if (mapped === item) {
        items?.push(item);
        continue;
      }
      items ??= value.slice(0, position) as unknown[];
      if (isNode(item) && Array.isArray(mapped)) items.push(...(mapped as unknown[]));
      else items.push(mapped);
    }
    return items ?? value;
  }
  if (isNode(value)) return replace(value);
  if (typeof value === "object" && value !== null && !isTypeLike(value)) return mapPart(value as Part, replace);
  return value;
}

/** Gives every node inside `nodes` that has no provenance yet that of the node it was lifted from. */
export function stampOrigin(nodes: readonly Node[], origin: Origin): void {
  const stamp = (node: Node): void => {
    if (node.origin !== undefined) return;
    (node as { origin?: Origin }).origin = origin;
    forEachChild(node, stamp);
  };
  nodes.forEach(stamp);
}

/** The provenance of several nodes taken together. */
export function originOf(nodes: readonly (Node | undefined)[]): Origin | undefined {
  return mergeOrigins(nodes.map((node) => node?.origin));
}

export function isExpression(node: Node): node is Expression {
  return node.sort === "expression";
}

export function isStatement(node: Node): node is Statement {
  return node.sort === "statement";
}
