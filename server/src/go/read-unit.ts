import type { Node } from "web-tree-sitter";
import { contains, type Span } from "../base/span.ts";
import { CommentOwners } from "./read-comments.ts";
import { badDecl, badExpr, badStmt, errorsIn, readList, spanOf, type Reader, Unreadable } from "./read-context.ts";
import { readFuncDecl, readGenDecl, readPackageClause } from "./read-declarations.ts";
import { expressionReaders } from "./read-expressions.ts";
import { readRaw, type RawNode } from "./read-raw.ts";
import { readBlock, statementReaders, toleratesErrors } from "./read-statements.ts";
import { readFieldList, readSignature } from "./read-types.ts";
import type { Decl, Expr, PackageClause, Stmt } from "./tree.ts";

/** A place where the text is no Go. */
export interface SyntaxFault {
  /** Relative to the unit. */
  readonly span: Span;
  readonly message: string;
}

/** What stands at the top level of a file. */
export type TopLevel = PackageClause | Decl;

/** The tree of one unit's text: it depends on that text only. */
export interface UnitTree {
  readonly declarations: readonly TopLevel[];
  /** Empty for correct text. Each lies inside a Bad node, or is a missing token such as a closing bracket. */
  readonly faults: readonly SyntaxFault[];
}

/** Kinds of nodes that take care of ERROR children themselves. */
const ownErrors: ReadonlySet<string> = new Set(["interface_type", "literal_value"]);

function makeReader(text: string, comments: CommentOwners): Reader {
  const reader: Reader = {
    text,
    comments,
    bad: [],
    expression: (node) => readExpression(reader, node),
    statement: (node) => readStatement(reader, node),
    block: (node) => readBlock(reader, node),
    fieldList: (node) => readFieldList(reader, node),
    signature: (node) => readSignature(reader, node),
    genDecl: (node) => readGenDecl(reader, node),
  };
  return reader;
}

/** Runs a reader; `bad` stands in for a node that lacks a part. */
function recover<Result>(read: () => Result, bad: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return bad();
    throw error;
  }
}

function readExpression(reader: Reader, node: RawNode): Expr {
  const read = expressionReaders[node.type];
  const broken = errorsIn(node).length > 0 && !ownErrors.has(node.type);
  if (read === undefined || node.cut || node.missing || broken) return badExpr(reader, node);
  return recover(
    () => read(reader, node),
    () => badExpr(reader, node),
  );
}

function readStatement(reader: Reader, node: RawNode): Stmt {
  const read = statementReaders[node.type];
  const broken = errorsIn(node).length > 0 && !toleratesErrors.has(node.type);
  if (read === undefined || node.missing || broken || (node.cut && node.type !== "block")) return badStmt(reader, node);
  return recover(
    () => read(reader, node),
    () => badStmt(reader, node),
  );
}

type TopLevelReader = (reader: Reader, node: RawNode) => TopLevel;

/** The readers of what may stand at the top level, statements aside. */
export const topLevelReaders: Readonly<Record<string, TopLevelReader>> = {
  package_clause: readPackageClause,
  import_declaration: readGenDecl,
  const_declaration: readGenDecl,
  type_declaration: readGenDecl,
  var_declaration: readGenDecl,
  function_declaration: readFuncDecl,
  method_declaration: readFuncDecl,
  ERROR: badDecl,
};

function readTopLevel(reader: Reader, node: RawNode): TopLevel | Stmt {
  const read = topLevelReaders[node.type];
  if (read === undefined) return reader.statement(node);
  return recover(
    () => read(reader, node),
    () => badDecl(reader, node),
  );
}

const topLevelKinds: ReadonlySet<string> = new Set([
  "PackageClause",
  "GenDecl",
  "FuncDecl",
  "BadDecl",
  "TopLevelStatements",
]);

function isTopLevel(node: TopLevel | Stmt): node is TopLevel {
  return topLevelKinds.has(node.kind);
}

/** Puts statements that follow each other into one node. */
function groupStatements(items: readonly (TopLevel | Stmt)[]): TopLevel[] {
  const grouped: TopLevel[] = [];
  let run: Stmt[] = [];
  const flush = (): void => {
    const first = run[0];
    const last = run.at(-1);
    if (first && last)
      grouped.push({ kind: "TopLevelStatements", span: { start: first.span.start, end: last.span.end }, list: run });
    run = [];
  };
  for (const item of items) {
    if (!isTopLevel(item)) run.push(item);
    else {
      flush();
      grouped.push(item);
    }
  }
  flush();
  return grouped;
}

/** Lists what the parser could not read or had to make up, and the Bad nodes that it saw no fault in, such as the literal `08`. */
function faultsOf(root: RawNode, bad: readonly Span[]): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  const open: RawNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const span = spanOf(node);
    if (node.type === "ERROR") faults.push({ span, message: "this is not valid Go" });
    else if (node.missing)
      faults.push({ span, message: `${node.named ? "a name or an expression" : `"${node.type}"`} is missing here` });
    else if (node.cut) faults.push({ span, message: "this is nested too deeply to be read" });
    if (node.type !== "ERROR") open.push(...node.children);
  }
  for (const span of bad)
    if (!faults.some((fault) => contains(span, fault.span))) faults.push({ span, message: "this is not valid Go" });
  return faults.sort((left, right) => left.span.start - right.span.start);
}

/**
 * Reads the tree of one unit's text (a `source_file`). Spans are relative to that text. Never throws: what is no Go becomes a Bad node,
 * and what is nested deeper than `maximumNesting` too. Comments that follow the last declaration stand in an empty TopLevelStatements.
 */
export function readUnit(text: string, root: Node): UnitTree {
  const raw = readRaw(root);
  const reader = makeReader(text, new CommentOwners(text, raw.comments));
  const nodes = raw.root.type === "ERROR" ? [raw.root] : raw.root.children.filter((child) => child.named);
  const list = readList(reader, nodes, { start: 0, end: text.length }, (node) => readTopLevel(reader, node));
  const declarations = groupStatements(list.items);
  if (list.inner.length > 0) {
    const span = { start: list.inner[0]?.span?.start ?? 0, end: list.inner.at(-1)?.span?.end ?? 0 };
    declarations.push({ kind: "TopLevelStatements", span, list: [], inner: list.inner });
  }
  return { declarations, faults: faultsOf(raw.root, reader.bad) };
}
