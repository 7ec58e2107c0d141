import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { tuple, variable } from "../../ir/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { NamedType, Type, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { embeddedName, exceptionShape } from "./exception-shape.ts";
import { initializedBy } from "./class-layout.ts";
import { type ClassValue, classValues, keepsAttribute } from "./exception-attributes.ts";
import { constructorName } from "./constructor.ts";
import * as build from "./syntax.ts";

/*
 * Exceptions as Go has them: values of the interface `error`. Classes of the program are structs with a method `Error`; Python's own classes are
 * plain errors, unless the program tells them apart, and then small error types.
 */

/** An instance of an exception as Go makes it, for classes that have no `__init__` of their own. */
export function lowerExceptionNew(node: ir.New, context: GoLowerContext): go.Expr {
  if (node.type.kind !== "named") throw new Untranslatable("exception", "The class of this exception is not known.");
  if (node.type.symbol.name === "HTTPException" && node.type.symbol.module === "fastapi")
    return httpException(node, context);
  // The constructor of a base takes names and `**options` as other functions do.
  const isMade = initializedBy(node.type.symbol, context) !== undefined;
  if (
    node.arguments.some(
      ({ spread, name }) =>
        spread === "positional" || (!isMade && (spread !== undefined || (name !== undefined && name !== "args"))),
    )
  ) {
    throw new Untranslatable(
      "exception-arguments",
      "Arguments that are spread into an exception, or passed by name, are not translated; pass one message.",
    );
  }
  const { symbol } = node.type;
  const values = node.arguments.map((argument) => argument.value);
  if (keepsArguments(values, symbol, context)) return withArguments(node, node.type, values, context);
  return bareException(node, node.type, values, context);
}

/** Whether the program asks for the arguments of exceptions and those of this one are not its message. */
function keepsArguments(values: readonly ir.Expression[], symbol: TypeSymbol, context: GoLowerContext): boolean {
  if (!context.facts.asksArguments || values.length === 0 || symbol.name === "ExceptionGroup") return false;
  const [only] = values;
  const isMessage = values.length === 1 && only!.type.kind === "string" && !isA(symbol, "KeyError");
  return !isMessage || (only!.kind === "StringLiteral" && only.value === "");
}

/** `withArguments(&Name{…}, a, b)`: the arguments are evaluated once. */
function withArguments(
  node: ir.New,
  type: NamedType,
  values: readonly ir.Expression[],
  context: GoLowerContext,
): go.Expr {
  if (node.embedded === true || values.some((value) => !plainKinds.has(value.type.kind)))
    throw new Untranslatable(
      "exception-args",
      "The arguments of this exception are not kept apart in Go; use its message, or fields of a class of your own.",
    );
  const held = values.map((value) => kept(value, context));
  const made = bareException(node, type, held, context);
  return build.call(context.helper("withArguments"), made, ...context.expressions(held));
}

/** The value in a variable, unless it can be written twice. */
function kept(value: ir.Expression, context: GoLowerContext): ir.Expression {
  if (value.kind.endsWith("Literal") || (value.kind === "Variable" && value.type.kind === value.binding.type.kind))
    return value;
  const name = context.fresh("argument");
  const binding: Binding = {
    name,
    kind: "local",
    id: `exception/${name}`,
    type: value.type,
    captured: false,
    assignments: 1,
    reads: 2,
  };
  context.emit(build.define(context.name(binding), context.expression(value)));
  return variable(binding);
}

/** What boxing in an interface keeps as it is. */
const plainKinds: ReadonlySet<Type["kind"]> = new Set(["string", "int", "float", "bool", "none", "any"]);

function bareException(
  node: ir.New,
  type: NamedType,
  values: readonly ir.Expression[],
  context: GoLowerContext,
): go.Expr {
  const { symbol } = type;
  if (symbol.module !== "") return libraryException(symbol, values, context);
  const attributes = classValues(symbol, context);
  const message = values.length === 0 ? undefined : (own: TypeSymbol) => messageOf(values, own, context);
  const made = exceptionLiteral(type, message, values, attributes, context);
  if (node.embedded === true) return made;
  const whole = build.unary("&", made);
  const isMadeByBase = initializedBy(symbol, context) !== undefined;
  const changed = isMadeByBase ? attributes.filter(({ owner }) => owner === symbol) : [];
  if (changed.length === 0) return whole;
  // The constructor of the base sets what holds for the base.
  const name = context.temporary("failure", whole);
  for (const { name: attribute, value } of changed)
    context.emit(
      build.assign(build.selector(name, context.member(attribute, undefined, "field")), context.expression(value)),
    );
  return name;
}

const answers = ["status_code", "detail", "headers"] as const;
const answerFields = { status_code: "StatusCode", detail: "Detail", headers: "Headers" } as const;

/** `HTTPException(status_code=404, detail="…")`; without a detail it is the text of the status. */
function httpException(node: ir.New, context: GoLowerContext): go.Expr {
  const names = node.arguments.map((argument, position) => argument.name ?? answers[position]);
  if (node.arguments.some((argument) => argument.spread !== undefined) || !names.includes("status_code"))
    throw new Untranslatable("exception-arguments", "The status of this HTTPException is not known.");
  const values = context.expressions(node.arguments.map((argument) => argument.value));
  const fields = values.map((value, position) => {
    const name = names[position];
    if (name === undefined || !(name in answerFields))
      throw new Untranslatable("exception-arguments", `HTTPException has no argument \`${name ?? ""}\`.`);
    return build.keyValue(build.ident(answerFields[name as keyof typeof answerFields]), value);
  });
  const status = values[names.indexOf("status_code")]!;
  const missing = names.includes("detail")
    ? []
    : [build.keyValue(build.ident("Detail"), build.libraryCall("net/http", "StatusText", status))];
  return build.unary("&", build.composite(context.helper("HTTPException"), [...fields, ...missing]));
}

