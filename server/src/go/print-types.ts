import { commaSeparated, inlineWithComments, needsLines, onLines, unarySlot, type Printer } from "./print-context.ts";
import type { ExprPrinter, TypeKind } from "./print-expressions.ts";
import type { Expr, Field, FieldList, FuncType } from "./tree.ts";

/** The printers of types. */
export const typePrinters: { readonly [Kind in TypeKind]: ExprPrinter<Kind> } = {
  Ellipsis: (printer, expr) => {
    printer.out.token("...");
    if (expr.elt) printer.expr(expr.elt);
  },
  StarExpr: (printer, expr) => {
    printer.out.token("*");
    printer.expr(expr.x, unarySlot);
  },
  ArrayType: (printer, expr) => {
    const { len } = expr;
    printer.out.token("[");
    if (len) printer.bracketed(() => printer.expr(len));
    printer.out.token("]");
    printer.expr(expr.elt);
  },
  StructType: (printer, expr) => {
    printer.out.token("struct");
    fieldLines(printer, expr.fields, expr.fields.multiline ?? true, structField);
  },
  FuncType: (printer, expr) => {
    printer.out.token("func");
    printer.signature(expr);
  },
  InterfaceType: (printer, expr) => {
    printer.out.token("interface");
    fieldLines(
      printer,
      expr.methods,
      expr.methods.multiline ?? expr.methods.list.some((field) => field.names.length > 0),
      interfaceElement,
    );
  },
  MapType: (printer, expr) => {
    printer.out.token("map");
    printer.out.token("[");
    printer.bracketed(() => printer.expr(expr.key));
    printer.out.token("]");
    printer.expr(expr.value);
  },
  ChanType: (printer, expr) => {
    if (expr.dir === "receive") printer.out.token("<-");
    printer.out.token("chan");
    if (expr.dir === "send") printer.out.token("<-");
    printer.out.space();
    const ambiguous = expr.value.kind === "ChanType" && expr.value.dir === "receive";
    printer.expr(ambiguous ? { kind: "ParenExpr", span: expr.value.span, x: expr.value } : expr.value);
  },
};

/** The fields of a struct or the elements of an interface, with braces. */
function fieldLines(
  printer: Printer,
  fields: FieldList,
  multiline: boolean,
  print: (printer: Printer, field: Field) => void,
): void {
  const { out } = printer;
  if (fields.list.length === 0 && !fields.inner?.length) {
    out.token("{");
    out.token("}");
    return;
  }
  if (multiline || needsLines(fields.list, fields.inner)) {
    out.space();
    out.token("{");
    printer.bracketed(() => onLines(printer, fields.list, fields.inner, "", (field) => print(printer, field)));
    out.token("}");
    return;
  }
  out.token("{");
  out.space();
  printer.bracketed(() => {
    fields.list.forEach((field, index) => {
      if (index > 0) {
        out.token(";");
        out.space();
      }
      inlineWithComments(printer, field, () => print(printer, field));
    });
  });
  out.space();
  out.token("}");
}

/** A method, which has a name, or an embedded element. */
function interfaceElement(printer: Printer, field: Field): void {
  const { type } = field;
  const [name] = field.names;
  printer.out.within(field.origin, () => {
    if (name === undefined || type.kind !== "FuncType") return printer.expr(type);
    printer.expr(name);
    printer.signature(type);
  });
}

function structField(printer: Printer, field: Field): void {
  printer.out.within(field.origin, () => {
    commaSeparated(printer, field.names, (name) => printer.expr(name));
    if (field.names.length > 0) printer.out.space();
    printer.expr(field.type);
    if (field.tag === undefined) return;
    printer.out.space();
    printer.expr(field.tag);
  });
}

/** Prints a list of parameters of any kind with its brackets. */
export function printParams(printer: Printer, list: FieldList, open: "(" | "[", trailingComma = false): void {
  const { out } = printer;
  out.token(open);
  printer.bracketed(() => {
    const lines = (list.multiline && list.list.length > 0) || needsLines(list.list, list.inner);
    if (lines) onLines(printer, list.list, list.inner, ",", (field) => param(printer, field));
    else {
      commaSeparated(printer, list.list, (field) => inlineWithComments(printer, field, () => param(printer, field)));
      if (trailingComma) out.token(",");
    }
  });
  out.token(open === "(" ? ")" : "]");
}

function param(printer: Printer, field: Field): void {
  printer.out.within(field.origin, () => {
    commaSeparated(printer, field.names, (name) => printer.expr(name));
    if (field.names.length > 0) printer.out.space();
    printer.expr(field.type);
  });
}

/** Prints type parameters, parameters and results. */
export function printSignature(printer: Printer, type: FuncType): void {
  printer.out.within(type.origin, () => {
    if (type.typeParams && type.typeParams.list.length > 0) printer.params(type.typeParams, "[");
    printer.params(type.params, "(");
    const { results } = type;
    if (results === undefined || results.list.length === 0) return;
    printer.out.space();
    const [first] = results.list;
    const bare =
      results.list.length === 1 &&
      first?.names.length === 0 &&
      !needsLines(results.list, results.inner) &&
      !first.leading &&
      !first.trailing;
    if (bare && first) printer.out.within(first.origin, () => printer.expr(first.type));
    else printer.params(results, "(");
  });
}

/**
 * Whether the constraint of a type's only parameter would be read as the length of an array (`type T[P *C] …`), so that a comma is needed.
 */
export function needsTrailingComma(list: FieldList): boolean {
  const only = list.list[0];
  return list.list.length === 1 && only !== undefined && startsLikeOperand(only.type);
}

function startsLikeOperand(type: Expr): boolean {
  if (type.kind === "BinaryExpr") return startsLikeOperand(type.x);
  return type.kind === "StarExpr" || type.kind === "ParenExpr";
}
