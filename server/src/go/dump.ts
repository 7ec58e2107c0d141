import type { Comment } from "../base/syntax-node.ts";
import type { GoNode } from "./tree.ts";

const decoration: ReadonlySet<string> = new Set([
  "kind",
  "span",
  "origin",
  "leading",
  "trailing",
  "inner",
  "blankBefore",
]);

function isNode(value: unknown): value is GoNode {
  return typeof value === "object" && value !== null && "kind" in value && "span" in value;
}

function show(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return `[${value.join(" ")}]`;
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? inner.toString() : inner));
}

function commentText(comments: readonly Comment[]): string {
  return comments.map((comment) => JSON.stringify(comment.text)).join(" ");
}

/** The plain values of a node and its comments, for the line that names it. */
function attributes(node: GoNode): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (
      decoration.has(name) ||
      value === undefined ||
      isNode(value) ||
      (Array.isArray(value) && (value.length === 0 || isNode(value[0])))
    )
      continue;
    parts.push(`${name}=${show(value)}`);
  }
  if (node.blankBefore) parts.push("blankBefore");
  if (node.leading) parts.push(`leading=${commentText(node.leading)}`);
  if (node.trailing) parts.push(`trailing=${commentText([node.trailing])}`);
  if (node.inner) parts.push(`inner=${commentText(node.inner)}`);
  return parts.map((part) => ` ${part}`).join("");
}

function dumpNode(node: GoNode, label: string, indent: string, lines: string[]): void {
  lines.push(`${indent}${label}${node.kind} ${node.span.start}-${node.span.end}${attributes(node)}`);
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (isNode(value)) dumpNode(value, `${name}: `, `${indent}  `, lines);
    else if (Array.isArray(value) && isNode(value[0])) {
      value.forEach((item: GoNode, index) => dumpNode(item, `${name}[${index}]: `, `${indent}  `, lines));
    }
  }
}

/** A readable form of a tree, one node a line: kind, span, plain values, comments. Fields that are absent are left out. */
export function dumpTree(node: GoNode): string {
  const lines: string[] = [];
  dumpNode(node, "", "", lines);
  return `${lines.join("\n")}\n`;
}
