import type { Comment } from "../base/syntax-node.ts";
import type { Origin } from "../base/origin.ts";
import { emptySpan } from "../base/span.ts";
import type * as tree from "./tree.ts";

/** The part that all made nodes share. */
export function made(origin: Origin | undefined): { readonly span: typeof emptySpan; readonly origin?: Origin } {
  return origin === undefined ? { span: emptySpan } : { span: emptySpan, origin };
}

/** A line comment without its `#`. */
export function comment(text: string, origin?: Origin): Comment {
  return origin === undefined ? { text, block: false } : { text, block: false, origin };
}

/** The same node with other comments or blank lines around it; fields not named stay. */
export function decorate<Node extends tree.NodeBase>(
  node: Node,
  decoration: Pick<tree.NodeBase, "leading" | "trailing" | "inner" | "blankBefore">,
): Node {
  return { ...node, ...decoration };
}

/** The same node with another origin. */
export function withOrigin<Node extends tree.NodeBase>(node: Node, origin: Origin | undefined): Node {
  return origin === undefined ? node : { ...node, origin };
}
