import type { Origin } from "../base/origin.ts";
import { made } from "./build-base.ts";
import type * as tree from "./tree.ts";

type Expression = tree.Expression;

export function name(id: string, origin?: Origin): tree.Name {
  return { kind: "Name", id, ...made(origin) };
}

/** `a.b.c` from its dotted text, as names and attributes. */
export function dotted(path: string, origin?: Origin): tree.Name | tree.Attribute {
  const [first = "", ...rest] = path.split(".");
  return rest.reduce<tree.Name | tree.Attribute>((value, attr) => attribute(value, attr, origin), name(first, origin));
}

export function attribute(value: Expression, attr: string, origin?: Origin): tree.Attribute {
  return { kind: "Attribute", value, attr, ...made(origin) };
}

export function subscript(value: Expression, slice: Expression, origin?: Origin): tree.Subscript {
  return { kind: "Subscript", value, slice, ...made(origin) };
}

export function slice(lower?: Expression, upper?: Expression, step?: Expression, origin?: Origin): tree.Slice {
  return { kind: "Slice", lower, upper, step, ...made(origin) };
}

export function starred(value: Expression, origin?: Origin): tree.Starred {
  return { kind: "Starred", value, ...made(origin) };
}

export function call(
  func: Expression | string,
  args: readonly Expression[] = [],
  keywords: readonly tree.Keyword[] = [],
  origin?: Origin,
): tree.Call {
  return {
    kind: "Call",
    func: typeof func === "string" ? dotted(func, origin) : func,
    args,
    keywords,
    ...made(origin),
  };
}

/** `value.attr(args)` */
export function methodCall(
  value: Expression,
  attr: string,
  args: readonly Expression[] = [],
  origin?: Origin,
): tree.Call {
  return call(attribute(value, attr, origin), args, [], origin);
}

/** `arg=value`, or `**value` where `arg` is undefined. */
export function keyword(arg: string | undefined, value: Expression, origin?: Origin): tree.Keyword {
  return { kind: "keyword", arg, value, ...made(origin) };
}

export function constant(value: tree.ConstantValue, origin?: Origin): tree.Constant {
  return { kind: "Constant", value, ...made(origin) };
}

export function int(value: bigint | number, origin?: Origin, literal?: string): tree.Constant {
  return constant({ type: "int", value: BigInt(value), literal }, origin);
}

export function float(value: number, origin?: Origin, literal?: string): tree.Constant {
  return constant({ type: "float", value, literal }, origin);
}

export function str(value: string, origin?: Origin): tree.Constant {
  return constant({ type: "str", value }, origin);
}

/** `value` holds one code unit (0 to 255) for each byte. */
export function bytes(value: string, origin?: Origin): tree.Constant {
  return constant({ type: "bytes", value }, origin);
}

export function bool(value: boolean, origin?: Origin): tree.Constant {
  return constant({ type: "bool", value }, origin);
}

export function none(origin?: Origin): tree.Constant {
  return constant({ type: "None" }, origin);
}

export function ellipsis(origin?: Origin): tree.Constant {
  return constant({ type: "Ellipsis" }, origin);
}

/** An f-string; texts stand for themselves, so braces need no doubling. */
export function joinedStr(
  values: readonly (string | tree.JoinedStr["values"][number])[],
  origin?: Origin,
): tree.JoinedStr {
  return {
    kind: "JoinedStr",
    values: values.map((value) => (typeof value === "string" ? str(value, origin) : value)),
    ...made(origin),
  };
}

/** A replacement field; a format given as text is a constant one. */
export function formattedValue(
  value: Expression,
  format?: string | tree.JoinedStr,
  conversion?: tree.FormattedValue["conversion"],
  origin?: Origin,
): tree.FormattedValue {
  const formatSpec = typeof format === "string" ? joinedStr([format], origin) : format;
  return { kind: "FormattedValue", value, conversion, formatSpec, ...made(origin) };
}

export function binOp(left: Expression, op: tree.BinaryOperator, right: Expression, origin?: Origin): tree.BinOp {
  return { kind: "BinOp", left, op, right, ...made(origin) };
}

export function unaryOp(op: tree.UnaryOperator, operand: Expression, origin?: Origin): tree.UnaryOp {
  return { kind: "UnaryOp", op, operand, ...made(origin) };
}

export function not(operand: Expression, origin?: Origin): tree.UnaryOp {
  return unaryOp("Not", operand, origin);
}

/** Joins the values; operands that are the same operation are taken in, since `a and (b and c)` means `a and b and c`. */
export function boolOp(op: tree.BoolOperator, values: readonly Expression[], origin?: Origin): tree.BoolOp {
  const flat = values.flatMap((value) => (value.kind === "BoolOp" && value.op === op ? value.values : [value]));
  return { kind: "BoolOp", op, values: flat, ...made(origin) };
}

export function compare(left: Expression, op: tree.CompareOperator, right: Expression, origin?: Origin): tree.Compare {
  return { kind: "Compare", left, comparisons: [{ op, right }], ...made(origin) };
}

export function namedExpr(target: string | tree.Name, value: Expression, origin?: Origin): tree.NamedExpr {
  return {
    kind: "NamedExpr",
    target: typeof target === "string" ? name(target, origin) : target,
    value,
    ...made(origin),
  };
}

export function ifExp(test: Expression, body: Expression, orelse: Expression, origin?: Origin): tree.IfExp {
  return { kind: "IfExp", test, body, orelse, ...made(origin) };
}

export function lambda(args: tree.Arguments, body: Expression, origin?: Origin): tree.Lambda {
  return { kind: "Lambda", args, body, ...made(origin) };
}

