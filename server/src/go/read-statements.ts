import { decorateList } from "./read-comments.ts";
import {
  badExpr,
  badStmt,
  decorated,
  errorsIn,
  expressionList,
  ident,
  innerOf,
  only,
  optionalExpr,
  readList,
  required,
  spanOf,
  type Reader,
  Unreadable,
} from "./read-context.ts";
import { field, fields, token, type RawNode } from "./read-raw.ts";
import type {
  AssignOperator,
  AssignStmt,
  BlockStmt,
  BranchStmt,
  CaseClause,
  CommClause,
  DeclStmt,
  Expr,
  ExprStmt,
  ForStmt,
  IfStmt,
  RangeStmt,
  SelectStmt,
  Stmt,
  SwitchStmt,
  TypeSwitchStmt,
} from "./tree.ts";

/** Reads one kind of node as a statement. */
export type StmtReader = (reader: Reader, node: RawNode) => Stmt;

/** The kinds whose own ERROR children are kept as statements of their body; the others become a BadStmt as a whole. */
export const toleratesErrors: ReadonlySet<string> = new Set([
  "block",
  "if_statement",
  "for_statement",
  "expression_switch_statement",
  "type_switch_statement",
  "select_statement",
]);

/** The readers of statements. */
export const statementReaders: Readonly<Record<string, StmtReader>> = {
  const_declaration: declStmt,
  type_declaration: declStmt,
  var_declaration: declStmt,
  expression_statement: (reader, node) => ({ kind: "ExprStmt", span: spanOf(node), x: reader.expression(only(node)) }),
  send_statement: (reader, node) => ({
    kind: "SendStmt",
    span: spanOf(node),
    chan: reader.expression(required(node, "channel")),
    value: reader.expression(required(node, "value")),
  }),
  inc_statement: (reader, node) => ({
    kind: "IncDecStmt",
    span: spanOf(node),
    x: reader.expression(only(node)),
    tok: "++",
  }),
  dec_statement: (reader, node) => ({
    kind: "IncDecStmt",
    span: spanOf(node),
    x: reader.expression(only(node)),
    tok: "--",
  }),
  assignment_statement: (reader, node) => {
    const operator = node.children.find((child) => child.field === "operator");
    if (operator === undefined) throw new Unreadable("operator");
    return assignment(reader, node, operator.type as AssignOperator);
  },
  short_var_declaration: (reader, node) => assignment(reader, node, ":="),
  receive_statement: (reader, node) => {
    if (field(node, "left") === undefined)
      return { kind: "ExprStmt", span: spanOf(node), x: reader.expression(required(node, "right")) };
    return assignment(reader, node, token(node, ":=") ? ":=" : "=");
  },
  return_statement: (reader, node) => ({
    kind: "ReturnStmt",
    span: spanOf(node),
    results: expressionList(
      reader,
      node.children.find((child) => child.named),
    ),
  }),
  go_statement: (reader, node) => ({ kind: "GoStmt", span: spanOf(node), call: reader.expression(only(node)) }),
  defer_statement: (reader, node) => ({ kind: "DeferStmt", span: spanOf(node), call: reader.expression(only(node)) }),
  if_statement: ifStmt,
  for_statement: forStmt,
  expression_switch_statement: switchStmt,
  type_switch_statement: typeSwitchStmt,
  select_statement: selectStmt,
  labeled_statement: (reader, node) => {
    const label = required(node, "label");
    const inner = node.children.find((child) => child.named && child !== label);
    const stmt: Stmt = inner
      ? reader.statement(inner)
      : { kind: "EmptyStmt", span: { start: node.end, end: node.end }, implicit: true };
    return { kind: "LabeledStmt", span: spanOf(node), label: ident(reader, label), stmt };
  },
  break_statement: branch("break"),
  continue_statement: branch("continue"),
  goto_statement: branch("goto"),
  fallthrough_statement: branch("fallthrough"),
  empty_statement: (_reader, node) => ({ kind: "EmptyStmt", span: spanOf(node), implicit: false }),
  block: readBlock,
  ERROR: badStmt,
};

function declStmt(reader: Reader, node: RawNode): DeclStmt {
  return { kind: "DeclStmt", span: spanOf(node), decl: reader.genDecl(node) };
}

