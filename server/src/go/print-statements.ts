import type { Comment } from "../base/syntax-node.ts";
import { commaSeparated, type Printer } from "./print-context.ts";
import type { BlockStmt, CaseClause, CommClause, Expr, IfStmt, NodeOf, Stmt } from "./tree.ts";

export type StmtPrinter<Kind extends Stmt["kind"]> = (printer: Printer, stmt: NodeOf<Kind>) => void;

/** The longest body, in characters, of a function literal that is put on one line when the tree does not say. */
const widestInlineBody = 60;

function list(printer: Printer, exprs: readonly Expr[]): void {
  commaSeparated(printer, exprs, (expr) => printer.expr(expr));
}

function keyword(printer: Printer, word: string): void {
  printer.out.token(word);
  printer.out.space();
}

function infix(printer: Printer, operator: string): void {
  printer.out.space();
  printer.out.token(operator);
  printer.out.space();
}

/** The printers of statements; comments around a statement are printed by its list. */
export const statementPrinters: { readonly [Kind in Stmt["kind"]]: StmtPrinter<Kind> } = {
  BadStmt: (printer, stmt) => printer.out.token(stmt.text),
  DeclStmt: (printer, stmt) => printer.genDecl(stmt.decl),
  EmptyStmt: (printer, stmt) => {
    if (!stmt.implicit) printer.out.token(";");
  },
  LabeledStmt: (printer, stmt) => {
    printer.expr(stmt.label);
    printer.out.token(":");
    if (stmt.stmt.kind === "EmptyStmt") return printer.stmt(stmt.stmt);
    printer.out.line();
    printer.out.commentLines(stmt.stmt.leading);
    printer.stmt(stmt.stmt);
    printer.out.trailingComment(stmt.stmt.trailing);
  },
  ExprStmt: (printer, stmt) => printer.expr(stmt.x),
  SendStmt: (printer, stmt) => {
    printer.expr(stmt.chan);
    infix(printer, "<-");
    printer.expr(stmt.value);
  },
  IncDecStmt: (printer, stmt) => {
    printer.expr(stmt.x);
    printer.out.token(stmt.tok);
  },
  AssignStmt: (printer, stmt) => {
    list(printer, stmt.lhs);
    infix(printer, stmt.tok);
    list(printer, stmt.rhs);
  },
  GoStmt: (printer, stmt) => {
    keyword(printer, "go");
    printer.expr(stmt.call);
  },
  DeferStmt: (printer, stmt) => {
    keyword(printer, "defer");
    printer.expr(stmt.call);
  },
  ReturnStmt: (printer, stmt) => {
    printer.out.token("return");
    printer.out.space();
    list(printer, stmt.results);
  },
  BranchStmt: (printer, stmt) => {
    printer.out.token(stmt.tok);
    if (stmt.label === undefined) return;
    printer.out.space();
    printer.expr(stmt.label);
  },
  BlockStmt: (printer, stmt) => printBlock(printer, { ...stmt, leading: undefined, trailing: undefined }, "never"),
  IfStmt: (printer, stmt) => ifStmt(printer, stmt),
  SwitchStmt: (printer, stmt) => {
    keyword(printer, "switch");
    const { tag } = stmt;
    clausesHeader(printer, stmt.init, () => tag && printer.expr(tag));
    clauses(printer, stmt.clauses, stmt.inner, caseHead);
  },
  TypeSwitchStmt: (printer, stmt) => {
    keyword(printer, "switch");
    clausesHeader(printer, stmt.init, () => printer.stmt(stmt.assign));
    clauses(printer, stmt.clauses, stmt.inner, caseHead);
  },
  SelectStmt: (printer, stmt) => {
    keyword(printer, "select");
    clauses(printer, stmt.clauses, stmt.inner, commHead);
  },
  ForStmt: (printer, stmt) => {
    keyword(printer, "for");
    const { init, cond, post } = stmt;
    printer.header(() => {
      if (init || post) {
        if (init) printer.stmt(init);
        keyword(printer, ";");
        if (cond) printer.expr(cond);
        keyword(printer, ";");
        if (post) printer.stmt(post);
      } else if (cond) printer.expr(cond);
    });
    printer.out.space();
    printer.block(stmt.body);
  },
  RangeStmt: (printer, stmt) => {
    keyword(printer, "for");
    const { key, value } = stmt;
    printer.header(() => {
      if (key) printer.expr(key);
      else if (value) printer.out.token("_");
      if (value) {
        keyword(printer, ",");
        printer.expr(value);
      }
      if (key ?? value) infix(printer, stmt.tok ?? ":=");
      keyword(printer, "range");
      printer.expr(stmt.x);
    });
    printer.out.space();
    printer.block(stmt.body);
  },
};

function ifStmt(printer: Printer, stmt: IfStmt): void {
  keyword(printer, "if");
  const { init } = stmt;
  printer.header(() => {
    if (init) {
      printer.stmt(init);
      keyword(printer, ";");
    }
    printer.expr(stmt.cond);
  });
  printer.out.space();
  printer.block(stmt.body);
  if (stmt.else === undefined) return;
  infix(printer, "else");
  // A comment cannot stand between `else` and what follows, so that of an `else if` moves into its body.
  const branch = stmt.else;
  if (branch.kind === "BlockStmt") return printer.block(branch);
  printer.stmt({
    ...branch,
    body: withLeading(branch.body, branch.leading, branch.trailing),
    leading: undefined,
    trailing: undefined,
  });
}

