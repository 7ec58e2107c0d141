import type { Origin } from "../base/origin.ts";
import { anySlot, commaSeparated, inlineWithComments, onLines, type Printer } from "./print-context.ts";
import { expressionPrinters, needsParentheses } from "./print-expressions.ts";
import { PrintOutput, type PrintedToken } from "./print-output.ts";
import { printBlock, printStatements, statementPrinters } from "./print-statements.ts";
import { needsTrailingComma, printParams, printSignature, typePrinters } from "./print-types.ts";
import type { Decl, Expr, File, FuncDecl, GenDecl, PackageClause, Spec, Stmt } from "./tree.ts";

/** A range of printed text and the origin of the node that it was printed for. */
export interface MappedRange {
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
}

/** Printed text, not yet formatted. */
export interface Printed {
  readonly text: string;
  /** All tokens, comments too, in order. */
  readonly tokens: readonly PrintedToken[];
  /** The tokens that have an origin, in order. */
  readonly mapping: readonly MappedRange[];
}

type AnyPrinter = (printer: Printer, node: unknown) => void;
const exprPrinters = { ...expressionPrinters, ...typePrinters } as unknown as Readonly<
  Record<Expr["kind"], AnyPrinter>
>;
const stmtPrinters = statementPrinters as unknown as Readonly<Record<Stmt["kind"], AnyPrinter>>;

/** `measuring`: only the width on one line is wanted, so that no width is asked for within, which would take exponential time. */
function makePrinter(out: PrintOutput, measuring = false): Printer {
  let inHeader = false;
  const inState = (state: boolean, print: () => void): void => {
    const outer = inHeader;
    inHeader = state;
    print();
    inHeader = outer;
  };
  const printer: Printer = {
    out,
    expr: (expr, slot = anySlot) => {
      if (expr.leading === undefined && expr.trailing === undefined) printer.bareExpr(expr, slot);
      else
        inlineWithComments(printer, { leading: expr.leading, trailing: expr.trailing }, () =>
          printer.bareExpr(expr, slot),
        );
    },
    bareExpr: (expr, slot = anySlot) => {
      out.within(expr.origin, () => {
        const parentheses = needsParentheses(expr, slot, inHeader);
        if (parentheses) out.token("(");
        inState(inHeader && !parentheses, () => exprPrinters[expr.kind](printer, expr));
        if (parentheses) out.token(")");
      });
    },
    header: (print) => inState(true, print),
    bracketed: (print) => inState(false, print),
    measure: (expr) => {
      if (measuring) return "";
      const scratch = new PrintOutput();
      makePrinter(scratch, true).bareExpr(expr);
      return scratch.text;
    },
    stmt: (stmt) => out.within(stmt.origin, () => stmtPrinters[stmt.kind](printer, stmt)),
    block: (block, inline = "never") => inState(false, () => printBlock(printer, block, inline)),
    params: (list, open, trailingComma) =>
      out.within(list.origin, () => printParams(printer, list, open, trailingComma)),
    signature: (type) => printSignature(printer, type),
    genDecl: (decl) => out.within(decl.origin, () => printGenDecl(printer, decl)),
  };
  return printer;
}

function printGenDecl(printer: Printer, decl: GenDecl): void {
  const { out } = printer;
  out.token(decl.tok);
  out.space();
  const [first, ...others] = decl.specs;
  if (!decl.parenthesized && first && others.length === 0 && !first.leading) {
    printSpec(printer, first);
    out.trailingComment(first.trailing);
    return;
  }
  out.token("(");
  if (decl.specs.length > 0 || decl.inner?.length)
    onLines(printer, decl.specs, decl.inner, "", (spec) => printSpec(printer, spec));
  out.token(")");
}

