import {
  anySlot,
  commaSeparated,
  inlineWithComments,
  needsLines,
  onLines,
  primarySlot,
  unarySlot,
  type Printer,
  type Slot,
} from "./print-context.ts";
import type { BinaryExpr, BinaryOperator, CallExpr, CompositeLit, Expr, FuncLit, NodeOf } from "./tree.ts";

const binaryPrecedence: Readonly<Record<BinaryOperator, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "|": 4,
  "^": 4,
  "*": 5,
  "/": 5,
  "%": 5,
  "<<": 5,
  ">>": 5,
  "&": 5,
  "&^": 5,
};

/** How tightly an expression binds: 1 to 5 for binary operators, 6 for unary ones and types that read on, 7 for all others. */
export function precedenceOf(expr: Expr): Slot {
  switch (expr.kind) {
    case "BinaryExpr":
      return binaryPrecedence[expr.op];
    case "UnaryExpr":
    case "StarExpr":
    case "ChanType":
    case "FuncType":
      return unarySlot;
    default:
      return primarySlot;
  }
}

/** Pairs of unary operators that would be read as one token. */
const joined: ReadonlySet<string> = new Set(["++", "--", "&&", "&^"]);

/** The longest literal or call, in characters, that is left on one line when the tree does not say. */
const widestLiteral = 80;
const widestCall = 110;
/** The longest condition that is left on one line. */
const widestCondition = 110;

export type ExprPrinter<Kind extends Expr["kind"]> = (printer: Printer, expr: NodeOf<Kind>) => void;

/** The printers of expressions that are no types. */
export const expressionPrinters: { readonly [Kind in Exclude<Expr["kind"], TypeKind>]: ExprPrinter<Kind> } = {
  BadExpr: (printer, expr) => printer.out.token(expr.text),
  Ident: (printer, expr) => printer.out.token(expr.name),
  BasicLit: (printer, expr) => printer.out.token(expr.raw),
  FuncLit: (printer, expr) => {
    printer.out.token("func");
    printer.signature(expr.type);
    printer.out.space();
    printer.bracketed(() => printer.block(expr.body, "if-short"));
  },
  CompositeLit: compositeLit,
  ParenExpr: (printer, expr) => parenthesized(printer, () => printer.expr(expr.x)),
  SelectorExpr: (printer, expr) => {
    printer.expr(expr.x, primarySlot);
    printer.out.token(".");
    printer.expr(expr.sel);
  },
  IndexExpr: (printer, expr) => {
    printer.expr(expr.x, primarySlot);
    inBrackets(printer, () => printer.expr(expr.index));
  },
  IndexListExpr: (printer, expr) => {
    printer.expr(expr.x, primarySlot);
    inBrackets(printer, () => commaSeparated(printer, expr.indices, (index) => printer.expr(index)));
  },
  SliceExpr: (printer, expr) => {
    printer.expr(expr.x, primarySlot);
    inBrackets(printer, () => {
      if (expr.low) printer.expr(expr.low);
      printer.out.token(":");
      if (expr.high) printer.expr(expr.high);
      if (expr.max === undefined) return;
      printer.out.token(":");
      printer.expr(expr.max);
    });
  },
  TypeAssertExpr: (printer, expr) => {
    printer.expr(expr.x, primarySlot);
    printer.out.token(".");
    const { type } = expr;
    parenthesized(printer, () => (type ? printer.expr(type) : printer.out.token("type")));
  },
  CallExpr: callExpr,
  UnaryExpr: (printer, expr) => {
    printer.out.token(expr.op);
    const joins = expr.x.kind === "UnaryExpr" && joined.has(expr.op + expr.x.op);
    printer.expr(expr.x, joins ? primarySlot : unarySlot);
  },
  BinaryExpr: binaryExpr,
  KeyValueExpr: (printer, expr) => {
    printer.expr(expr.key);
    printer.out.token(":");
    printer.out.space();
    printer.expr(expr.value);
  },
};

