import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { named, typeSymbol } from "../../types/build.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { catches, handlerNames, rootExceptions, type Raised } from "../raises.ts";
import { Untranslatable } from "../untranslatable.ts";
import { errorTypes } from "./exceptions.ts";
import * as build from "./syntax.ts";
import { isTerminating } from "./terminating.ts";

const errorType = named(typeSymbol("error", "universe", "interface"));

/** The same for an error that is no variable yet. */
export function handle(
  handlers: readonly ir.Handler[],
  error: go.Expr,
  reaching: readonly Raised[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  if (error.kind === "Ident") return dispatch(handlers, error, reaching, context);
  const name = build.ident("err");
  const handled = dispatch(handlers, name, reaching, context);
  return mentions(handled, "err") ? [build.define("err", error), ...handled] : handled;
}

function mentions(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, name));
  if (typeof value !== "object" || value === null) return false;
  const node = value as { readonly kind?: string; readonly name?: unknown };
  if (node.kind === "Ident" && node.name === name) return true;
  return Object.entries(value).some(([key, part]) => key !== "origin" && key !== "leading" && mentions(part, name));
}

/**
 * What happens with an error: the handler that it fits, or on to where errors go from here. `reaching`: the exceptions that may be in it; a handler that
 * takes all that are left needs no test.
 */
export function dispatch(
  handlers: readonly ir.Handler[],
  error: go.Expr,
  reaching: readonly Raised[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  const [handler, ...others] = handlers;
  if (handler === undefined) return context.failure.propagate(error);
  const names = handlerNames(handler);
  const left = reaching.filter((raised) => !catches(names, raised));
  const isReached = left.length < reaching.length || reaching.some((raised) => raised[0] === "unknown");
  if (!isReached) return dispatch(others, error, reaching, context);
  const types = handler.types.flatMap((type) => (type.kind === "named" ? [type] : []));
  const isTested = left.length > 0;
  const body = new HandlerBody(handler, error, context);
  const [only] = types;
  const view = body.needsView && types.length === 1 && only && hasView(only) ? only : undefined;
  if (view !== undefined) {
    const name = context.name(handler.binding!);
    const lowered = context.type(view);
    const init = build.define([name, isTested ? "ok" : "_"], found(lowered, error, context));
    if (!isTested) return [init, ...body.lowered];
    return chain(build.ident("ok"), body.lowered, dispatch(others, error, left, context), init);
  }
  if (body.needsView)
    throw new Untranslatable(
      "handler-fields",
      "The fields of an exception of several classes are not translated; handle the classes one by one.",
    );
  if (!isTested) return body.lowered;
  const further = dispatch(others, error, left, context);
  const alternatives = types.flatMap((type) => goTypes(type, context, reaching));
  const [single] = alternatives;
  if (alternatives.length === 1 && !context.facts.hasCauses)
    return chain(build.ident("ok"), body.lowered, further, build.define(["_", "ok"], found(single!, error, context)));
  return chain(tests(alternatives, error, context), body.lowered, further, undefined);
}

/** `if … { … } else { … }`, without the `else` where the first part leaves. */
function chain(
  test: go.Expr,
  then: readonly go.Stmt[],
  otherwise: readonly go.Stmt[],
  init: go.Stmt | undefined,
): readonly go.Stmt[] {
  if (!isTerminating(then) && then.at(-1)?.kind !== "BranchStmt")
    return [build.ifStatement(test, then, otherwise, init)];
  return [build.ifStatement(test, then, undefined, init), ...otherwise];
}

/** `errors.AsType[*T](err)`; where errors keep what caused them, without going through causes. */
function found(type: go.Expr, error: go.Expr, context: GoLowerContext): go.Expr {
  if (!context.facts.hasCauses) return build.call(build.index(build.packageMember("errors", "AsType"), type), error);
  return build.call(build.index(context.helper("asError"), type), error);
}

/** Whether the error is of one of the classes. */
export function tests(alternatives: readonly go.Expr[], error: go.Expr, context: GoLowerContext): go.Expr {
  return alternatives
    .map((type): go.Expr => build.call(build.index(context.helper("isError"), type), error))
    .reduce((left, right) => build.binary(left, "||", right));
}

/** The Go types that stand for a class and, for one of the library, its subclasses there. */
export function goTypes(type: NamedType, context: GoLowerContext, reaching?: readonly Raised[]): readonly go.Expr[] {
  if (type.symbol.module === "") return [context.type(type)];
  const names = [type.symbol.name, ...(librarySubclasses[type.symbol.name] ?? [])];
  if (rootExceptions.has(type.symbol.name))
    throw new Untranslatable("exception-class", "A test for `Exception` holds for every error; leave it out.");
  const isKnown = reaching?.every((raised) => raised[0] !== "unknown") === true;
  const possible = isKnown
    ? names.filter((name) =>
        reaching.some(
          (raised) =>
            raised[0] === name || (name === type.symbol.name && raised.includes(name) && !names.includes(raised[0])),
        ),
      )
    : names;
  const known = (possible.length > 0 ? possible : names).filter((name) => errorTypes.has(name));
  if (known.length === 0)
    throw new Untranslatable(
      "exception-class",
      `\`except ${type.symbol.name}\` is not translated; Go has no such error.`,
    );
  return known.map((name) => build.star(context.helper(name)));
}

const librarySubclasses: Readonly<Record<string, readonly string[]>> = {
  LookupError: ["IndexError", "KeyError"],
  ArithmeticError: ["ZeroDivisionError", "OverflowError"],
  OSError: ["FileNotFoundError", "FileExistsError", "PermissionError", "TimeoutError", "ConnectionError"],
  RuntimeError: ["NotImplementedError"],
  ValueError: ["UnicodeDecodeError"],
};

/** The body of a handler with the exception under its Go names: the error itself, and a view of it as a class with fields. */
class HandlerBody {
  readonly lowered: readonly go.Stmt[];
  /** Whether the body reads fields of the exception. */
  readonly needsView: boolean;

  constructor(handler: ir.Handler, error: go.Expr, context: GoLowerContext) {
    const { binding } = handler;
    this.needsView =
      binding !== undefined &&
      handler.body.some(
        (statement) =>
          usesFields(statement, binding) || (!isOpen(binding.type, context) && keepsValue(statement, binding)),
      );
    const isOwn = this.needsView && !isOpen(binding!.type, context);
    const mayShadow =
      handler.body.some((statement) => containsTry(statement)) ||
      context.raises(handler.body.filter((statement) => statement.kind !== "Raise")).length > 0;
    const uses = handler.body.some((statement) => usesError(statement, isOwn ? undefined : binding));
    const held: Binding = {
      name: mayShadow ? (binding !== undefined && !this.needsView ? binding.name : "failure") : "err",
      kind: "local",
      id: mayShadow ? `handler/${handler.origin?.ranges[0]?.span.start ?? 0}` : "failure",
      type: errorType,
      captured: false,
      assignments: 1,
      reads: 1,
    };
    const body = handler.body.map((statement) => replaceUses(statement, isOwn ? undefined : binding, held, binding));
    const start = mayShadow && uses ? [build.define(context.name(held), error)] : [];
    this.lowered = [...start, ...context.statements(body)];
  }
}

/** Whether the class has a type of its own in Go, which has its fields. */
function hasView(type: NamedType): boolean {
  return type.symbol.module === "" || type.symbol.name === "ExceptionGroup";
}

/** What keeps a value, or hands it on, under its own type. */
const keepers: ReadonlySet<ir.Kind> = new Set([
  "ListAppend",
  "ListInsert",
  "ListLiteral",
  "TupleLiteral",
  "DictLiteral",
  "SetAdd",
  "Assign",
  "Return",
  "Call",
  "MethodCall",
  "New",
]);

/** Whether the exception of a class of the program is kept as what it is. */
function keepsValue(node: ir.Node, binding: Binding): boolean {
  let found = false;
  walk(node, (inner) => {
    if (!keepers.has(inner.kind)) return;
    forEachChild(inner, (child) => void (found ||= child.sort === "expression" && isUse(child, binding)));
  });
  return found;
}

function isOpen(type: Type, context: GoLowerContext): boolean {
  if (type.kind === "named" && type.symbol.name === "ExceptionGroup") return false;
  return type.kind === "named" && (type.symbol.module !== "" || context.facts.subclasses(type.symbol).length > 0);
}

function containsTry(statement: ir.Statement): boolean {
  let found = false;
  walk(statement, (node) => void (found ||= node.kind === "Try" || ("failure" in node && node.failure !== undefined)));
  return found;
}

/** Whether members of the class of the program are used, its message aside. */
function usesFields(node: ir.Node, binding: Binding): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.kind === "Field" && isUse(inner.object, binding)) found = true;
    if (inner.kind === "ExceptionPart" && inner.part !== "args" && isUse(inner.operand, binding)) found = true;
    if (inner.kind === "MethodCall" && inner.viaSuper !== true && isUse(inner.receiver, binding)) found = true;
  });
  return found;
}

