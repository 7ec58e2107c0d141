import type { Span } from "../base/span.ts";
import type { Decorated } from "../base/syntax-node.ts";
import type { CommentOwners, ListDecoration } from "./read-comments.ts";
import { decorateList } from "./read-comments.ts";
import type { RawNode } from "./read-raw.ts";
import { field } from "./read-raw.ts";
import type {
  BadDecl,
  BadExpr,
  BadStmt,
  BlockStmt,
  Expr,
  FieldList,
  FuncType,
  GenDecl,
  GoNode,
  Ident,
  Stmt,
} from "./tree.ts";

/** What the readers of single node kinds share. They call each other through it, so that their modules need not import each other. */
export interface Reader {
  readonly text: string;
  readonly comments: CommentOwners;
  /** Where Bad nodes were made. */
  readonly bad: Span[];
  /** Reads an expression or a type. Never throws: what cannot be read is a BadExpr. */
  expression(node: RawNode): Expr;
  /** Reads a statement. Never throws: what cannot be read is a BadStmt. */
  statement(node: RawNode): Stmt;
  block(node: RawNode): BlockStmt;
  fieldList(node: RawNode): FieldList;
  /** The signature that a node holds in its fields `type_parameters`, `parameters` and `result`. */
  signature(node: RawNode): FuncType;
  genDecl(node: RawNode): GenDecl;
}

/** Thrown by a reader of one kind when its node lacks a part; becomes the nearest BadExpr, BadStmt or BadDecl. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

export function spanOf(node: RawNode): Span {
  return { start: node.start, end: node.end };
}

export function sourceOf(reader: Reader, node: RawNode): string {
  return reader.text.slice(node.start, node.end);
}

/** What all Bad nodes have: the text of the node, comments inside among it. */
function badNode(reader: Reader, node: RawNode): { readonly span: Span; readonly text: string } {
  reader.comments.take(node.start, node.end);
  reader.bad.push(spanOf(node));
  return { span: spanOf(node), text: sourceOf(reader, node) };
}

export function badExpr(reader: Reader, node: RawNode): BadExpr {
  return { kind: "BadExpr", ...badNode(reader, node) };
}

export function badStmt(reader: Reader, node: RawNode): BadStmt {
  return { kind: "BadStmt", ...badNode(reader, node) };
}

export function badDecl(reader: Reader, node: RawNode): BadDecl {
  return { kind: "BadDecl", ...badNode(reader, node) };
}

/** The child in a field that must be there. */
export function required(node: RawNode, name: string): RawNode {
  const child = field(node, name);
  if (child === undefined) throw new Unreadable(`${node.type} without ${name}`);
  return child;
}

/** The one named child. */
export function only(node: RawNode): RawNode {
  const child = node.children.find((candidate) => candidate.named);
  if (child === undefined) throw new Unreadable(`${node.type} is empty`);
  return child;
}

export function optionalExpr(reader: Reader, node: RawNode | undefined): Expr | undefined {
  return node && reader.expression(node);
}

/** The expressions of an `expression_list`, or the one expression that stands for a list. */
export function expressionList(reader: Reader, node: RawNode | undefined): Expr[] {
  if (node === undefined) return [];
  if (node.type !== "expression_list") return [reader.expression(node)];
  return node.children.filter((child) => child.named).map((child) => reader.expression(child));
}

/** A name of any kind. A name that the parser made up is not one. */
export function ident(reader: Reader, node: RawNode): Ident {
  if (node.missing || node.end === node.start) throw new Unreadable("missing name");
  return { kind: "Ident", span: spanOf(node), name: sourceOf(reader, node) };
}

export function errorsIn(node: RawNode): RawNode[] {
  return node.children.filter((child) => child.type === "ERROR");
}

/** The node with the decoration; the node itself when there is none. Comments that it has already go behind. */
export function decorated<Node extends GoNode>(node: Node, decoration: Decorated): Node {
  if (
    decoration.leading === undefined &&
    decoration.trailing === undefined &&
    decoration.inner === undefined &&
    decoration.blankBefore === undefined
  ) {
    return node;
  }
  const merged = { ...node, ...decoration };
  return node.leading && decoration.leading ? { ...merged, leading: [...decoration.leading, ...node.leading] } : merged;
}

/** A list between brackets, with its comments given to its items. */
export interface ReadList<Item> {
  readonly items: Item[];
  readonly inner: ListDecoration["inner"];
}

/** Reads the items of a list and gives each its comments. */
export function readList<Item extends GoNode>(
  reader: Reader,
  nodes: readonly RawNode[],
  range: Span,
  read: (node: RawNode) => Item,
): ReadList<Item> {
  const items: Item[] = [];
  const decoration = decorateList(reader.comments, nodes, range.start, range.end, (node) => {
    items.push(read(node));
  });
  return { items: items.map((item, index) => decorated(item, decoration.items[index] ?? {})), inner: decoration.inner };
}

/** `{ inner }` when there are such comments, so that trees do not carry empty lists. */
export function innerOf(list: { readonly inner: ListDecoration["inner"] }): { inner?: ListDecoration["inner"] } {
  return list.inner.length > 0 ? { inner: list.inner } : {};
}

/** Whether the first item of a bracketed list stands on another line than the opening bracket. */
export function startsNewLine(reader: Reader, node: RawNode): boolean {
  const newline = reader.text.indexOf("\n", node.start);
  if (newline < 0 || newline >= node.end) return false;
  const first = node.children.find((child) => child.named);
  return first === undefined || newline < first.start;
}
