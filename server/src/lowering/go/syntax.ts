import { emptySpan } from "../../base/span.ts";
import type * as go from "../../go/tree.ts";

/*
 * Short builders for the Go that lowerings write most. Each makes one node without provenance, which the engine adds. Nothing is checked here:
 * precedence and layout are the printer's business.
 */

const made = { span: emptySpan } as const;

export function ident(name: string): go.Ident {
  return { kind: "Ident", name, ...made };
}

/** `package.name`; the import follows from it. */
export function packageMember(path: string, name: string): go.SelectorExpr {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return {
    kind: "SelectorExpr",
    x: { kind: "Ident", name: last, packagePath: path, ...made },
    sel: ident(name),
    ...made,
  };
}

export function selector(x: go.Expr, name: string): go.SelectorExpr {
  return { kind: "SelectorExpr", x, sel: ident(name), ...made };
}

export function call(fun: go.Expr | string, ...args: readonly go.Expr[]): go.CallExpr {
  return { kind: "CallExpr", fun: typeof fun === "string" ? ident(fun) : fun, args, ellipsis: false, ...made };
}

/** A call whose last argument is followed by `...`. */
export function spreadCall(fun: go.Expr | string, ...args: readonly go.Expr[]): go.CallExpr {
  return { ...call(fun, ...args), ellipsis: true };
}

/** A call of a function of a package of the standard library: `libraryCall("strings", "Join", xs, sep)`. */
export function libraryCall(path: string, name: string, ...args: readonly go.Expr[]): go.CallExpr {
  return call(packageMember(path, name), ...args);
}

export function index(x: go.Expr, at: go.Expr): go.IndexExpr {
  return { kind: "IndexExpr", x, index: at, ...made };
}

/** A generic function or type with its type arguments. */
export function instantiate(x: go.Expr, types: readonly go.Expr[]): go.Expr {
  const [first] = types;
  if (first === undefined) return x;
  return types.length === 1 ? index(x, first) : { kind: "IndexListExpr", x, indices: types, ...made };
}

export function sliceOf(x: go.Expr, low?: go.Expr, high?: go.Expr, max?: go.Expr): go.SliceExpr {
  return { kind: "SliceExpr", x, low, high, max, ...made };
}

export function unary(op: go.UnaryOperator, x: go.Expr): go.UnaryExpr {
  return { kind: "UnaryExpr", op, x, ...made };
}

export function star(x: go.Expr): go.StarExpr {
  return { kind: "StarExpr", x, ...made };
}

export function binary(x: go.Expr, op: go.BinaryOperator, y: go.Expr): go.BinaryExpr {
  return { kind: "BinaryExpr", x, op, y, ...made };
}

export function integer(value: bigint | number, raw?: string): go.BasicLit {
  return { kind: "BasicLit", token: "INT", raw: raw ?? String(value), value: BigInt(value), ...made };
}

/** A floating-point literal that is one by its spelling too (`2.0`, never `2`). The value must be finite and not negative. */
export function float(value: number, raw?: string): go.BasicLit {
  const shortest = String(value);
  const spelled = /[.e]/.test(shortest) ? shortest : `${shortest}.0`;
  return { kind: "BasicLit", token: "FLOAT", raw: raw ?? spelled, value, ...made };
}

export function string(value: string): go.BasicLit {
  return { kind: "BasicLit", token: "STRING", raw: quote(value), value, ...made };
}

/** A string literal in back quotes where that can hold it. */
export function rawString(value: string): go.BasicLit {
  return /[`\r]/.test(value)
    ? string(value)
    : { kind: "BasicLit", token: "STRING", raw: `\`${value}\``, value, ...made };
}

export function character(value: number): go.BasicLit {
  const text = String.fromCodePoint(value);
  const raw = text === "'" ? "'\\''" : text === '"' ? `'"'` : `'${quote(text).slice(1, -1)}'`;
  return { kind: "BasicLit", token: "CHAR", raw, value, ...made };
}

/** The text as an interpreted string literal of Go. */
export function quote(text: string): string {
  let quoted = "";
  for (const character of text) quoted += escapeCharacter(character);
  return `"${quoted}"`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\v": "\\v",
};

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u.test(character) || (code > 0x7f && /\p{Zs}/u.test(character))) {
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  }
  return character;
}

export function composite(type: go.Expr | undefined, elts: readonly go.Expr[]): go.CompositeLit {
  return { kind: "CompositeLit", type, elts, ...made };
}

export function keyValue(key: go.Expr, value: go.Expr): go.KeyValueExpr {
  return { kind: "KeyValueExpr", key, value, ...made };
}

export function sliceType(elt: go.Expr): go.ArrayType {
  return { kind: "ArrayType", elt, ...made };
}

export function arrayType(length: number, elt: go.Expr): go.ArrayType {
  return { kind: "ArrayType", len: integer(length), elt, ...made };
}

export function mapType(key: go.Expr, value: go.Expr): go.MapType {
  return { kind: "MapType", key, value, ...made };
}

/** `struct{}` */
export function emptyStruct(): go.StructType {
  return { kind: "StructType", fields: fields([]), ...made };
}

export function structType(list: readonly go.Field[]): go.StructType {
  return { kind: "StructType", fields: fields(list), ...made };
}

export function interfaceType(list: readonly go.Field[]): go.InterfaceType {
  return { kind: "InterfaceType", methods: fields(list), ...made };
}

export function channelType(dir: go.ChanType["dir"], value: go.Expr): go.ChanType {
  return { kind: "ChanType", dir, value, ...made };
}