export type TypeKind =
  "Ellipsis" | "StarExpr" | "ArrayType" | "StructType" | "FuncType" | "InterfaceType" | "MapType" | "ChanType";

export function parenthesized(printer: Printer, print: () => void): void {
  printer.out.token("(");
  printer.bracketed(print);
  printer.out.token(")");
}

function inBrackets(printer: Printer, print: () => void): void {
  printer.out.token("[");
  printer.bracketed(print);
  printer.out.token("]");
}

/** A long condition is broken behind `&&` and `||`. */
function binaryExpr(printer: Printer, expr: BinaryExpr): void {
  const precedence = binaryPrecedence[expr.op];
  const breaks = (expr.op === "&&" || expr.op === "||") && printer.measure(expr).length > widestCondition;
  printer.expr(expr.x, precedence);
  printer.out.space();
  printer.out.token(expr.op);
  if (breaks) {
    printer.out.indented(() => {
      printer.out.line();
      printer.expr(expr.y, precedence + 1);
    });
  } else {
    printer.out.space();
    printer.expr(expr.y, precedence + 1);
  }
}

function compositeLit(printer: Printer, expr: CompositeLit): void {
  if (expr.type) printer.expr(expr.type, primarySlot);
  printer.out.token("{");
  printer.bracketed(() => {
    const lines =
      needsLines(expr.elts, expr.inner) ||
      (expr.multiline ?? printer.measure({ ...expr, multiline: false }).length > widestLiteral);
    if (lines && (expr.elts.length > 0 || expr.inner?.length)) {
      onLines(printer, expr.elts, expr.inner, ",", (element) => printer.bareExpr(element));
    } else commaSeparated(printer, expr.elts, (element) => printer.expr(element));
  });
  printer.out.token("}");
}

function callExpr(printer: Printer, expr: CallExpr): void {
  printer.expr(expr.fun, primarySlot);
  printer.out.token("(");
  printer.bracketed(() => {
    const lines = needsLines(expr.args, expr.inner) || (expr.multiline ?? breaks(printer, expr));
    const last = expr.args.at(-1);
    const print = (argument: Expr, bare: boolean): void => {
      const dots = expr.ellipsis && argument === last;
      const inside = (): void => {
        printer.bareExpr(argument);
        if (dots) printer.out.token("...");
      };
      if (bare) inside();
      else inlineWithComments(printer, argument, inside);
    };
    if (lines && (last !== undefined || expr.inner?.length))
      onLines(printer, expr.args, expr.inner, ",", (argument) => print(argument, true));
    else commaSeparated(printer, expr.args, (argument) => print(argument, false));
  });
  printer.out.token(")");
}

/** Whether a call whose layout is not given is broken into lines: it is long, and no argument goes over several lines of itself. */
function breaks(printer: Printer, expr: CallExpr): boolean {
  if (expr.args.length < 2 || expr.args.some((argument) => argument.kind === "FuncLit")) return false;
  const text = printer.measure({ ...expr, multiline: false });
  return text.length > widestCall && !text.includes("\n");
}

/** Whether the type of a composite literal is only a name, so that a header would take its brace for the body's. */
export function isTypeName(expr: CompositeLit | FuncLit): boolean {
  if (expr.kind !== "CompositeLit" || expr.type === undefined) return false;
  const { kind } = expr.type;
  return (
    kind === "Ident" ||
    kind === "SelectorExpr" ||
    kind === "IndexExpr" ||
    kind === "IndexListExpr" ||
    kind === "BadExpr"
  );
}

/** Whether an expression needs parentheses in the slot. `inHeader`: it stands unbracketed in the header of a statement. */
export function needsParentheses(expr: Expr, slot: Slot, inHeader: boolean): boolean {
  if (slot !== anySlot && precedenceOf(expr) < slot) return true;
  return inHeader && expr.kind === "CompositeLit" && isTypeName(expr);
}
