import type { Node, TreeCursor } from "web-tree-sitter";
import { binaryOperators, boolOperators, compareOperators, unaryOperators } from "./read-operators.ts";
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

/** A node whose children are still being read. */
interface OpenNode {
  type: string;
  named: boolean;
  field: string | undefined;
  start: number;
  end: number;
  children: RawNode[];
  comments: RawNode[];
  broken: boolean;
}

/** What nodes without children or comments share. Never changed. */
const none: RawNode[] = [];

/** The tokens that can be in a field. Asking for the field of every token would take a fifth of the time of reading. */
const fieldTokens: ReadonlySet<string> = new Set([
  ...Object.keys(binaryOperators),
  ...Object.keys(binaryOperators).map((operator) => `${operator}=`),
  ...Object.keys(boolOperators),
  ...Object.keys(unaryOperators),
  ...Object.keys(compareOperators),
  "<>",
  "_",
]);

/** What the grammar says of a node kind, kept by its number to save crossings. */
type KindTable = (readonly [type: string, named: boolean] | undefined)[];

const kindTables = new WeakMap<object, KindTable>();

/** Reads the whole tree below `root`, in one pass and without recursion, so that no depth overflows the stack. */
export function readRaw(root: Node): RawNode {
  const cursor = root.walk();
  try {
    return new RawReader(cursor, root).read();
  } finally {
    cursor.delete();
  }
}

class RawReader {
  private readonly cursor: TreeCursor;
  private readonly kinds: KindTable;
  private readonly fields: readonly (string | null)[];
  /** Whether tokens may be missing: if not, nobody needs to ask. */
  private readonly hasError: boolean;
  private readonly stack: OpenNode[] = [];

  constructor(cursor: TreeCursor, root: Node) {
    const { language } = root.tree;
    let kinds = kindTables.get(language);
    if (kinds === undefined) kindTables.set(language, (kinds = []));
    this.cursor = cursor;
    this.kinds = kinds;
    this.fields = language.fields;
    this.hasError = root.hasError;
  }

  read(): RawNode {
    const { cursor, stack } = this;
    for (;;) {
      const id = cursor.nodeTypeId;
      const [type, named] = (this.kinds[id] ??= [cursor.nodeType, cursor.nodeIsNamed]);
      if (named) {
        stack.push(this.open(type));
        if (cursor.gotoFirstChild()) continue;
        const closed = this.close();
        if (closed !== undefined) return closed;
      } else this.addToken(type);
      while (!cursor.gotoNextSibling()) {
        cursor.gotoParent();
        const closed = this.close();
        if (closed !== undefined) return closed;
      }
    }
  }

  private open(type: string): OpenNode {
    const { cursor } = this;
    const start = cursor.startIndex;
    const end = cursor.endIndex;
    const broken = type === "ERROR" || (start === end && this.hasError && cursor.nodeIsMissing);
    return { type, named: true, field: this.field(), start, end, children: none, comments: none, broken };
  }

  private field(): string | undefined {
    return this.fields[this.cursor.currentFieldId] ?? undefined;
  }

  private addToken(type: string): void {
    const { cursor } = this;
    const parent = this.stack.at(-1);
    if (parent === undefined) return;
    const start = cursor.startIndex;
    // A token is as long as its name, unless it was made up or is of two words.
    const end = this.hasError || type.includes(" ") ? cursor.endIndex : start + type.length;
    const broken = start === end && cursor.nodeIsMissing;
    if (broken) parent.broken = true;
    const field = fieldTokens.has(type) ? this.field() : undefined;
    addChild(parent, { type, named: false, field, start, end, children: none, comments: none, broken });
  }

  /** Takes the innermost open node off the stack and hands it to its parent; returns it where it has none. */
  private close(): RawNode | undefined {
    const node = this.stack.pop();
    if (node === undefined) throw new RangeError("the walk has left the tree");
    const parent = this.stack.at(-1);
    if (parent === undefined) return node;
    if (node.comments.length > 0 && !commentHolders.has(node.type)) {
      for (const comment of node.comments) addComment(parent, comment);
      node.comments = none;
    }
    if (node.type === "comment") addComment(parent, node);
    else if (node.type !== "line_continuation") {
      if (node.broken && (node.type === "ERROR" || node.start === node.end)) parent.broken = true;
      addChild(parent, straighten(node));
    }
    return undefined;
  }
}

function addChild(parent: OpenNode, child: RawNode): void {
  if (parent.children === none) parent.children = [child];
  else parent.children.push(child);
}

function addComment(parent: OpenNode, comment: RawNode): void {
  if (parent.comments === none) parent.comments = [comment];
  else parent.comments.push(comment);
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
