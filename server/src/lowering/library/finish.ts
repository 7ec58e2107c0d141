import { packagePath } from "../../go/package-names.ts";
import type * as go from "../../go/tree.ts";
import * as pyBuild from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import { walk } from "../../python/walk.ts";
import type { Type } from "../../types/type.ts";
import * as build from "../go/syntax.ts";
import type { GoLowerContext, PythonLowerContext } from "../lower-context.ts";
import { characterOf, ordinal, textOfOrdinal } from "../python/characters.ts";
import { helperName } from "./pattern.ts";
import { goLayout, pythonFormat } from "./time-layout.ts";
import type { TypePattern } from "./type-pattern.ts";

/*
 * What is left to do when a pattern has been instantiated: names become references to packages and helpers, and what reads odd with literals in it is
 * written as people write it.
 */

export function finishGo(node: go.Expr, context: GoLowerContext): go.Expr {
  if (node.kind === "CallExpr" && node.fun.kind === "Ident" && helperName(node.fun.name) === "rune")
    return runeOf(node.args[0]!);
  if (node.kind === "BinaryExpr") return withoutConversion(node);
  if (node.kind === "CallExpr" && node.fun.kind === "SelectorExpr" && node.fun.sel.name === "Month")
    return monthOf(node);
  if (node.kind === "CallExpr" && node.fun.kind === "Ident" && isLayout(helperName(node.fun.name)))
    return layoutOf(node.args[0]!, helperName(node.fun.name) === "parseLayout");
  if (node.kind !== "Ident" || node.packagePath !== undefined) return node;
  const helper = helperName(node.name);
  if (helper !== undefined) return helper === "rune" || isLayout(helper) ? node : context.helper(helper);
  const path = packagePath(node.name);
  return path === undefined ? node : { ...node, packagePath: path };
}

function isLayout(helper: string | undefined): boolean {
  return helper === "layout" || helper === "parseLayout";
}

function layoutOf(format: go.Expr, parsing: boolean): go.Expr {
  const written = format.kind === "BasicLit" ? String(format.value) : "";
  return build.string(goLayout(written, parsing) ?? written);
}

function isInteger(node: go.Expr): node is go.BasicLit {
  return node.kind === "BasicLit" && node.token === "INT";
}

function withoutConversion(node: go.BinaryExpr): go.Expr {
  const { x, y } = node;
  if (isInteger(x) && isInteger(y) && (node.op === "+" || node.op === "-")) {
    const value =
      node.op === "+"
        ? BigInt(String(x.value)) + BigInt(String(y.value))
        : BigInt(String(x.value)) - BigInt(String(y.value));
    return value < 0n ? node : build.integer(value);
  }
  const [only] = x.kind === "CallExpr" ? x.args : [];
  const isConverted =
    node.op === "*" &&
    x.kind === "CallExpr" &&
    x.fun.kind === "SelectorExpr" &&
    x.fun.sel.name === "Duration" &&
    only?.kind === "BasicLit" &&
    only.token === "INT";
  if (!isConverted) return node;
  return only.value === 1n ? node.y : { ...node, x: only };
}

const months = "January February March April May June July August September October November December".split(" ");

function monthOf(node: go.CallExpr): go.Expr {
  const [only] = node.args;
  const name = only?.kind === "BasicLit" && only.token === "INT" ? months[Number(only.value) - 1] : undefined;
  return name === undefined ? node : build.packageMember("time", name);
}

function runeOf(text: go.Expr): go.Expr {
  if (
    text.kind === "CallExpr" &&
    text.fun.kind === "Ident" &&
    text.fun.name === "string" &&
    text.args.length === 1 &&
    text.args[0]
  )
    return text.args[0];
  return build.index(build.call(build.sliceType(build.ident("rune")), text), build.integer(0));
}

function isFormat(helper: string | undefined): boolean {
  return helper === "time_format" || helper === "parse_format";
}

/** The same for Python: helpers, imports, and the names of its own variables. */
export function finishPython(
  node: py.Expression,
  renamed: ReadonlyMap<string, string>,
  context: PythonLowerContext,
): py.Expression {
  if (node.kind === "Call" && node.func.kind === "Name" && isFormat(helperName(node.func.id))) {
    const [layout] = node.args;
    const written = layout?.kind === "Constant" && layout.value.type === "str" ? layout.value.value : "";
    return pyBuild.str(pythonFormat(written, helperName(node.func.id) === "parse_format") ?? written);
  }
  if (node.kind === "Call") return withoutRoundTrip(node);
  if (node.kind !== "Name") return withImport(node, context);
  if (isFormat(helperName(node.id))) return node;
  const helper = helperName(node.id);
  if (helper !== undefined) return context.helper(helper);
  const name = renamed.get(node.id);
  return name === undefined ? node : { ...node, id: name };
}

/** `chr(ord(c))` is `c`, and `ord(chr(n))` is `n`. */
function withoutRoundTrip(node: py.Call): py.Expression {
  const [only] = node.args;
  if (node.func.kind !== "Name" || only === undefined || node.args.length > 1 || only.kind === "Starred") return node;
  if (node.func.id === "chr") return characterOf(only);
  return node.func.id === "ord" ? ordinal(only) : node;
}

export function boundNames(pattern: py.Expression): readonly string[] {
  const names = new Set<string>();
  walk(
    pattern,
    (node) => void (node.kind === "comprehension" && node.target.kind === "Name" && names.add(node.target.id)),
  );
  return [...names];
}

function withImport(node: py.Expression, context: PythonLowerContext): py.Expression {
  if (node.kind !== "Attribute" || node.value.kind !== "Name") return node;
  return importable.has(node.value.id) ? { ...node, value: context.module(node.value.id) } : node;
}

const importable = new Set(
  "math cmath random re json os sys time datetime collections itertools functools operator string asyncio threading queue contextlib pathlib logging subprocess csv io copy heapq bisect statistics hashlib base64 uuid secrets tempfile shutil struct textwrap decimal fractions html urllib unicodedata bisect zlib gzip binascii calendar posixpath shlex locale errno stat fnmatch glob array pprint numbers types inspect ipaddress mimetypes keyword configparser hmac platform getpass signal socket gc".split(
    " ",
  ),
);

/** Whether evaluating the expression again costs nothing and changes nothing. */
export function isSimpleGo(node: go.Expr): boolean {
  return node.kind === "Ident" || node.kind === "BasicLit" || (node.kind === "SelectorExpr" && isSimpleGo(node.x));
}

/** The same for Python. */
export function isSimplePython(node: py.Expression): boolean {
  const text = textOfOrdinal(node);
  if (text) return isSimplePython(text);
  return node.kind === "Name" || node.kind === "Constant" || (node.kind === "Attribute" && isSimplePython(node.value));
}

/** Whether a type pattern is this name. */
export function isNamed(pattern: TypePattern, name: string): boolean {
  return pattern.kind === "name" && pattern.name === name;
}

export function isByteSlice(type: Type | undefined): boolean {
  return (
    (type?.kind === "list" || type?.kind === "array") && type.element.kind === "int" && type.element.alias === "byte"
  );
}

export function asBytes(value: py.Expression): py.Expression {
  const [only] = value.kind === "Call" && value.func.kind === "Name" && value.func.id === "list" ? value.args : [];
  const isText = only?.kind === "Call" && only.func.kind === "Attribute" && only.func.attr === "encode";
  return only && (isText || only.kind === "Call") ? only : pyBuild.call("bytes", [value]);
}
