import type { Origin } from "../base/origin.ts";
import { made } from "./build-base.ts";
import type * as tree from "./tree.ts";

type Expression = tree.Expression;
type Statement = tree.Statement;

export function module(body: readonly Statement[], origin?: Origin): tree.Module {
  return { kind: "Module", body, ...made(origin) };
}

/** What a function definition may have besides name, parameters and body. */
export interface FunctionOptions {
  readonly returns?: Expression;
  readonly decoratorList?: readonly Expression[];
  readonly typeParams?: readonly tree.TypeParam[];
  readonly isAsync?: boolean;
}

export function functionDef(
  name: string,
  args: tree.Arguments,
  body: readonly Statement[],
  options: FunctionOptions = {},
  origin?: Origin,
): tree.FunctionDef | tree.AsyncFunctionDef {
  return {
    kind: options.isAsync === true ? "AsyncFunctionDef" : "FunctionDef",
    name,
    typeParams: options.typeParams ?? [],
    args,
    body,
    decoratorList: options.decoratorList ?? [],
    returns: options.returns,
    ...made(origin),
  };
}

/** What a class definition may have besides name and body. */
export interface ClassOptions {
  readonly bases?: readonly Expression[];
  readonly keywords?: readonly tree.Keyword[];
  readonly decoratorList?: readonly Expression[];
  readonly typeParams?: readonly tree.TypeParam[];
}

export function classDef(
  name: string,
  body: readonly Statement[],
  options: ClassOptions = {},
  origin?: Origin,
): tree.ClassDef {
  return {
    kind: "ClassDef",
    name,
    typeParams: options.typeParams ?? [],
    bases: options.bases ?? [],
    keywords: options.keywords ?? [],
    body,
    decoratorList: options.decoratorList ?? [],
    ...made(origin),
  };
}

export function returnStatement(value?: Expression, origin?: Origin): tree.Return {
  return { kind: "Return", value, ...made(origin) };
}

export function deleteStatement(targets: readonly Expression[], origin?: Origin): tree.Delete {
  return { kind: "Delete", targets, ...made(origin) };
}

export function assign(target: Expression | readonly Expression[], value: Expression, origin?: Origin): tree.Assign {
  return { kind: "Assign", targets: "kind" in target ? [target] : target, value, ...made(origin) };
}

export function augAssign(
  target: Expression,
  op: tree.BinaryOperator,
  value: Expression,
  origin?: Origin,
): tree.AugAssign {
  return { kind: "AugAssign", target, op, value, ...made(origin) };
}

export function annAssign(
  target: Expression,
  annotation: Expression,
  value?: Expression,
  origin?: Origin,
): tree.AnnAssign {
  return { kind: "AnnAssign", target, annotation, value, simple: target.kind === "Name", ...made(origin) };
}

export function forLoop(
  target: Expression,
  iter: Expression,
  body: readonly Statement[],
  orelse: readonly Statement[] = [],
  origin?: Origin,
): tree.For {
  return { kind: "For", target, iter, body, orelse, ...made(origin) };
}

export function asyncFor(
  target: Expression,
  iter: Expression,
  body: readonly Statement[],
  orelse: readonly Statement[] = [],
  origin?: Origin,
): tree.AsyncFor {
  return { kind: "AsyncFor", target, iter, body, orelse, ...made(origin) };
}

export function whileLoop(
  test: Expression,
  body: readonly Statement[],
  orelse: readonly Statement[] = [],
  origin?: Origin,
): tree.While {
  return { kind: "While", test, body, orelse, ...made(origin) };
}

/** An `orelse` of one `If` prints as `elif`. */
export function ifStatement(
  test: Expression,
  body: readonly Statement[],
  orelse: readonly Statement[] = [],
  origin?: Origin,
): tree.If {
  return { kind: "If", test, body, orelse, ...made(origin) };
}

export function withStatement(items: readonly tree.WithItem[], body: readonly Statement[], origin?: Origin): tree.With {
  return { kind: "With", items, body, ...made(origin) };
}

