import type * as go from "../../go/tree.ts";
import { mapChildren } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { embeddedName, exceptionShape, type ExceptionShape } from "./exception-shape.ts";
import { messageOf } from "./exceptions.ts";
import { constructorName } from "./constructor.ts";
import * as build from "./syntax.ts";

const nowhere = { start: 0, end: 0 } as const;

/** The struct, the constructor and the methods that an exception class of the program becomes. */
export function lowerException(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  if (node.bases.length > 1)
    throw new Untranslatable(
      "exception-bases",
      `\`${node.symbol.name}\` has several bases; a Go error type stands for one.`,
    );
  if (node.classAttributes.length > 0)
    throw new Untranslatable(
      "class-attribute",
      `The class attributes of \`${node.symbol.name}\` are not translated; make them fields, or variables of the package.`,
    );
  if (node.dataclass)
    throw new Untranslatable(
      "exception-dataclass",
      "An exception that is a dataclass is not translated; write its `__init__`.",
    );
  const name = context.name(node.binding);
  const shape = exceptionShape(node.symbol, context.facts);
  const self: NamedType = { kind: "named", symbol: node.symbol, arguments: [] };
  return [
    struct(node, name, shape, context),
    ...(node.initializer ? [constructor(node, node.initializer, name, shape, self, context)] : []),
    ...errorMethod(node, name, shape, context),
    ...(shape.base || shape.libraryBase ? [asMethod(name, shape, context)] : []),
    ...node.methods.filter((method) => method.name !== "__str__").flatMap((method) => context.inner(method, true)),
  ];
}

function struct(node: ir.Record, name: string, shape: ExceptionShape, context: GoLowerContext): go.GenDecl {
  const inner =
    shape.base || shape.libraryBase ? [build.field(undefined, build.ident(embeddedName(shape, context)))] : [];
  const own = node.fields.map((field) =>
    build.field(context.member(field.name, undefined, "field"), context.type(field.type)),
  );
  const message =
    inner.length === 0 && !shape.sharesMessage && needsMessage(node)
      ? [build.field(shape.messageField, build.ident("string"))]
      : [];
  const spec: go.TypeSpec = {
    kind: "TypeSpec",
    name: build.ident(name),
    assign: false,
    type: build.structType([...inner, ...own, ...message]),
    span: nowhere,
  };
  const documentation = node.documentation
    ? { leading: node.documentation.split("\n").map((text) => ({ text: text.trimEnd(), block: false })) }
    : {};
  return { kind: "GenDecl", tok: "type", parenthesized: false, specs: [spec], span: nowhere, ...documentation };
}

/** A class that shows itself by `__str__` alone may need no message. */
function needsMessage(node: ir.Record): boolean {
  const shows = node.methods.some((method) => method.name === "__str__");
  return !shows || node.initializer === undefined || superArguments(node.initializer) !== undefined;
}

function errorMethod(
  node: ir.Record,
  name: string,
  shape: ExceptionShape,
  context: GoLowerContext,
): readonly go.Decl[] {
  const shown = node.methods.find((method) => method.name === "__str__");
  if (shown)
    return context
      .inner({ ...shown, body: shown.body.map((statement) => superText(statement, node, shape)) }, true)
      .map((decl) => (decl.kind === "FuncDecl" ? { ...decl, name: build.ident("Error") } : decl));
  if (shape.base || shape.libraryBase) return [];
  const receiver = name.charAt(0).toLowerCase();
  const body = build.block([build.returnStatement(build.selector(build.ident(receiver), shape.messageField))]);
  return [method(name, receiver, "Error", [], [build.field(undefined, build.ident("string"))], body)];
}

/** `super().__str__()` is the message that the class keeps. */
function superText<N extends ir.Node>(node: N, record: ir.Record, shape: ExceptionShape): N {
  if (node.kind === "MethodCall" && node.viaSuper === true && node.method === "__str__")
    throw new Untranslatable(
      "super-call",
      `\`super().__str__()\` of \`${record.symbol.name}\` is not translated; use \`${shape.messageField}\`.`,
    );
  return mapChildren<ir.Node>(node, (child) => superText(child, record, shape)) as N;
}