export function list(elts: readonly Expression[], origin?: Origin): tree.List {
  return { kind: "List", elts, ...made(origin) };
}

export function tuple(elts: readonly Expression[], origin?: Origin): tree.Tuple {
  return { kind: "Tuple", elts, ...made(origin) };
}

/** A set display; with no elements it prints as `set()`. */
export function set(elts: readonly Expression[], origin?: Origin): tree.SetExpression {
  return { kind: "Set", elts, ...made(origin) };
}

export function dict(items: readonly tree.DictItem[], origin?: Origin): tree.Dict {
  return { kind: "Dict", items, ...made(origin) };
}

/** `key: value`, or `**value` where the key is undefined. */
export function dictItem(key: Expression | undefined, value: Expression, origin?: Origin): tree.DictItem {
  return { kind: "DictItem", key, value, ...made(origin) };
}

export function comprehension(
  target: Expression,
  iter: Expression,
  ifs: readonly Expression[] = [],
  isAsync = false,
  origin?: Origin,
): tree.Comprehension {
  return { kind: "comprehension", target, iter, ifs, isAsync, ...made(origin) };
}

export function listComp(elt: Expression, generators: readonly tree.Comprehension[], origin?: Origin): tree.ListComp {
  return { kind: "ListComp", elt, generators, ...made(origin) };
}

export function setComp(elt: Expression, generators: readonly tree.Comprehension[], origin?: Origin): tree.SetComp {
  return { kind: "SetComp", elt, generators, ...made(origin) };
}

export function dictComp(
  key: Expression,
  value: Expression,
  generators: readonly tree.Comprehension[],
  origin?: Origin,
): tree.DictComp {
  return { kind: "DictComp", key, value, generators, ...made(origin) };
}

export function generatorExp(
  elt: Expression,
  generators: readonly tree.Comprehension[],
  origin?: Origin,
): tree.GeneratorExp {
  return { kind: "GeneratorExp", elt, generators, ...made(origin) };
}

export function awaitExpression(value: Expression, origin?: Origin): tree.Await {
  return { kind: "Await", value, ...made(origin) };
}

export function yieldExpression(value?: Expression, origin?: Origin): tree.Yield {
  return { kind: "Yield", value, ...made(origin) };
}

export function yieldFrom(value: Expression, origin?: Origin): tree.YieldFrom {
  return { kind: "YieldFrom", value, ...made(origin) };
}

// Parameters.

/** The kinds of parameters that a plain list does not say. */
export interface ArgumentsOptions {
  readonly posonlyargs?: readonly tree.Arg[];
  readonly vararg?: tree.Arg;
  readonly kwonlyargs?: readonly tree.Arg[];
  readonly kwarg?: tree.Arg;
}

/** `arguments` is reserved in strict mode, hence the name. */
export function parameters(
  args: readonly tree.Arg[] = [],
  options: ArgumentsOptions = {},
  origin?: Origin,
): tree.Arguments {
  return {
    kind: "arguments",
    posonlyargs: options.posonlyargs ?? [],
    args,
    kwonlyargs: options.kwonlyargs ?? [],
    vararg: options.vararg,
    kwarg: options.kwarg,
    ...made(origin),
  };
}

export function arg(argName: string, annotation?: Expression, defaultValue?: Expression, origin?: Origin): tree.Arg {
  return { kind: "arg", arg: argName, annotation, default: defaultValue, ...made(origin) };
}

// Patterns and type parameters.

export function matchValue(value: Expression, origin?: Origin): tree.MatchValue {
  return { kind: "MatchValue", value, ...made(origin) };
}

export function matchSingleton(value: boolean | null, origin?: Origin): tree.MatchSingleton {
  return { kind: "MatchSingleton", value, ...made(origin) };
}

export function matchSequence(patterns: readonly tree.Pattern[], origin?: Origin): tree.MatchSequence {
  return { kind: "MatchSequence", patterns, ...made(origin) };
}

export function matchStar(starName?: string, origin?: Origin): tree.MatchStar {
  return { kind: "MatchStar", name: starName, ...made(origin) };
}

export function matchMapping(
  items: readonly tree.MatchMappingItem[],
  rest?: string,
  origin?: Origin,
): tree.MatchMapping {
  return { kind: "MatchMapping", items, rest, ...made(origin) };
}

export function matchClass(
  cls: Expression,
  patterns: readonly tree.Pattern[] = [],
  keywords: readonly tree.MatchClassKeyword[] = [],
  origin?: Origin,
): tree.MatchClass {
  return { kind: "MatchClass", cls, patterns, keywords, ...made(origin) };
}

/** `pattern as name`; a capture without a pattern; `_` without both. */
export function matchAs(pattern?: tree.Pattern, asName?: string, origin?: Origin): tree.MatchAs {
  return { kind: "MatchAs", pattern, name: asName, ...made(origin) };
}

export function matchOr(patterns: readonly tree.Pattern[], origin?: Origin): tree.MatchOr {
  return { kind: "MatchOr", patterns, ...made(origin) };
}

export function typeVar(varName: string, bound?: Expression, origin?: Origin): tree.TypeVar {
  return { kind: "TypeVar", name: varName, bound, ...made(origin) };
}

export function typeAlias(
  aliasName: tree.Name,
  value: Expression,
  typeParams: readonly tree.TypeParam[] = [],
  origin?: Origin,
): tree.TypeAlias {
  return { kind: "TypeAlias", name: aliasName, typeParams, value, ...made(origin) };
}