export function asyncWith(
  items: readonly tree.WithItem[],
  body: readonly Statement[],
  origin?: Origin,
): tree.AsyncWith {
  return { kind: "AsyncWith", items, body, ...made(origin) };
}

export function withItem(contextExpr: Expression, optionalVars?: Expression, origin?: Origin): tree.WithItem {
  return { kind: "withitem", contextExpr, optionalVars, ...made(origin) };
}

export function match(subject: Expression, cases: readonly tree.MatchCase[], origin?: Origin): tree.Match {
  return { kind: "Match", subject, cases, ...made(origin) };
}

export function matchCase(
  pattern: tree.Pattern,
  body: readonly Statement[],
  guard?: Expression,
  origin?: Origin,
): tree.MatchCase {
  return { kind: "match_case", pattern, guard, body, ...made(origin) };
}

export function raise(exc?: Expression, cause?: Expression, origin?: Origin): tree.Raise {
  return { kind: "Raise", exc, cause, ...made(origin) };
}

/** The clauses of a `try`; a missing list is empty. */
export interface TryClauses {
  readonly body: readonly Statement[];
  readonly handlers?: readonly tree.ExceptHandler[];
  readonly orelse?: readonly Statement[];
  readonly finalbody?: readonly Statement[];
  /** `except*` */
  readonly star?: boolean;
}

export function tryStatement(clauses: TryClauses, origin?: Origin): tree.Try | tree.TryStar {
  return {
    kind: clauses.star === true ? "TryStar" : "Try",
    body: clauses.body,
    handlers: clauses.handlers ?? [],
    orelse: clauses.orelse ?? [],
    finalbody: clauses.finalbody ?? [],
    ...made(origin),
  };
}

export function exceptHandler(
  type: Expression | undefined,
  name: string | undefined,
  body: readonly Statement[],
  origin?: Origin,
): tree.ExceptHandler {
  return { kind: "ExceptHandler", type, name, body, ...made(origin) };
}

export function assert(test: Expression, msg?: Expression, origin?: Origin): tree.Assert {
  return { kind: "Assert", test, msg, ...made(origin) };
}

export function importNames(names: readonly (string | tree.Alias)[], origin?: Origin): tree.Import {
  return {
    kind: "Import",
    names: names.map((name) => (typeof name === "string" ? alias(name) : name)),
    ...made(origin),
  };
}

export function importFrom(
  moduleName: string | undefined,
  names: readonly (string | tree.Alias)[],
  level = 0,
  origin?: Origin,
): tree.ImportFrom {
  return {
    kind: "ImportFrom",
    module: moduleName,
    names: names.map((name) => (typeof name === "string" ? alias(name) : name)),
    level,
    ...made(origin),
  };
}

export function alias(name: string, asname?: string, origin?: Origin): tree.Alias {
  return { kind: "alias", name, asname, ...made(origin) };
}

export function global(names: readonly string[], origin?: Origin): tree.Global {
  return { kind: "Global", names, ...made(origin) };
}

export function nonlocal(names: readonly string[], origin?: Origin): tree.Nonlocal {
  return { kind: "Nonlocal", names, ...made(origin) };
}

export function expr(value: Expression, origin?: Origin): tree.Expr {
  return { kind: "Expr", value, ...made(origin) };
}

export function pass(origin?: Origin): tree.Pass {
  return { kind: "Pass", ...made(origin) };
}

export function breakStatement(origin?: Origin): tree.Break {
  return { kind: "Break", ...made(origin) };
}

export function continueStatement(origin?: Origin): tree.Continue {
  return { kind: "Continue", ...made(origin) };
}

/** A docstring; the printer sets it in triple quotes where it stands first in a body. */
export function docstring(text: string, origin?: Origin): tree.Expr {
  return expr({ kind: "Constant", value: { type: "str", value: text, triple: true }, ...made(origin) }, origin);
}
