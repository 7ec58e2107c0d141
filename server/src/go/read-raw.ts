import type { Node, TreeCursor } from "web-tree-sitter";
import { maximumNesting } from "../syntax/limits.ts";

/** A node of the parser's tree as a plain object. Comments and statement terminators are taken out, and the range is without them. */
export interface RawNode {
  readonly type: string;
  readonly named: boolean;
  /** The name of the parent's field that holds the node, or "". */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly RawNode[];
  /** The parser made the node up to recover from an error. */
  readonly missing: boolean;
  /** The node is nested too deeply to be read; it has no children. */
  readonly cut: boolean;
}

/** A comment with its markers, in source order. */
export interface RawComment {
  readonly start: number;
  readonly end: number;
}

/** What one pass of a cursor over a tree finds. */
export interface RawTree {
  readonly root: RawNode;
  readonly comments: readonly RawComment[];
}

type Open = { -readonly [Key in keyof RawNode]: RawNode[Key] } & { children: RawNode[] };

const terminators: ReadonlySet<string> = new Set(["\n", ";", "\0"]);

function describe(cursor: TreeCursor): Open {
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  return {
    type: cursor.nodeType,
    named: cursor.nodeIsNamed,
    field: cursor.currentFieldName ?? "",
    start,
    end,
    children: [],
    missing: start === end && cursor.nodeIsMissing,
    cut: false,
  };
}

/** Shrinks a node to what is left of it after comments and terminators were taken out. */
function close(node: Open): RawNode {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first && last && node.type !== "ERROR") {
    node.start = first.start;
    node.end = last.end;
  }
  return node;
}

/** Copies the tree below `root` into plain objects, in one pass and without recursion. */
export function readRaw(root: Node): RawTree {
  const cursor = root.walk();
  try {
    return walk(cursor);
  } finally {
    cursor.delete();
  }
}

function walk(cursor: TreeCursor): RawTree {
  const comments: RawComment[] = [];
  const top = describe(cursor);
  const open: Open[] = [top];
  let entered = cursor.gotoFirstChild();
  while (open.length > 0) {
    const parent = open.at(-1);
    if (parent === undefined) break;
    if (!entered) {
      close(parent);
      open.pop();
      if (open.length === 0) break;
      cursor.gotoParent();
      entered = cursor.gotoNextSibling();
      continue;
    }
    const node = describe(cursor);
    if (node.type === "comment") comments.push({ start: node.start, end: node.end });
    else if (node.named || node.missing || !terminators.has(node.type)) parent.children.push(node);
    if (open.length > maximumNesting && cursor.gotoFirstChild()) {
      node.cut = true;
      cursor.gotoParent();
    } else if (node.type !== "ERROR" && cursor.gotoFirstChild()) {
      open.push(node);
      continue;
    }
    entered = cursor.gotoNextSibling();
  }
  return { root: top, comments };
}

/** The child in the given field, if there is one. */
export function field(node: RawNode, name: string): RawNode | undefined {
  return node.children.find((child) => child.field === name && child.named);
}

/** The named children in the given field. */
export function fields(node: RawNode, name: string): RawNode[] {
  return node.children.filter((child) => child.field === name && child.named);
}

/** The named children of the given kind. */
export function childrenOf(node: RawNode, type: string): RawNode[] {
  return node.children.filter((child) => child.type === type && child.named);
}

/** The first child that is the given token. */
export function token(node: RawNode, text: string): RawNode | undefined {
  return node.children.find((child) => !child.named && child.type === text);
}