function printSpec(printer: Printer, spec: Spec): void {
  const { out } = printer;
  out.within(spec.origin, () => {
    if (spec.kind === "ImportSpec") {
      if (spec.name) printer.expr(spec.name);
      if (spec.name) out.space();
      printer.expr(spec.path);
    } else if (spec.kind === "TypeSpec") {
      printer.expr(spec.name);
      if (spec.typeParams && spec.typeParams.list.length > 0)
        printer.params(spec.typeParams, "[", needsTrailingComma(spec.typeParams));
      out.space();
      if (spec.assign) out.token("=");
      if (spec.assign) out.space();
      printer.expr(spec.type);
    } else {
      commaSeparated(printer, spec.names, (name) => printer.expr(name));
      out.space();
      if (spec.type) printer.expr(spec.type);
      if (spec.values.length === 0) return;
      out.space();
      out.token("=");
      out.space();
      commaSeparated(printer, spec.values, (value) => printer.expr(value));
    }
  });
}

function printFuncDecl(printer: Printer, decl: FuncDecl): void {
  const { out } = printer;
  out.token("func");
  out.space();
  if (decl.recv) {
    printer.params(decl.recv, "(");
    out.space();
  }
  printer.expr(decl.name);
  printer.signature(decl.type);
  if (decl.body === undefined) return;
  out.space();
  printer.block(decl.body, "if-written");
}

function printDecl(printer: Printer, decl: Decl | PackageClause): void {
  const { out } = printer;
  out.within(decl.origin, () => {
    switch (decl.kind) {
      case "BadDecl":
        return out.token(decl.text);
      case "GenDecl":
        return printGenDecl(printer, decl);
      case "FuncDecl":
        return printFuncDecl(printer, decl);
      case "TopLevelStatements":
        return printStatements(printer, decl.list, decl.inner, false);
      case "PackageClause":
        out.token("package");
        out.space();
        return printer.expr(decl.name);
    }
  });
}

/** Whether a blank line parts two declarations even if the tree does not ask for one. */
function partedFrom(previous: Decl | PackageClause, decl: Decl | PackageClause): boolean {
  if (previous.kind === "TopLevelStatements" || decl.kind === "TopLevelStatements") return false;
  if (isOneLiner(previous) && isOneLiner(decl)) return false;
  return previous.kind !== "GenDecl" || decl.kind !== "GenDecl" || previous.tok !== decl.tok || decl.parenthesized;
}

/** Whether the tree asks for a function on one line; such ones may stand together. */
function isOneLiner(decl: Decl | PackageClause): boolean {
  return decl.kind === "FuncDecl" && decl.body?.multiline === false;
}

/** What can be printed alone. */
export type Printable = Decl | PackageClause | Stmt | Expr;

const declKinds: ReadonlySet<string> = new Set([
  "BadDecl",
  "GenDecl",
  "FuncDecl",
  "TopLevelStatements",
  "PackageClause",
]);

function isDecl(node: Printable): node is Decl | PackageClause {
  return declKinds.has(node.kind);
}

function isStmt(node: Printable): node is Stmt {
  return node.kind in statementPrinters;
}

function printAll(printer: Printer, nodes: readonly Printable[]): void {
  const { out } = printer;
  nodes.forEach((node, index) => {
    const previous = nodes[index - 1];
    out.line();
    const apart = previous !== undefined && isDecl(node) && isDecl(previous) && partedFrom(previous, node);
    if (node.blankBefore || apart) out.blankLine();
    out.commentLines(node.leading);
    if (isDecl(node)) printDecl(printer, node);
    else if (isStmt(node)) printer.stmt(node);
    else printer.bareExpr(node);
    out.trailingComment(node.trailing);
  });
  out.line();
}

function finish(out: PrintOutput): Printed {
  const text = out.text;
  const mapping = out.tokens.flatMap(({ start, end, origin }) => (origin ? [{ start, end, origin }] : []));
  return { text: text === "" ? "" : `${text}\n`, tokens: out.tokens, mapping };
}

/** Prints a file. The text is Go, near to what gofmt makes of it. Bad nodes are printed as they were. */
export function printFile(file: File): Printed {
  const out = new PrintOutput();
  const printer = makePrinter(out);
  out.within(file.origin, () => {
    out.commentLines(file.leading);
    printAll(printer, file.package ? [file.package, ...file.decls] : file.decls);
    out.commentLines(file.inner);
  });
  return finish(out);
}

/** Prints declarations, statements or expressions alone, each on lines of its own. */
export function printNodes(nodes: readonly Printable[]): Printed {
  const out = new PrintOutput();
  printAll(makePrinter(out), nodes);
  return finish(out);
}
