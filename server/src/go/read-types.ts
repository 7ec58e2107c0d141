import {
  badExpr,
  errorsIn,
  ident,
  innerOf,
  only,
  optionalExpr,
  readList,
  required,
  spanOf,
  startsNewLine,
  type Reader,
  Unreadable,
} from "./read-context.ts";
import { field, fields, token, type RawNode } from "./read-raw.ts";
import type { BinaryExpr, ChanType, Expr, Field, FieldList, FuncType } from "./tree.ts";

/** Reads one kind of node as an expression. */
export type ExprReader = (reader: Reader, node: RawNode) => Expr;

/** The readers of types. `go/ast` has types among the expressions. */
export const typeReaders: Readonly<Record<string, ExprReader>> = {
  type_identifier: ident,
  qualified_type: (reader, node) => ({
    kind: "SelectorExpr",
    span: spanOf(node),
    x: ident(reader, required(node, "package")),
    sel: ident(reader, required(node, "name")),
  }),
  generic_type: (reader, node) =>
    instantiation(reader, node, required(node, "type"), typeArguments(required(node, "type_arguments"))),
  type_instantiation_expression: (reader, node) => {
    const type = required(node, "type");
    return instantiation(
      reader,
      node,
      type,
      node.children.filter((child) => child.named && child !== type),
    );
  },
  parenthesized_type: (reader, node) => ({ kind: "ParenExpr", span: spanOf(node), x: reader.expression(only(node)) }),
  pointer_type: (reader, node) => ({ kind: "StarExpr", span: spanOf(node), x: reader.expression(only(node)) }),
  negated_type: (reader, node) => ({
    kind: "UnaryExpr",
    span: spanOf(node),
    op: "~",
    x: reader.expression(only(node)),
  }),
  array_type: (reader, node) => ({
    kind: "ArrayType",
    span: spanOf(node),
    len: reader.expression(required(node, "length")),
    elt: reader.expression(required(node, "element")),
  }),
  implicit_length_array_type: (reader, node) => {
    const dots = token(node, "...");
    return {
      kind: "ArrayType",
      span: spanOf(node),
      len: { kind: "Ellipsis", span: spanOf(dots ?? node) },
      elt: reader.expression(required(node, "element")),
    };
  },
  slice_type: (reader, node) => ({
    kind: "ArrayType",
    span: spanOf(node),
    elt: reader.expression(required(node, "element")),
  }),
  map_type: (reader, node) => ({
    kind: "MapType",
    span: spanOf(node),
    key: reader.expression(required(node, "key")),
    value: reader.expression(required(node, "value")),
  }),
  channel_type: channel,
  function_type: (reader, node) => reader.signature(node),
  struct_type: (reader, node) => ({ kind: "StructType", span: spanOf(node), fields: reader.fieldList(only(node)) }),
  interface_type: (reader, node) => ({
    kind: "InterfaceType",
    span: spanOf(node),
    methods: interfaceElements(reader, node),
  }),
  type_elem: union,
  type_constraint: union,
};

/** In `chan<- chan T` the parser gives the arrow to the second `chan`; the language gives it to the first one it can belong to. */
function channel(reader: Reader, node: RawNode): ChanType {
  const arrow = token(node, "<-");
  const chan = token(node, "chan");
  const value = required(node, "value");
  const stolen =
    arrow === undefined && value.type === "channel_type" && value.children[0]?.type === "<-"
      ? value.children[0]
      : undefined;
  if (stolen) {
    const rest = value.children.slice(1);
    const inner: RawNode = { ...value, start: rest[0]?.start ?? value.start, children: rest };
    return { kind: "ChanType", span: spanOf(node), dir: "send", value: channel(reader, inner) };
  }
  const dir = arrow === undefined || chan === undefined ? "both" : arrow.start < chan.start ? "receive" : "send";
  return { kind: "ChanType", span: spanOf(node), dir, value: reader.expression(value) };
}

/** A conversion `T(x)`. The parser takes `*T(x)` for one to `*T`; the language has it mean `*(T(x))`, and so for `<-chan T(x)`. */
export function conversion(reader: Reader, type: RawNode, operand: RawNode, end: number): Expr {
  const span = { start: type.start, end };
  const [first] = type.children;
  if (type.type === "pointer_type") return { kind: "StarExpr", span, x: conversion(reader, only(type), operand, end) };
  if (type.type === "channel_type" && first?.type === "<-") {
    const rest = type.children.slice(1);
    const sent: RawNode = { ...type, start: rest[0]?.start ?? type.start, children: rest };
    return { kind: "UnaryExpr", span, op: "<-", x: conversion(reader, sent, operand, end) };
  }
  return { kind: "CallExpr", span, fun: reader.expression(type), args: [reader.expression(operand)], ellipsis: false };
}

/** The type arguments of a `type_arguments` node. */
export function typeArguments(node: RawNode): RawNode[] {
  if (errorsIn(node).length > 0) throw new Unreadable("type arguments");
  return node.children.filter((child) => child.named);
}

