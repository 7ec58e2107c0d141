import type { Decorated } from "../base/syntax-node.ts";
import type { PrintOutput } from "./print-output.ts";
import type { BlockStmt, Expr, FieldList, FuncType, GenDecl, Stmt } from "./tree.ts";

/** How tightly the place binds in which an expression stands; see `precedenceOf`. */
export type Slot = number;

/** Any expression may stand here. */
export const anySlot: Slot = 0;
/** The operand of a unary operator. */
export const unarySlot: Slot = 6;
/** What is selected from, indexed, called or asserted. */
export const primarySlot: Slot = 7;

/** What the printers of single node kinds share. They call each other through it, so that their modules need not import each other. */
export interface Printer {
  readonly out: PrintOutput;
  /** Prints an expression with its comments, in parentheses where the slot needs them. */
  expr(expr: Expr, slot?: Slot): void;
  /** As `expr`, but leaves the comments of the expression itself to the caller. */
  bareExpr(expr: Expr, slot?: Slot): void;
  /** Prints an expression of an `if`, `for` or `switch` header, where a composite literal needs parentheses. */
  header(print: () => void): void;
  /** Prints what stands in brackets, where the rules of a header do not hold. */
  bracketed(print: () => void): void;
  /** The text of an expression on one line, as far as it goes on one. */
  measure(expr: Expr): string;
  stmt(stmt: Stmt): void;
  /** Prints the body of a statement or function. `inline`: a short one may stand on one line. */
  block(block: BlockStmt, inline?: "never" | "if-written" | "if-short"): void;
  /** Prints parameters or type parameters with the given brackets. */
  params(list: FieldList, open: "(" | "[", trailingComma?: boolean): void;
  /** Prints type parameters, parameters and results, without `func`. */
  signature(type: FuncType): void;
  genDecl(decl: GenDecl): void;
}

/** Prints items apart by commas, on one line. */
export function commaSeparated<Item>(printer: Printer, items: readonly Item[], print: (item: Item) => void): void {
  items.forEach((item, index) => {
    if (index > 0) {
      printer.out.token(",");
      printer.out.space();
    }
    print(item);
  });
}

/** Whether the comments of the items need lines of their own. */
export function needsLines(items: readonly Decorated[], inner: Decorated["inner"]): boolean {
  if (inner !== undefined && inner.length > 0) return true;
  return items.some(
    (item) =>
      item.leading?.some((comment) => !comment.block || comment.text.includes("\n")) ||
      (item.trailing && !item.trailing.block),
  );
}

/** Prints items on lines of their own, each with its comments; `end` comes behind each. */
export function onLines<Item extends Decorated>(
  printer: Printer,
  items: readonly Item[],
  inner: Decorated["inner"],
  end: string,
  print: (item: Item) => void,
): void {
  const { out } = printer;
  out.indented(() => {
    items.forEach((item, index) => {
      out.line();
      if (item.blankBefore && index > 0) out.blankLine();
      out.commentLines(item.leading);
      print(item);
      out.token(end);
      out.trailingComment(item.trailing);
    });
    if (inner && inner.length > 0) {
      out.line();
      if (inner[0]?.blankBefore) out.blankLine();
      out.commentLines(inner);
    }
  });
  out.line();
}

/** Prints an item amid a line with its comments as blocks. */
export function inlineWithComments(printer: Printer, item: Decorated, print: () => void): void {
  for (const comment of item.leading ?? []) {
    printer.out.inlineComment(comment);
    printer.out.space();
  }
  print();
  if (item.trailing === undefined) return;
  printer.out.space();
  printer.out.inlineComment(item.trailing);
}