function withLeading(
  body: BlockStmt,
  leading: readonly Comment[] | undefined,
  trailing: Comment | undefined,
): BlockStmt {
  const before = [...(leading ?? []), ...(body.leading ?? [])];
  const after = [...(trailing ? [trailing] : []), ...(body.inner ?? [])];
  return { ...body, leading: before.length > 0 ? before : undefined, inner: after.length > 0 ? after : undefined };
}

function clausesHeader(printer: Printer, init: Stmt | undefined, subject: () => void): void {
  printer.header(() => {
    if (init) {
      printer.stmt(init);
      keyword(printer, ";");
    }
    subject();
  });
  printer.out.space();
}

function clauses<Clause extends CaseClause | CommClause>(
  printer: Printer,
  items: readonly Clause[],
  inner: readonly Comment[] | undefined,
  head: (printer: Printer, clause: Clause) => void,
): void {
  const { out } = printer;
  out.token("{");
  items.forEach((clause, index) => {
    out.line();
    if (clause.blankBefore && index > 0) out.blankLine();
    out.commentLines(clause.leading);
    out.within(clause.origin, () => {
      head(printer, clause);
      out.token(":");
      out.trailingComment(clause.trailing);
      printStatements(printer, clause.body, clause.inner);
    });
    out.line();
  });
  out.line();
  out.commentLines(inner);
  out.line();
  out.token("}");
}

function caseHead(printer: Printer, clause: CaseClause): void {
  if (clause.list === undefined) return printer.out.token("default");
  keyword(printer, "case");
  list(printer, clause.list);
}

function commHead(printer: Printer, clause: CommClause): void {
  if (clause.comm === undefined) return printer.out.token("default");
  keyword(printer, "case");
  printer.stmt(clause.comm);
}

/** Prints statements on lines of their own, indented, with their comments; `inner` are the comments behind the last. */
export function printStatements(
  printer: Printer,
  items: readonly Stmt[],
  inner: readonly Comment[] | undefined,
  indent = true,
): void {
  const { out } = printer;
  const print = (): void => {
    items.forEach((stmt, index) => {
      out.line();
      if (stmt.blankBefore && index > 0) out.blankLine();
      out.commentLines(stmt.leading);
      printer.stmt(stmt);
      const labelsNothing = stmt.kind === "LabeledStmt" && stmt.stmt.kind === "EmptyStmt" && stmt.stmt.implicit;
      if (labelsNothing && index < items.length - 1) out.token(";");
      out.trailingComment(stmt.trailing);
      out.line();
    });
    if (inner === undefined || inner.length === 0) return;
    out.line();
    if (inner[0]?.blankBefore) out.blankLine();
    out.commentLines(inner);
  };
  if (indent) out.indented(print);
  else print();
}

const inlineKinds: ReadonlySet<Stmt["kind"]> = new Set([
  "ExprStmt",
  "SendStmt",
  "IncDecStmt",
  "AssignStmt",
  "ReturnStmt",
  "GoStmt",
  "BranchStmt",
]);

function hasComments(block: BlockStmt): boolean {
  const around = (block.leading?.length ?? 0) + (block.inner?.length ?? 0) > 0 || block.trailing !== undefined;
  return around || block.list.some((stmt) => stmt.leading !== undefined || stmt.trailing !== undefined);
}

function goesInline(printer: Printer, block: BlockStmt, inline: "never" | "if-written" | "if-short"): boolean {
  if (inline === "never" || hasComments(block) || !block.list.every((stmt) => inlineKinds.has(stmt.kind))) return false;
  if (block.multiline !== undefined) return !block.multiline;
  const [only, ...others] = block.list;
  if (inline !== "if-short" || others.length > 0 || only?.kind !== "ReturnStmt") return false;
  const text = only.results.map((result) => printer.measure(result)).join(", ");
  return text.length <= widestInlineBody && !text.includes("\n");
}

/** Prints a block with its braces and all of its comments. */
export function printBlock(printer: Printer, block: BlockStmt, inline: "never" | "if-written" | "if-short"): void {
  const { out } = printer;
  out.within(block.origin, () => {
    out.token("{");
    if (goesInline(printer, block, inline)) {
      block.list.forEach((stmt, index) => {
        if (index > 0) out.token(";");
        out.space();
        printer.stmt(stmt);
      });
      if (block.list.length > 0) out.space();
      out.token("}");
      return;
    }
    const behind = [...(block.inner ?? []), ...(block.trailing ? [block.trailing] : [])];
    if (block.leading) {
      out.indented(() => {
        out.line();
        out.commentLines(block.leading);
      });
    }
    printStatements(printer, block.list, behind);
    if (block.list.length > 0 || behind.length > 0 || block.leading) out.line();
    out.token("}");
  });
}