function branch(tok: BranchStmt["tok"]): StmtReader {
  return (reader, node) => {
    const label = node.children.find((child) => child.named);
    return { kind: "BranchStmt", span: spanOf(node), tok, label: label && ident(reader, label) };
  };
}

function assignment(reader: Reader, node: RawNode, tok: AssignOperator): AssignStmt {
  const lhs = expressionList(reader, required(node, "left"));
  return { kind: "AssignStmt", span: spanOf(node), lhs, tok, rhs: expressionList(reader, required(node, "right")) };
}

/** Reads a block; one that is nested too deeply keeps its text as a BadStmt. */
export function readBlock(reader: Reader, node: RawNode): BlockStmt {
  if (node.cut) return { kind: "BlockStmt", span: spanOf(node), list: [badStmt(reader, node)], multiline: true };
  const list = readList(reader, statementNodes(node), { start: node.start + 1, end: node.end }, (item) =>
    reader.statement(item),
  );
  const multiline = reader.text.slice(node.start, node.end).includes("\n");
  return { kind: "BlockStmt", span: spanOf(node), list: list.items, multiline, ...innerOf(list) };
}

/** The statements below a node, those of its `statement_list` and the errors beside it. */
function statementNodes(node: RawNode): RawNode[] {
  return node.children
    .filter((child) => child.named && (child.type === "statement_list" || child.type === "ERROR"))
    .flatMap((child) =>
      child.type === "statement_list" && !child.cut ? child.children.filter((inner) => inner.named) : [child],
    );
}

/** Reads the body of a statement and puts before it what of the statement's own text could not be read. */
function bodyWithErrors(reader: Reader, node: RawNode, body: RawNode): BlockStmt {
  const block = reader.block(body);
  const errors = errorsIn(node).map((error) => badStmt(reader, error));
  return errors.length > 0 ? { ...block, list: [...errors, ...block.list] } : block;
}

function ifStmt(reader: Reader, node: RawNode): IfStmt {
  const init = field(node, "initializer");
  const alternative = field(node, "alternative");
  return {
    kind: "IfStmt",
    span: spanOf(node),
    init: init && reader.statement(init),
    cond: reader.expression(required(node, "condition")),
    body: bodyWithErrors(reader, node, required(node, "consequence")),
    else: alternative && elseBranch(reader, alternative),
  };
}

function elseBranch(reader: Reader, node: RawNode): BlockStmt | IfStmt {
  const branchNode = reader.statement(node);
  if (branchNode.kind === "IfStmt" || branchNode.kind === "BlockStmt") return branchNode;
  return { kind: "BlockStmt", span: spanOf(node), list: [branchNode], multiline: true };
}

function forStmt(reader: Reader, node: RawNode): ForStmt | RangeStmt {
  const bodyNode = required(node, "body");
  const header = node.children.find((child) => child.named && child !== bodyNode && child.type !== "ERROR");
  if (header?.cut) throw new Unreadable("nested too deeply");
  const isClause = header?.type === "for_clause";
  if (header && (isClause || header.type === "range_clause") && errorsIn(header).length > 0)
    throw new Unreadable("header");
  if (header?.type === "range_clause") return rangeStmt(reader, node, header, bodyNode);
  const init = isClause ? field(header, "initializer") : undefined;
  const cond = isClause ? field(header, "condition") : header;
  const post = isClause ? field(header, "update") : undefined;
  return {
    kind: "ForStmt",
    span: spanOf(node),
    init: init && reader.statement(init),
    cond: optionalExpr(reader, cond),
    post: post && reader.statement(post),
    body: bodyWithErrors(reader, node, bodyNode),
  };
}

function rangeStmt(reader: Reader, node: RawNode, header: RawNode, body: RawNode): RangeStmt {
  const [key, value, ...others] = expressionList(reader, field(header, "left"));
  if (others.length > 0) throw new Unreadable("range over three variables");
  return {
    kind: "RangeStmt",
    span: spanOf(node),
    key,
    value,
    tok: key === undefined ? undefined : token(header, ":=") ? ":=" : "=",
    x: reader.expression(required(header, "right")),
    body: bodyWithErrors(reader, node, body),
  };
}

function switchStmt(reader: Reader, node: RawNode): SwitchStmt {
  const init = field(node, "initializer");
  const read = {
    kind: "SwitchStmt" as const,
    span: spanOf(node),
    init: init && reader.statement(init),
    tag: optionalExpr(reader, field(node, "value")),
  };
  return { ...read, ...caseClauses(reader, node) };
}