function method(
  type: string,
  receiver: string,
  name: string,
  parameters: readonly go.Field[],
  results: readonly go.Field[],
  body: go.BlockStmt,
): go.FuncDecl {
  return {
    kind: "FuncDecl",
    recv: build.fields([build.field(receiver, build.star(build.ident(type)))]),
    name: build.ident(name),
    type: build.functionType(parameters, results),
    body,
    span: nowhere,
  };
}

/** `As`: the class is found where its base is looked for. */
function asMethod(name: string, shape: ExceptionShape, context: GoLowerContext): go.FuncDecl {
  const receiver = name.charAt(0).toLowerCase();
  const base = build.ident(embeddedName(shape, context));
  const inner = build.selector(build.ident(receiver), base.name);
  const found: go.Expr = {
    kind: "TypeAssertExpr",
    x: build.ident("target"),
    type: build.star(build.star(base)),
    span: nowhere,
  };
  const store = build.ifStatement(
    build.ident("ok"),
    [build.assign(build.star(build.ident("base")), build.unary("&", inner))],
    undefined,
    build.define(["base", "ok"], found),
  );
  const further =
    shape.base &&
    (exceptionShape(shape.base.symbol, context.facts).base ||
      exceptionShape(shape.base.symbol, context.facts).libraryBase);
  const last = further ? build.call(build.selector(inner, "As"), build.ident("target")) : build.ident("false");
  const body = build.block([
    { ...store, body: build.block([...store.body.list, build.returnStatement(build.ident("true"))]) },
    build.returnStatement(last),
  ]);
  const decl = method(
    name,
    receiver,
    "As",
    [build.field("target", build.ident("any"))],
    [build.field(undefined, build.ident("bool"))],
    body,
  );
  return { ...decl, leading: [{ text: `As finds the ${base.name} that a ${name} is.`, block: false }] };
}

/** The arguments of `super().__init__(…)`, or undefined where it is not called. */
export function superArguments(init: ir.Function): readonly ir.Expression[] | undefined {
  for (const statement of init.body) {
    const call = statement.kind === "ExpressionStatement" ? statement.expression : undefined;
    if (call?.kind === "MethodCall" && call.viaSuper === true && call.method === "__init__") {
      if (call.arguments.some((argument) => argument.spread !== undefined))
        throw new Untranslatable(
          "exception-arguments",
          "Arguments that are spread into `super().__init__` are not translated.",
        );
      return call.arguments.map((argument) => argument.value);
    }
  }
  return undefined;
}

/** `func NewName(…) *Name` */
function constructor(
  node: ir.Record,
  init: ir.Function,
  name: string,
  shape: ExceptionShape,
  self: NamedType,
  context: GoLowerContext,
): go.FuncDecl {
  if (context.facts.constructorFails(node.symbol))
    throw new Untranslatable(
      "exception-constructor",
      "The `__init__` of this exception can raise one itself, which is not translated.",
    );
  const receiver = init.receiver;
  const given =
    superArguments(init) ??
    init.parameters.map((parameter): ir.Expression => ({
      sort: "expression",
      kind: "Variable",
      binding: parameter.binding,
      type: parameter.type,
    }));
  if (superArguments(init) === undefined && init.parameters.some((parameter) => parameter.kind !== "positional"))
    throw new Untranslatable(
      "exception-arguments",
      "The message of this exception comes from parameters that are not plain; call `super().__init__`.",
    );
  const fields = plainFields(init, receiver);
  if (fields === undefined)
    throw new Untranslatable(
      "exception-constructor",
      "This `__init__` does more than to set fields, which is not translated for exceptions.",
    );
  const parameters = init.parameters.map((parameter) => parameter.binding);
  const type: Type = self;
  const values: go.Expr[] = [];
  const body = context.functionBody([], { result: type, fails: false, isGenerator: false, isAsync: false, parameters });
  const made = context.capture(() => {
    const head =
      shape.base || shape.libraryBase
        ? [build.keyValue(build.ident(embeddedName(shape, context)), baseValue(given, shape, context))]
        : [];
    const own = fields.map((field) =>
      build.keyValue(build.ident(context.member(field.name, undefined, "field")), context.expression(field.value)),
    );
    const message =
      head.length === 0 && !shape.sharesMessage && needsMessage(node)
        ? [build.keyValue(build.ident(shape.messageField), messageOf(given, node.symbol, context))]
        : [];
    values.push(...head, ...own, ...message);
    return build.unary("&", build.composite(build.ident(name), values));
  });
  const list = [...body.list, ...made.emitted, build.returnStatement(made.value)];
  const typed = init.parameters.map((parameter) =>
    build.field(context.name(parameter.binding), context.type(parameter.type)),
  );
  return {
    kind: "FuncDecl",
    name: build.ident(constructorName(name)),
    type: build.functionType(typed, [build.field(undefined, build.star(build.ident(name)))]),
    body: build.block(list),
    span: nowhere,
  };
}