/** `Name{…}`: a struct of the class itself, the bases inside it. `attributes`: the values of class attributes, of whatever class keeps them. */
export function exceptionLiteral(
  type: NamedType,
  message: ((symbol: TypeSymbol) => go.Expr) | undefined,
  values: readonly ir.Expression[],
  attributes: readonly ClassValue[],
  context: GoLowerContext,
): go.Expr {
  if (type.symbol.module !== "")
    return build.composite(
      context.helper(type.symbol.name),
      message ? [build.keyValue(build.ident("Message"), message(type.symbol))] : [],
    );
  const shape = exceptionShape(type.symbol, context.facts);
  const bare = bareName(type, context);
  const own = attributes
    .filter(({ name }) => keepsAttribute(type.symbol, name, context))
    .map(({ name, value }) =>
      build.keyValue(build.ident(context.member(name, undefined, "field")), context.expression(value)),
    );
  const inner = shape.base ?? shape.libraryBase;
  if (inner === undefined) {
    const text = message ? [build.keyValue(build.ident(shape.messageField), message(type.symbol))] : [];
    return build.composite(bare, [...own, ...text]);
  }
  const made =
    shape.base && context.facts.shapeOf(shape.base.symbol)?.hasConstructor
      ? build.star(build.call(constructorName(embeddedName(shape, context)), ...context.expressions(values)))
      : exceptionLiteral(inner, message, values, attributes, context);
  return build.composite(bare, [build.keyValue(build.ident(embeddedName(shape, context)), made), ...own]);
}

function bareName(type: NamedType, context: GoLowerContext): go.Ident {
  const lowered = context.type(type);
  const bare = lowered.kind === "StarExpr" ? lowered.x : lowered;
  if (bare.kind !== "Ident") throw new Untranslatable("exception", "The type of this exception is not translated.");
  return bare;
}

/** One of Python's own exceptions: an error with a message, or an error type where handlers name the class. */
function libraryException(symbol: TypeSymbol, values: readonly ir.Expression[], context: GoLowerContext): go.Expr {
  if (symbol.name === "ExceptionGroup" && values.length === 2) {
    const [message, errors] = context.expressions(values);
    return build.unary("&", build.composite(context.helper("ExceptionGroup"), [message!, errors!]));
  }
  if (context.facts.isDistinguished(symbol.name)) {
    if (!errorTypes.has(symbol.name))
      throw new Untranslatable(
        "exception-class",
        `Handlers that single out \`${symbol.name}\` are not translated; define an exception class of your own.`,
      );
    const text =
      values.length === 0 ? [] : [build.keyValue(build.ident("Message"), messageOf(values, symbol, context))];
    return build.unary("&", build.composite(context.helper(symbol.name), text));
  }
  return plainError(values.length === 0 ? build.string("") : messageOf(values, symbol, context));
}

/** Python's exceptions for which there is an error type. */
export const errorTypes: ReadonlySet<string> = new Set([
  "ArithmeticError",
  "AssertionError",
  "AttributeError",
  "BufferError",
  "CancelledError",
  "ConnectionError",
  "EOFError",
  "ExceptionGroup",
  "Empty",
  "FileExistsError",
  "FileNotFoundError",
  "Full",
  "IndexError",
  "CalledProcessError",
  "JSONDecodeError",
  "KeyError",
  "LookupError",
  "NotImplementedError",
  "OSError",
  "OverflowError",
  "PermissionError",
  "QueueEmpty",
  "QueueFull",
  "RuntimeError",
  "StopIteration",
  "TimeoutError",
  "TypeError",
  "UnicodeDecodeError",
  "ValueError",
  "WebSocketDisconnect",
  "ZeroDivisionError",
]);

/** `errors.New(text)`, or `fmt.Errorf(…)` for a text that is being formatted. */
export function plainError(text: go.Expr): go.Expr {
  const isFormat =
    text.kind === "CallExpr" &&
    text.fun.kind === "SelectorExpr" &&
    text.fun.sel.name === "Sprintf" &&
    text.fun.x.kind === "Ident" &&
    text.fun.x.name === "fmt";
  return isFormat && text.kind === "CallExpr"
    ? build.libraryCall("fmt", "Errorf", ...text.args)
    : build.libraryCall("errors", "New", text);
}

/** What `str()` of an exception with these arguments gives. */
export function messageOf(values: readonly ir.Expression[], symbol: TypeSymbol, context: GoLowerContext): go.Expr {
  const [only] = values;
  if (only === undefined) return build.string("");
  if (values.length > 1) return context.text(tuple(values), "str");
  return context.text(only, isA(symbol, "KeyError") ? "repr" : "str");
}

/** Whether the class is the one of this name or derives from it. */
export function isA(symbol: TypeSymbol, name: string): boolean {
  return symbol.name === name || symbol.bases.some((base: Type) => base.kind === "named" && isA(base.symbol, name));
}