function typeSwitchStmt(reader: Reader, node: RawNode): TypeSwitchStmt {
  const init = field(node, "initializer");
  const alias = field(node, "alias");
  const value = required(node, "value");
  const end = token(node, ")")?.end ?? value.end;
  const initial = init && reader.statement(init);
  const guard: Expr = { kind: "TypeAssertExpr", span: { start: value.start, end }, x: reader.expression(value) };
  const assign: AssignStmt | ExprStmt = alias
    ? {
        kind: "AssignStmt",
        span: { start: alias.start, end },
        lhs: expressionList(reader, alias),
        tok: ":=",
        rhs: [guard],
      }
    : { kind: "ExprStmt", span: guard.span, x: guard };
  return { kind: "TypeSwitchStmt", span: spanOf(node), init: initial, assign, ...caseClauses(reader, node) };
}

function caseClauses(reader: Reader, node: RawNode): Pick<SwitchStmt, "clauses" | "inner"> {
  return readClauses(reader, node, (item, end): CaseClause => {
    if (item.type === "ERROR" || item.cut || errorsIn(item).length > 0) {
      return { kind: "CaseClause", span: spanOf(item), list: [badExpr(reader, item)], body: [] };
    }
    const list = item.type === "default_case" ? undefined : caseList(reader, item);
    return { kind: "CaseClause", span: spanOf(item), list, ...clauseBody(reader, item, end) };
  });
}

function caseList(reader: Reader, node: RawNode): Expr[] {
  if (node.type === "expression_case") return expressionList(reader, required(node, "value"));
  return fields(node, "type").map((type) => reader.expression(type));
}

function selectStmt(reader: Reader, node: RawNode): SelectStmt {
  const read = readClauses(reader, node, (item, end): CommClause => {
    if (item.type === "ERROR" || item.cut || errorsIn(item).length > 0) {
      return { kind: "CommClause", span: spanOf(item), comm: badStmt(reader, item), body: [] };
    }
    const communication = field(item, "communication");
    const comm = communication && reader.statement(communication);
    const known =
      comm?.kind === "SendStmt" || comm?.kind === "ExprStmt" || comm?.kind === "AssignStmt" || comm?.kind === "BadStmt";
    if (comm && !known) throw new Unreadable("communication");
    return { kind: "CommClause", span: spanOf(item), comm, ...clauseBody(reader, item, end) };
  });
  return { kind: "SelectStmt", span: spanOf(node), ...read };
}

/** A clause's body and the comments in it; `trailing` is the comment behind the colon, `inner` those behind the last statement. */
function clauseBody(reader: Reader, node: RawNode, end: number): Pick<CaseClause, "body" | "trailing" | "inner"> {
  const start = token(node, ":")?.end ?? node.end;
  const trailing = reader.comments.takeTrailing(start, /^[ \t]*$/);
  const list = readList(reader, statementNodes(node), { start, end }, (item) => reader.statement(item));
  return { body: list.items, ...(trailing && { trailing }), ...innerOf(list) };
}

/** Reads the clauses of a switch or select. Comments between two belong to the first if they are indented further than its keyword. */
function readClauses<Clause extends CaseClause | CommClause>(
  reader: Reader,
  node: RawNode,
  read: (item: RawNode, end: number) => Clause,
): { clauses: Clause[]; inner?: readonly NonNullable<Clause["inner"]>[number][] } {
  const brace = token(node, "{");
  if (brace === undefined) throw new Unreadable("no clauses");
  const items = node.children.filter((child) => child.named && child.start >= brace.end);
  const stray = errorsIn(node).filter((error) => error.start < brace.start);
  const clauses: Clause[] = [];
  const decoration = decorateList(reader.comments, items, brace.end, node.end, (item, index) => {
    const next = items[index + 1]?.start ?? node.end - 1;
    const clause = read(item, reader.comments.firstOutdented(item.end, next, reader.comments.column(item.start)));
    clauses.push(clause);
    return (clause.inner?.at(-1) ?? clause.trailing)?.span?.end;
  });
  const decoratedClauses = clauses.map((clause, index) => decorated(clause, decoration.items[index] ?? {}));
  return { clauses: [...stray.map((error) => read(error, error.end)), ...decoratedClauses], ...innerOf(decoration) };
}