/** The embedded base with what `super().__init__` is given. */
function baseValue(given: readonly ir.Expression[], shape: ExceptionShape, context: GoLowerContext): go.Expr {
  const base = embeddedName(shape, context);
  if (shape.base === undefined)
    return build.composite(build.ident(base), [
      build.keyValue(build.ident("Message"), messageOf(given, shape.libraryBase!.symbol, context)),
    ]);
  if (context.facts.shapeOf(shape.base.symbol)?.hasConstructor)
    return build.star(build.call(constructorName(base), ...context.expressions(given)));
  const inner = exceptionShape(shape.base.symbol, context.facts);
  if (inner.base || inner.libraryBase)
    return build.composite(build.ident(base), [
      build.keyValue(build.ident(embeddedName(inner, context)), baseValue(given, inner, context)),
    ]);
  return build.composite(build.ident(base), [
    build.keyValue(build.ident(inner.messageField), messageOf(given, shape.base.symbol, context)),
  ]);
}

/** The fields that the initializer sets, if it does nothing else. */
function plainFields(
  init: ir.Function,
  receiver: Binding | undefined,
): readonly { readonly name: string; readonly value: ir.Expression }[] | undefined {
  const fields: { name: string; value: ir.Expression }[] = [];
  for (const statement of init.body) {
    if (statement.kind === "Empty") continue;
    if (statement.kind === "ExpressionStatement") {
      const { expression } = statement;
      if (expression.kind === "MethodCall" && expression.viaSuper === true && expression.method === "__init__")
        continue;
      if (expression.kind === "StringLiteral") continue;
      return undefined;
    }
    const [target] = statement.kind === "Assign" ? statement.targets : [];
    if (
      statement.kind !== "Assign" ||
      statement.targets.length !== 1 ||
      target?.kind !== "Field" ||
      target.object.kind !== "Variable" ||
      target.object.binding !== receiver
    )
      return undefined;
    fields.push({ name: target.name, value: withFields(statement.value, receiver, fields) });
  }
  return fields;
}

/** A field of the exception that was just set stands for what it was set to. */
function withFields(
  value: ir.Expression,
  receiver: Binding | undefined,
  fields: readonly { readonly name: string; readonly value: ir.Expression }[],
): ir.Expression {
  if (value.kind === "Field" && value.object.kind === "Variable" && value.object.binding === receiver) {
    const known = fields.find((field) => field.name === value.name);
    if (known && (known.value.kind === "Variable" || known.value.kind.endsWith("Literal"))) return known.value;
    throw new Untranslatable(
      "exception-constructor",
      "A field of this exception is read while it is being made, which is not translated.",
    );
  }
  return mapChildren<ir.Expression>(value, (child) =>
    child.sort === "expression" ? withFields(child, receiver, fields) : child,
  );
}
