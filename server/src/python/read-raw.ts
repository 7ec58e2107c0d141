import type { Node, TreeCursor } from "web-tree-sitter";
import { straighten } from "./read-straighten.ts";

/**
 * A node of the parser's tree as a plain object: what the readers work on, since each step in the parser's own tree crosses into
 * WebAssembly. Comments are apart from the other children; line continuations are left out.
 */
export interface RawNode {
  /** The kind as the grammar names it; for a token without a name its text, such as `+=`. */
  readonly type: string;
  readonly named: boolean;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly children: readonly RawNode[];
  /** Comments directly inside, in order. Those inside expressions have moved up to the nearest bracket, statement or clause. */
  readonly comments: readonly RawNode[];
  /** Whether this is an error, a token that the parser made up, or has one of these as a direct child. */
  readonly broken: boolean;
}

/** Kinds that keep the comments found in them; from all others comments move up. */
const commentHolders: ReadonlySet<string> = new Set([
  "module",
  "block",
  "decorated_definition",
  "function_definition",
  "class_definition",
  "if_statement",
  "elif_clause",
  "else_clause",
  "for_statement",
  "while_statement",
  "try_statement",
  "except_clause",
  "finally_clause",
  "with_statement",
  "match_statement",
  "case_clause",
  "import_statement",
  "import_from_statement",
  "future_import_statement",
  "expression_statement",
  "return_statement",
  "delete_statement",
  "raise_statement",
  "assert_statement",
  "global_statement",
  "nonlocal_statement",
  "type_alias_statement",
  "print_statement",
  "exec_statement",
  "pass_statement",
  "break_statement",
  "continue_statement",
  "decorator",
  "list",
  "tuple",
  "set",
  "dictionary",
  "argument_list",
  "parameters",
  "ERROR",
]);

interface OpenNode {
  readonly type: string;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly children: RawNode[];
  readonly comments: RawNode[];
  broken: boolean;
}

const none: readonly RawNode[] = [];

/** What the grammar says of a node kind, kept by its number to save crossings. */
type KindTable = (readonly [type: string, named: boolean] | undefined)[];

const kindTables = new WeakMap<object, KindTable>();

/** Reads the whole tree below `root`, in one pass and without recursion, so that no depth overflows the stack. */
export function readRaw(root: Node): RawNode {
  const cursor = root.walk();
  try {
    return walk(cursor, root);
  } finally {
    cursor.delete();
  }
}

function walk(cursor: TreeCursor, root: Node): RawNode {
  const language = root.tree.language;
  let kinds = kindTables.get(language);
  if (kinds === undefined) kindTables.set(language, (kinds = []));
  const stack: OpenNode[] = [];
  for (;;) {
    const id = cursor.nodeTypeId;
    const kind = (kinds[id] ??= [cursor.nodeType, cursor.nodeIsNamed]);
    const [type, named] = kind;
    if (named) {
      const open: OpenNode = {
        type,
        field: cursor.currentFieldName ?? undefined,
        start: cursor.startIndex,
        end: cursor.endIndex,
        children: [],
        comments: [],
        broken: type === "ERROR",
      };
      if (open.start === open.end && cursor.nodeIsMissing) open.broken = true;
      stack.push(open);
      if (cursor.gotoFirstChild()) continue;
      const closed = close(stack);
      if (closed !== undefined) return closed;
    } else {
      addToken(stack.at(-1), type, cursor);
    }
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      const closed = close(stack);
      if (closed !== undefined) return closed;
    }
  }
}

function addToken(parent: OpenNode | undefined, type: string, cursor: TreeCursor): void {
  if (parent === undefined) return;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const broken = start === end && cursor.nodeIsMissing;
  if (broken) parent.broken = true;
  parent.children.push({
    type,
    named: false,
    field: cursor.currentFieldName ?? undefined,
    start,
    end,
    children: none,
    comments: none,
    broken,
  });
}

/** Takes the innermost open node off the stack and hands it to its parent; returns it where it has none. */
function close(stack: OpenNode[]): RawNode | undefined {
  const open = stack.pop();
  if (open === undefined) throw new RangeError("the walk has left the tree");
  const parent = stack.at(-1);
  const moveUp = parent !== undefined && open.comments.length > 0 && !commentHolders.has(open.type);
  if (moveUp) parent.comments.push(...open.comments);
  const node: RawNode = { ...open, named: true, comments: moveUp ? none : open.comments };
  if (parent === undefined) return node;
  if (node.type === "comment") parent.comments.push(node);
  else if (node.type !== "line_continuation") {
    if (node.broken && (node.type === "ERROR" || node.start === node.end)) parent.broken = true;
    parent.children.push(straighten(node));
  }
  return undefined;
}

/** The child in the named field of the grammar, the first if there are several. */
export function childIn(node: RawNode, field: string): RawNode | undefined {
  return node.children.find((child) => child.field === field);
}

/** All named children, in order. */
export function namedChildren(node: RawNode): readonly RawNode[] {
  return node.children.filter((child) => child.named);
}

/** Whether a token such as `async` is a direct child. */
export function hasToken(node: RawNode, token: string): boolean {
  return node.children.some((child) => !child.named && child.type === token);
}
