import { invariant } from "../base/assert.ts";
import type { Origin } from "../base/origin.ts";
import { emptySpan } from "../base/span.ts";
import { importedName } from "./imports.ts";
import { quoteRune, quoteString } from "./literals.ts";
import type {
  ArrayType,
  BasicLit,
  BinaryExpr,
  BinaryOperator,
  CallExpr,
  ChanType,
  CompositeLit,
  Ellipsis,
  Expr,
  Field,
  FieldList,
  FuncLit,
  FuncType,
  BlockStmt,
  GoNode,
  Ident,
  IndexExpr,
  IndexListExpr,
  InterfaceType,
  KeyValueExpr,
  MapType,
  ParenExpr,
  SelectorExpr,
  SliceExpr,
  StarExpr,
  StructType,
  TypeAssertExpr,
  UnaryExpr,
  UnaryOperator,
} from "./tree.ts";
import { statements } from "./build-statements.ts";

const span = emptySpan;

/** A node with another origin. */
function withOrigin<Node extends GoNode>(node: Node, origin: Origin | undefined): Node {
  return origin === undefined ? node : { ...node, origin };
}

function ident(name: string, origin?: Origin): Ident {
  return { kind: "Ident", span, origin, name };
}

/** A name of an imported package: `strings.Split` is `packageMember("strings", "Split")`. `localName` is for imports that are renamed. */
function packageMember(path: string, member: string, origin?: Origin, localName = importedName(path)): SelectorExpr {
  return {
    kind: "SelectorExpr",
    span,
    origin,
    x: { kind: "Ident", span, name: localName, packagePath: path },
    sel: ident(member),
  };
}

/** An integer literal; a negative one is a minus before it. */
function int(value: bigint | number, origin?: Origin): Expr {
  invariant(typeof value === "bigint" || Number.isInteger(value), `not an integer: ${value}`);
  const magnitude = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  const literal: BasicLit = {
    kind: "BasicLit",
    span,
    origin,
    token: "INT",
    raw: magnitude.toString(),
    value: magnitude,
  };
  return BigInt(value) < 0n ? unary("-", literal, origin) : literal;
}

/** A floating-point literal of a finite number; a negative one (minus zero is none) is a minus before it. */
function float(value: number, origin?: Origin): Expr {
  invariant(Number.isFinite(value), `no literal for ${value}`);
  const digits = Math.abs(value).toString();
  const raw = /[.e]/.test(digits) ? digits : `${digits}.0`;
  const literal: BasicLit = { kind: "BasicLit", span, origin, token: "FLOAT", raw, value: Math.abs(value) };
  return value < 0 ? unary("-", literal, origin) : literal;
}

function string(value: string | Uint8Array, origin?: Origin): BasicLit {
  return { kind: "BasicLit", span, origin, token: "STRING", raw: quoteString(value), value };
}