function isUse(node: ir.Expression, binding: Binding): boolean {
  return node.kind === "Variable" ? node.binding === binding : node.kind === "Cast" && isUse(node.operand, binding);
}

/** Whether the error itself is used: by a bare `raise`, or by name where it is not a field's object. */
function usesError(node: ir.Node, binding: Binding | undefined): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.kind === "Raise" && inner.error === undefined) found = true;
    if (inner.kind === "Variable" && inner.binding === binding) found = true;
  });
  return found;
}

/** The statement with the exception by its Go name. A bare `raise` inside a handler of its own means that handler's exception. */
function replaceUses<N extends ir.Node>(
  node: N,
  from: Binding | undefined,
  to: Binding,
  original: Binding | undefined,
): N {
  const reference: ir.Variable = { sort: "expression", kind: "Variable", binding: to, type: from?.type ?? errorType };
  if (node.kind === "Raise" && node.error === undefined)
    return { ...node, error: { ...reference, type: original?.type ?? errorType } };
  if (from !== undefined) {
    if (node.kind === "Field" && isUse(node.object, from)) return node;
    if (node.kind === "MethodCall" && isUse(node.receiver, from))
      return {
        ...node,
        arguments: node.arguments.map((argument) => ({
          ...argument,
          value: replaceUses(argument.value, from, to, original),
        })),
      };
    if (node.kind === "Variable" && node.binding === from) return { ...reference, type: node.type } as unknown as N;
  }
  if (node.kind === "Try") {
    const inner = node.handlers.map((handler) => ({
      ...handler,
      body: handler.body.map((statement) => keepRaise(statement, from, to, original)),
    }));
    return {
      ...mapChildren<ir.Node>({ ...node, handlers: [] }, (child) => replaceUses(child, from, to, original)),
      handlers: inner,
    } as unknown as N;
  }
  return mapChildren<ir.Node>(node, (child) => replaceUses(child, from, to, original)) as N;
}

/** The same where a bare `raise` means another exception. */
function keepRaise<N extends ir.Node>(
  node: N,
  from: Binding | undefined,
  to: Binding,
  original: Binding | undefined,
): N {
  if (node.kind === "Raise" && node.error === undefined) return node;
  if (from !== undefined && node.kind === "Variable" && node.binding === from)
    return { sort: "expression", kind: "Variable", binding: to, type: node.type } as unknown as N;
  return mapChildren<ir.Node>(node, (child) => keepRaise(child, from, to, original)) as N;
}
