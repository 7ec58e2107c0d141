import type { Comment } from "../base/syntax-node.ts";
import type { Span } from "../base/span.ts";
import type { RawNode } from "./read-raw.ts";
import type { Expression, Invalid, InvalidReason, Pattern, Statement } from "./tree.ts";

/** What the readers of the parts of the language share: the unit's text, and each other by way of this object. */
export interface ReadContext {
  readonly text: string;
  expression(node: RawNode): Expression;
  pattern(node: RawNode): Pattern;
  /** The statements of a block or module with their comments; `before` are comments that stand above the first. */
  block(node: RawNode, before: readonly RawNode[]): Block;
}

/** Statements and the comments behind the last of them. */
export interface Block {
  readonly body: readonly Statement[];
  readonly inner: readonly Comment[] | undefined;
}

/** Thrown where a node is not as the grammar promises, which happens beside errors only; the statement around becomes `Invalid`. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
  readonly reason: InvalidReason;

  constructor(reason: InvalidReason) {
    super(`cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/** Nesting of statements, expressions and patterns beyond which the reader answers `Invalid`: far more than Python itself takes in brackets. */
export const maximumDepth = 500;

/** The child in a field that the grammar requires. */
export function requireChild(node: RawNode, field: string): RawNode {
  return required(node.children.find((child) => child.field === field));
}

/** The node itself, which the grammar promises to be there. */
export function required(node: RawNode | undefined): RawNode {
  if (node === undefined) throw new Unreadable("syntax");
  return node;
}

export function spanOf(node: RawNode): Span {
  return { start: node.start, end: node.end };
}

export function textOf(context: ReadContext, node: RawNode): string {
  return context.text.slice(node.start, node.end);
}

export function invalid(context: ReadContext, node: RawNode, reason: InvalidReason): Invalid {
  return { kind: "Invalid", text: textOf(context, node), reason, span: spanOf(node) };
}