/** A raw string literal where the text allows one, else an interpreted one. */
function rawString(value: string, origin?: Origin): BasicLit {
  if (/[`\r\0\ufeff]/.test(value)) return string(value, origin);
  return { kind: "BasicLit", span, origin, token: "STRING", raw: `\`${value}\``, value };
}

function rune(codePoint: number, origin?: Origin): BasicLit {
  return { kind: "BasicLit", span, origin, token: "CHAR", raw: quoteRune(codePoint), value: codePoint };
}

function selector(x: Expr, sel: string, origin?: Origin): SelectorExpr {
  return { kind: "SelectorExpr", span, origin, x, sel: ident(sel) };
}

function call(fun: Expr, args: readonly Expr[], origin?: Origin): CallExpr {
  return { kind: "CallExpr", span, origin, fun, args, ellipsis: false };
}

/** A call whose last argument is spread: `f(a, b...)`. */
function spreadCall(fun: Expr, args: readonly Expr[], origin?: Origin): CallExpr {
  return { ...call(fun, args, origin), ellipsis: true };
}

function unary(op: UnaryOperator, x: Expr, origin?: Origin): UnaryExpr {
  return { kind: "UnaryExpr", span, origin, op, x };
}

function binary(x: Expr, op: BinaryOperator, y: Expr, origin?: Origin): BinaryExpr {
  return { kind: "BinaryExpr", span, origin, x, op, y };
}

function field(names: readonly string[], type: Expr, origin?: Origin): Field {
  return { kind: "Field", span, origin, names: names.map((name) => ident(name)), type };
}

function fields(list: readonly Field[]): FieldList {
  return { kind: "FieldList", span, list };
}

/** A function type. No results at all: leave them out or give an empty list. */
function funcType(
  params: readonly Field[],
  results: readonly Field[] = [],
  typeParams: readonly Field[] = [],
): FuncType {
  return {
    kind: "FuncType",
    span,
    typeParams: typeParams.length > 0 ? fields(typeParams) : undefined,
    params: fields(params),
    results: results.length > 0 ? fields(results) : undefined,
  };
}

/** An index, or an instantiation when there are several. */
function index(x: Expr, indices: readonly Expr[] | Expr, origin?: Origin): IndexExpr | IndexListExpr {
  const list = "kind" in indices ? [indices] : indices;
  const [first, ...others] = list;
  invariant(first !== undefined, "an index expression has an index");
  if (others.length === 0) return { kind: "IndexExpr", span, origin, x, index: first };
  return { kind: "IndexListExpr", span, origin, x, indices: list };
}

const expressions = {
  withOrigin,
  ident,
  package: packageMember,
  int,
  float,
  string,
  rawString,
  rune,
  bool: (value: boolean, origin?: Origin): Ident => ident(value ? "true" : "false", origin),
  nil: (origin?: Origin): Ident => ident("nil", origin),
  blank: (origin?: Origin): Ident => ident("_", origin),
  selector,
  call,
  spreadCall,
  unary,
  binary,
  not: (x: Expr, origin?: Origin): UnaryExpr => unary("!", x, origin),
  addressOf: (x: Expr, origin?: Origin): UnaryExpr => unary("&", x, origin),
  receive: (x: Expr, origin?: Origin): UnaryExpr => unary("<-", x, origin),
  star: (x: Expr, origin?: Origin): StarExpr => ({ kind: "StarExpr", span, origin, x }),
  paren: (x: Expr, origin?: Origin): ParenExpr => ({ kind: "ParenExpr", span, origin, x }),
  index,
  slice: (x: Expr, low?: Expr, high?: Expr, origin?: Origin): SliceExpr => ({
    kind: "SliceExpr",
    span,
    origin,
    x,
    low,
    high,
  }),
  typeAssert: (x: Expr, type?: Expr, origin?: Origin): TypeAssertExpr => ({
    kind: "TypeAssertExpr",
    span,
    origin,
    x,
    type,
  }),
  /** `T{…}`; the type may be left out for an element of another literal. `multiline` as in the tree. */
  composite: (type: Expr | undefined, elts: readonly Expr[], origin?: Origin, multiline?: boolean): CompositeLit => {
    return { kind: "CompositeLit", span, origin, type, elts, multiline };
  },
  keyValue: (key: Expr, value: Expr, origin?: Origin): KeyValueExpr => ({
    kind: "KeyValueExpr",
    span,
    origin,
    key,
    value,
  }),
  funcLit: (type: FuncType, body: BlockStmt, origin?: Origin): FuncLit => ({
    kind: "FuncLit",
    span,
    origin,
    type,
    body,
  }),
  field,
  fields,
  funcType,
  ellipsis: (elt?: Expr, origin?: Origin): Ellipsis => ({ kind: "Ellipsis", span, origin, elt }),
  sliceType: (elt: Expr, origin?: Origin): ArrayType => ({ kind: "ArrayType", span, origin, elt }),
  arrayType: (len: Expr, elt: Expr, origin?: Origin): ArrayType => ({ kind: "ArrayType", span, origin, len, elt }),
  mapType: (key: Expr, value: Expr, origin?: Origin): MapType => ({ kind: "MapType", span, origin, key, value }),
  chanType: (value: Expr, dir: ChanType["dir"] = "both", origin?: Origin): ChanType => ({
    kind: "ChanType",
    span,
    origin,
    dir,
    value,
  }),
  structType: (list: readonly Field[], origin?: Origin): StructType => ({
    kind: "StructType",
    span,
    origin,
    fields: fields(list),
  }),
  /** Methods are fields with one name and a function type; embedded elements are fields without a name. */
  interfaceType: (methods: readonly Field[], origin?: Origin): InterfaceType => ({
    kind: "InterfaceType",
    span,
    origin,
    methods: fields(methods),
  }),
};

/** Builders of target trees: they leave spans empty and take an origin last. Operators need no parentheses: the printer sets them. */
export const go = { ...expressions, ...statements };
