import {
  errorsIn,
  expressionList,
  ident,
  innerOf,
  optionalExpr,
  readList,
  required,
  spanOf,
  type Reader,
  Unreadable,
  badStmt,
} from "./read-context.ts";
import { field, fields, token, type RawNode } from "./read-raw.ts";
import type { BasicLit, FuncDecl, GenDecl, PackageClause, Spec } from "./tree.ts";

type SpecReader = (reader: Reader, node: RawNode) => Spec;

function stringLiteral(reader: Reader, node: RawNode): BasicLit {
  const read = reader.expression(node);
  if (read.kind !== "BasicLit") throw new Unreadable("string");
  return read;
}

const valueSpec: SpecReader = (reader, node) => ({
  kind: "ValueSpec",
  span: spanOf(node),
  names: fields(node, "name").map((name) => ident(reader, name)),
  type: optionalExpr(reader, field(node, "type")),
  values: expressionList(reader, field(node, "value")),
});

const typeSpec: SpecReader = (reader, node) => {
  const typeParams = field(node, "type_parameters");
  return {
    kind: "TypeSpec",
    span: spanOf(node),
    name: ident(reader, required(node, "name")),
    typeParams: typeParams && reader.fieldList(typeParams),
    assign: node.type === "type_alias",
    type: reader.expression(required(node, "type")),
  };
};

/** The readers of specs. */
export const specReaders: Readonly<Record<string, SpecReader>> = {
  import_spec: (reader, node) => {
    const name = field(node, "name");
    return {
      kind: "ImportSpec",
      span: spanOf(node),
      name: name && ident(reader, name),
      path: stringLiteral(reader, required(node, "path")),
    };
  },
  const_spec: valueSpec,
  var_spec: valueSpec,
  type_spec: typeSpec,
  type_alias: typeSpec,
};

const declarationTokens: Readonly<Record<string, GenDecl["tok"]>> = {
  import_declaration: "import",
  const_declaration: "const",
  type_declaration: "type",
  var_declaration: "var",
};

/** Reads `import`, `const`, `type` and `var` declarations. */
export function readGenDecl(reader: Reader, node: RawNode): GenDecl {
  const tok = declarationTokens[node.type];
  if (tok === undefined || node.cut) throw new Unreadable(node.type);
  const group =
    node.children.find((child) => child.type === "import_spec_list" || child.type === "var_spec_list") ?? node;
  const open = token(group, "(");
  const nodes = group.children.filter((child) => child.named);
  if (errorsIn(node).length > 0 || errorsIn(group).length > 0 || (open === undefined && nodes.length === 0))
    throw new Unreadable("declaration");
  if (open === undefined)
    return {
      kind: "GenDecl",
      span: spanOf(node),
      tok,
      parenthesized: false,
      specs: nodes.map((spec) => readSpec(reader, spec)),
    };
  const specs = readList(reader, nodes, { start: open.end, end: node.end }, (spec) => readSpec(reader, spec));
  return { kind: "GenDecl", span: spanOf(node), tok, parenthesized: true, specs: specs.items, ...innerOf(specs) };
}

function readSpec(reader: Reader, node: RawNode): Spec {
  const read = specReaders[node.type];
  if (read === undefined || node.cut || errorsIn(node).length > 0) throw new Unreadable(node.type);
  return read(reader, node);
}

/** Reads a function or a method. Text of the head that could not be read becomes the first statement of the body. */
export function readFuncDecl(reader: Reader, node: RawNode): FuncDecl {
  if (node.cut) throw new Unreadable("nested too deeply");
  const receiver = field(node, "receiver");
  const bodyNode = field(node, "body");
  const errors = errorsIn(node);
  if (errors.length > 0 && bodyNode === undefined) throw new Unreadable("function head");
  const head = {
    kind: "FuncDecl" as const,
    span: spanOf(node),
    recv: receiver && reader.fieldList(receiver),
    name: ident(reader, required(node, "name")),
    type: reader.signature(node),
  };
  const body = bodyNode && reader.block(bodyNode);
  if (body === undefined || errors.length === 0) return { ...head, body };
  return { ...head, body: { ...body, list: [...errors.map((error) => badStmt(reader, error)), ...body.list] } };
}

export function readPackageClause(reader: Reader, node: RawNode): PackageClause {
  const name = node.children.find((child) => child.named);
  if (name === undefined || errorsIn(node).length > 0) throw new Unreadable("package clause");
  return { kind: "PackageClause", span: spanOf(node), name: ident(reader, name) };
}