export function functionType(params: readonly go.Field[], results: readonly go.Field[]): go.FuncType {
  return {
    kind: "FuncType",
    params: fields(params),
    results: results.length === 0 ? undefined : fields(results),
    ...made,
  };
}

/** `...elt` as the type of a variadic parameter. */
export function ellipsis(elt: go.Expr): go.Ellipsis {
  return { kind: "Ellipsis", elt, ...made };
}

export function fields(list: readonly go.Field[]): go.FieldList {
  return { kind: "FieldList", list, ...made };
}

export function field(name: string | undefined, type: go.Expr): go.Field {
  return { kind: "Field", names: name === undefined ? [] : [ident(name)], type, ...made };
}

/** A function literal with named parameters. */
export function functionLiteral(
  parameters: readonly (readonly [name: string, type: go.Expr])[],
  results: readonly go.Expr[],
  body: go.BlockStmt,
): go.FuncLit {
  const type: go.FuncType = {
    kind: "FuncType",
    params: fields(parameters.map(([name, parameterType]) => field(name, parameterType))),
    results: results.length === 0 ? undefined : fields(results.map((result) => field(undefined, result))),
    ...made,
  };
  return { kind: "FuncLit", type, body, ...made };
}

/** An expression that is not there: what a lowering gives whose statements said everything. */
export function nothing(): go.BadExpr {
  return { kind: "BadExpr", text: "", ...made };
}

export function isNothing(expression: go.Expr): boolean {
  return expression.kind === "BadExpr" && expression.text === "";
}

// Statements

export function block(list: readonly go.Stmt[]): go.BlockStmt {
  return { kind: "BlockStmt", list, ...made };
}

export function statement(x: go.Expr): go.ExprStmt {
  return { kind: "ExprStmt", x, ...made };
}

export function assign(
  target: go.Expr | readonly go.Expr[],
  value: go.Expr | readonly go.Expr[],
  tok: go.AssignOperator = "=",
): go.AssignStmt {
  const list = (part: go.Expr | readonly go.Expr[]): readonly go.Expr[] => ("kind" in part ? [part] : part);
  return { kind: "AssignStmt", lhs: list(target), tok, rhs: list(value), ...made };
}

/** `name := value` */
export function define(name: string | readonly string[], value: go.Expr): go.AssignStmt {
  return assign(typeof name === "string" ? ident(name) : name.map(ident), value, ":=");
}

/** `var name type`, or `var name type = value`. */
export function declare(name: string, type: go.Expr | undefined, value?: go.Expr): go.DeclStmt {
  const spec: go.ValueSpec = {
    kind: "ValueSpec",
    names: [ident(name)],
    type,
    values: value === undefined ? [] : [value],
    ...made,
  };
  return {
    kind: "DeclStmt",
    decl: { kind: "GenDecl", tok: "var", parenthesized: false, specs: [spec], ...made },
    ...made,
  };
}

export function ifStatement(
  cond: go.Expr,
  body: readonly go.Stmt[],
  otherwise?: readonly go.Stmt[],
  init?: go.Stmt,
): go.IfStmt {
  const [only] = otherwise ?? [];
  const elseBranch =
    otherwise === undefined || otherwise.length === 0
      ? undefined
      : otherwise.length === 1 && only?.kind === "IfStmt"
        ? only
        : block(otherwise);
  return { kind: "IfStmt", init, cond, body: block(body), else: elseBranch, ...made };
}

/** What a condition needs first: one definition stands in the `if` itself, everything else before it. */
export function ifInit(emitted: readonly go.Stmt[]): { readonly before: readonly go.Stmt[]; readonly init?: go.Stmt } {
  const [only] = emitted;
  return emitted.length === 1 && only?.kind === "AssignStmt" && only.tok === ":=" && !only.leading
    ? { before: [], init: only }
    : { before: emitted };
}

/** `for key, value := range x`; a missing or unused one is left out or blank. */
export function range(
  key: string | undefined,
  value: string | undefined,
  x: go.Expr,
  body: readonly go.Stmt[],
): go.RangeStmt {
  const valueName = value === "_" ? undefined : value;
  const keyName = (key === "_" ? undefined : key) ?? (valueName === undefined ? undefined : "_");
  return {
    kind: "RangeStmt",
    key: keyName === undefined ? undefined : ident(keyName),
    value: valueName === undefined ? undefined : ident(valueName),
    tok: keyName === undefined ? undefined : ":=",
    x,
    body: block(body),
    ...made,
  };
}

export function forLoop(
  init: go.Stmt | undefined,
  cond: go.Expr | undefined,
  post: go.Stmt | undefined,
  body: readonly go.Stmt[],
): go.ForStmt {
  return { kind: "ForStmt", init, cond, post, body: block(body), ...made };
}

export function returnStatement(...results: readonly go.Expr[]): go.ReturnStmt {
  return { kind: "ReturnStmt", results, ...made };
}

export function breakStatement(): go.BranchStmt {
  return { kind: "BranchStmt", tok: "break", ...made };
}

export function continueStatement(): go.BranchStmt {
  return { kind: "BranchStmt", tok: "continue", ...made };
}

export function increment(x: go.Expr, tok: "++" | "--" = "++"): go.IncDecStmt {
  return { kind: "IncDecStmt", x, tok, ...made };
}

/** A string literal of bytes (one code unit for each), escaped where they are not printable ASCII. */
export function byteString(bytes: string): go.BasicLit {
  let raw = "";
  for (const byte of bytes) {
    const code = byte.charCodeAt(0);
    raw += code >= 0x80 ? `\\x${code.toString(16)}` : escapeCharacter(byte);
  }
  return {
    kind: "BasicLit",
    token: "STRING",
    raw: `"${raw}"`,
    value: Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
    ...made,
  };
}
