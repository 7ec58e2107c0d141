import { decodeFloat, decodeImaginary, decodeInt, decodeRune, decodeString } from "./literals.ts";
import {
  badExpr,
  ident,
  innerOf,
  only,
  optionalExpr,
  readList,
  required,
  sourceOf,
  spanOf,
  startsNewLine,
  type Reader,
  Unreadable,
} from "./read-context.ts";
import { field, type RawNode } from "./read-raw.ts";
import { conversion, instantiation, typeArguments, typeReaders, type ExprReader } from "./read-types.ts";
import type { BasicLit, BinaryOperator, CallExpr, CompositeLit, Expr, UnaryOperator } from "./tree.ts";

/** A literal of one token; malformed ones (`08`, `'ab'`) are unreadable. */
function literal<Token extends BasicLit["token"]>(
  tokenKind: Token,
  decode: (raw: string) => Extract<BasicLit, { token: Token }>["value"] | undefined,
): ExprReader {
  return (reader, node) => {
    const raw = sourceOf(reader, node);
    const value = decode(raw);
    if (value === undefined) throw new Unreadable(`malformed literal ${raw}`);
    return { kind: "BasicLit", span: spanOf(node), token: tokenKind, raw, value } as BasicLit;
  };
}

const string = literal("STRING", decodeString);

/** The readers of expressions. */
export const expressionReaders: Readonly<Record<string, ExprReader>> = {
  ...typeReaders,
  identifier: ident,
  nil: ident,
  true: ident,
  false: ident,
  iota: ident,
  blank_identifier: ident,
  int_literal: literal("INT", decodeInt),
  float_literal: literal("FLOAT", decodeFloat),
  imaginary_literal: literal("IMAG", decodeImaginary),
  rune_literal: literal("CHAR", decodeRune),
  interpreted_string_literal: string,
  raw_string_literal: string,
  parenthesized_expression: (reader, node) => ({
    kind: "ParenExpr",
    span: spanOf(node),
    x: reader.expression(only(node)),
  }),
  unary_expression: (reader, node) => {
    const op = operator(node);
    const x = reader.expression(required(node, "operand"));
    if (op === "*") return { kind: "StarExpr", span: spanOf(node), x };
    return { kind: "UnaryExpr", span: spanOf(node), op: op as UnaryOperator, x };
  },
  binary_expression: (reader, node) => ({
    kind: "BinaryExpr",
    span: spanOf(node),
    x: reader.expression(required(node, "left")),
    op: operator(node) as BinaryOperator,
    y: reader.expression(required(node, "right")),
  }),
  selector_expression: (reader, node) => ({
    kind: "SelectorExpr",
    span: spanOf(node),
    x: reader.expression(required(node, "operand")),
    sel: ident(reader, required(node, "field")),
  }),
  index_expression: (reader, node) => ({
    kind: "IndexExpr",
    span: spanOf(node),
    x: reader.expression(required(node, "operand")),
    index: reader.expression(required(node, "index")),
  }),
  slice_expression: (reader, node) => ({
    kind: "SliceExpr",
    span: spanOf(node),
    x: reader.expression(required(node, "operand")),
    low: optionalExpr(reader, field(node, "start")),
    high: optionalExpr(reader, field(node, "end")),
    max: optionalExpr(reader, field(node, "capacity")),
  }),
  type_assertion_expression: (reader, node) => ({
    kind: "TypeAssertExpr",
    span: spanOf(node),
    x: reader.expression(required(node, "operand")),
    type: reader.expression(required(node, "type")),
  }),
  call_expression: call,
  type_conversion_expression: (reader, node) =>
    conversion(reader, required(node, "type"), required(node, "operand"), node.end),
  composite_literal: (reader, node) => {
    const type = reader.expression(required(node, "type"));
    return { ...literalValue(reader, required(node, "body")), span: spanOf(node), type };
  },
  literal_value: literalValue,
  literal_element: (reader, node) => reader.expression(only(node)),
  keyed_element: (reader, node) => ({
    kind: "KeyValueExpr",
    span: spanOf(node),
    key: reader.expression(required(node, "key")),
    value: reader.expression(required(node, "value")),
  }),
  func_literal: (reader, node) => {
    const type = reader.signature(node);
    return { kind: "FuncLit", span: spanOf(node), type, body: reader.block(required(node, "body")) };
  },
  ERROR: badExpr,
};

function operator(node: RawNode): string {
  const found = node.children.find((child) => child.field === "operator");
  if (found === undefined) throw new Unreadable("operator");
  return found.type;
}

function call(reader: Reader, node: RawNode): CallExpr {
  const target = required(node, "function");
  const types = field(node, "type_arguments");
  const list = required(node, "arguments");
  if (list.cut) throw new Unreadable("nested too deeply");
  const range = { ...node, end: types?.end ?? target.end };
  const fun = types ? instantiation(reader, range, target, typeArguments(types)) : reader.expression(target);
  const items = list.children.filter((child) => child.named);
  const args = readList(reader, items, { start: list.start + 1, end: list.end }, (item): Expr => {
    if (item.type !== "variadic_argument") return reader.expression(item);
    return item === items.at(-1) ? reader.expression(only(item)) : badExpr(reader, item);
  });
  return {
    kind: "CallExpr",
    span: spanOf(node),
    fun,
    args: args.items,
    ellipsis: items.at(-1)?.type === "variadic_argument",
    multiline: items.length > 0 && startsNewLine(reader, list),
    ...innerOf(args),
  };
}

function literalValue(reader: Reader, node: RawNode): CompositeLit {
  if (node.cut) throw new Unreadable("nested too deeply");
  const items = node.children.filter((child) => child.named);
  const elts = readList(reader, items, { start: node.start + 1, end: node.end }, (item) => reader.expression(item));
  return {
    kind: "CompositeLit",
    span: spanOf(node),
    elts: elts.items,
    multiline: items.length > 0 && startsNewLine(reader, node),
    ...innerOf(elts),
  };
}
