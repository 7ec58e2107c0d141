import type { Tree } from "web-tree-sitter";

/** A child of the root of a tree. */
export interface TopLevelNode {
  /** The grammar's name of the kind, e.g. `function_definition`, `method_declaration`, `comment`, `ERROR`. */
  readonly type: string;
  /** False for tokens such as `;` and the line ends of Go. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
}

/** Lists the children of the root, in order, as plain objects. */
export function topLevelNodes(tree: Tree): TopLevelNode[] {
  const nodes: TopLevelNode[] = [];
  const cursor = tree.walk();
  try {
    if (!cursor.gotoFirstChild()) return nodes;
    do {
      nodes.push({ type: cursor.nodeType, named: cursor.nodeIsNamed, start: cursor.startIndex, end: cursor.endIndex });
    } while (cursor.gotoNextSibling());
  } finally {
    cursor.delete();
  }
  return nodes;
}