/** `x[a]` or `x[a, b]`. */
export function instantiation(reader: Reader, node: RawNode, x: RawNode, args: readonly RawNode[]): Expr {
  const first = args[0];
  if (first === undefined) throw new Unreadable("no type arguments");
  const target = reader.expression(x);
  if (args.length === 1) return { kind: "IndexExpr", span: spanOf(node), x: target, index: reader.expression(first) };
  return { kind: "IndexListExpr", span: spanOf(node), x: target, indices: args.map((arg) => reader.expression(arg)) };
}

/** The terms of a constraint, joined by `|` from the left. */
function union(reader: Reader, node: RawNode): Expr {
  const [first, ...others] = node.children.filter((child) => child.named);
  if (first === undefined) throw new Unreadable("empty constraint");
  return others.reduce<Expr>((x, term): BinaryExpr => {
    return { kind: "BinaryExpr", span: { start: node.start, end: term.end }, x, op: "|", y: reader.expression(term) };
  }, reader.expression(first));
}

/** A function type from the fields of any node that has a signature. */
export function readSignature(reader: Reader, node: RawNode): FuncType {
  const typeParams = field(node, "type_parameters");
  const params = required(node, "parameters");
  const result = field(node, "result");
  return {
    kind: "FuncType",
    span: { start: (typeParams ?? params).start, end: (result ?? params).end },
    typeParams: typeParams && reader.fieldList(typeParams),
    params: reader.fieldList(params),
    results: result && results(reader, result),
  };
}

function results(reader: Reader, node: RawNode): FieldList {
  if (node.type === "parameter_list") return reader.fieldList(node);
  const type = reader.expression(node);
  return { kind: "FieldList", span: spanOf(node), list: [{ kind: "Field", span: spanOf(node), names: [], type }] };
}

/** Reads the bracketed lists of parameters, type parameters and struct fields. */
export function readFieldList(reader: Reader, node: RawNode): FieldList {
  if (node.cut) throw new Unreadable("nested too deeply");
  return bracketed(
    reader,
    node,
    node.children.filter((child) => child.named),
    node.start + 1,
  );
}

function interfaceElements(reader: Reader, node: RawNode): FieldList {
  const brace = token(node, "{");
  if (brace === undefined) throw new Unreadable("interface without braces");
  return bracketed(
    reader,
    { ...node, start: brace.start },
    node.children.filter((child) => child.named),
    brace.end,
  );
}

function bracketed(reader: Reader, node: RawNode, items: readonly RawNode[], start: number): FieldList {
  const list = readList(reader, items, { start, end: node.end }, (item) => readField(reader, item));
  return {
    kind: "FieldList",
    span: spanOf(node),
    list: list.items,
    multiline: startsNewLine(reader, node),
    ...innerOf(list),
  };
}

function readField(reader: Reader, node: RawNode): Field {
  try {
    const read = fieldReaders[node.type];
    if (read !== undefined && errorsIn(node).length === 0) return read(reader, node);
    if (read === undefined && node.type !== "ERROR") {
      return { kind: "Field", span: spanOf(node), names: [], type: reader.expression(node) };
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return { kind: "Field", span: spanOf(node), names: [], type: badExpr(reader, node) };
}

type FieldReader = (reader: Reader, node: RawNode) => Field;

function namedField(reader: Reader, node: RawNode): Field {
  const names = fields(node, "name").map((name) => ident(reader, name));
  return { kind: "Field", span: spanOf(node), names, type: reader.expression(required(node, "type")) };
}

/** The readers of what stands in a field list. */
export const fieldReaders: Readonly<Record<string, FieldReader>> = {
  parameter_declaration: namedField,
  type_parameter_declaration: namedField,
  variadic_parameter_declaration: (reader, node) => {
    const dots = token(node, "...");
    const type = required(node, "type");
    return {
      kind: "Field",
      span: spanOf(node),
      names: fields(node, "name").map((name) => ident(reader, name)),
      type: {
        kind: "Ellipsis",
        span: { start: dots?.start ?? type.start, end: type.end },
        elt: reader.expression(type),
      },
    };
  },
  field_declaration: (reader, node) => {
    const star = token(node, "*");
    const inner = required(node, "type");
    const read = reader.expression(inner);
    const type: Expr = star ? { kind: "StarExpr", span: { start: star.start, end: inner.end }, x: read } : read;
    const tag = optionalExpr(reader, field(node, "tag"));
    if (tag && tag.kind !== "BasicLit") throw new Unreadable("tag");
    return {
      kind: "Field",
      span: spanOf(node),
      names: fields(node, "name").map((name) => ident(reader, name)),
      type,
      tag: tag,
    };
  },
  method_elem: (reader, node) => ({
    kind: "Field",
    span: spanOf(node),
    names: [ident(reader, required(node, "name"))],
    type: reader.signature(node),
  }),
};
