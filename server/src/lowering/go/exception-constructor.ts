import type * as go from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { stringType, tupleOf } from "../../types/build.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { constructorName } from "./constructor.ts";
import { embeddedName, type ExceptionShape } from "./exception-shape.ts";
import { type ClassValue, overriddenAttributes } from "./exception-attributes.ts";
import { exceptionLiteral, isA, messageOf } from "./exceptions.ts";
import { orderedParameters, parameterType } from "./functions.ts";
import * as build from "./syntax.ts";

const nowhere = { start: 0, end: 0 } as const;

/** A class that shows itself by `__str__` alone may need no message. */
export function needsMessage(node: ir.Record): boolean {
  const shows = node.methods.some((method) => method.name === "__str__");
  const { initializer } = node;
  if (!shows || initializer === undefined) return true;
  let found = false;
  for (const method of [initializer, ...node.methods])
    walk(method, (inner) => void (found ||= inner.kind === "MethodCall" && inner.viaSuper === true));
  return found;
}

/** The arguments of `super().__init__(…)`, or undefined where it is not called. */
function superArguments(init: ir.Function): readonly ir.Expression[] | undefined {
  for (const statement of init.body) {
    const call = statement.kind === "ExpressionStatement" ? statement.expression : undefined;
    if (call?.kind === "MethodCall" && call.viaSuper === true && call.method === "__init__") {
      if (call.arguments.some((argument) => argument.spread === "positional"))
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
export function exceptionConstructor(
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
  checkArguments(node, init, context);
  const receiver = init.receiver;
  const given = superArguments(init) ?? init.parameters.map((parameter) => variable(parameter.binding));
  if (
    superArguments(init) === undefined &&
    needsMessage(node) &&
    init.parameters.some((parameter) => parameter.kind !== "positional")
  )
    throw new Untranslatable(
      "exception-arguments",
      "The message of this exception comes from parameters that are not plain; call `super().__init__`.",
    );
  const fresh = overriddenAttributes(node.symbol, context);
  const fields = fresh.length > 0 && shape.base && hasInitializer(shape.base) ? undefined : plainFields(init, receiver);
  const typed = orderedParameters(init.parameters).map((parameter) =>
    build.field(context.name(parameter.binding), parameterType(parameter, context)),
  );
  const decl = (body: go.BlockStmt): go.FuncDecl => ({
    kind: "FuncDecl",
    name: build.ident(constructorName(name)),
    type: build.functionType(typed, [build.field(undefined, build.star(build.ident(name)))]),
    body,
    span: nowhere,
  });
  const parameters = init.parameters.map((parameter) => parameter.binding);
  const type: Type = self;
  const enclosing = { result: type, fails: false, isGenerator: false, isAsync: false };
  if (fields === undefined) {
    if (receiver === undefined)
      throw new Untranslatable("exception-constructor", "An `__init__` without `self` is not translated.");
    return decl(
      context.functionBody(stepByStep(node, init, receiver, shape, self, fresh), {
        ...enclosing,
        parameters: [receiver, ...parameters],
      }),
    );
  }
  const values: go.Expr[] = [];
  const body = context.functionBody([], { ...enclosing, parameters });
  const made = context.capture(() => {
    const head =
      shape.base || shape.libraryBase
        ? [build.keyValue(build.ident(embeddedName(shape, context)), baseValue(given, shape, fresh, context))]
        : fresh.map(({ name: attribute, value }) =>
            build.keyValue(build.ident(context.member(attribute, undefined, "field")), context.expression(value)),
          );
    const own = fields.map((field) =>
      build.keyValue(build.ident(context.member(field.name, undefined, "field")), context.expression(field.value)),
    );
    const message =
      !shape.base && !shape.libraryBase && !shape.sharesMessage && needsMessage(node)
        ? [build.keyValue(build.ident(shape.messageField), messageOf(given, node.symbol, context))]
        : [];
    values.push(...head, ...own, ...message);
    return build.unary("&", build.composite(build.ident(name), values));
  });
  return decl(build.block([...body.list, ...made.emitted, build.returnStatement(made.value)]));
}

/** An object of the class is known by its message alone where the arguments of exceptions are asked for. */
function checkArguments(node: ir.Record, init: ir.Function, context: GoLowerContext): void {
  if (!context.facts.asksArguments) return;
  const given = superArguments(init);
  const [only] = given ?? [];
  if (given?.length === 1 && only!.type.kind === "string" && !isA(node.symbol, "KeyError")) return;
  throw new Untranslatable(
    "exception-args",
    `The arguments of \`${node.symbol.name}\` are not kept apart in Go; use its message, or fields of a class of your own.`,
  );
}

/** An `__init__` that does more than to set fields: the struct is made empty, and `super().__init__(…)` sets the message or the embedded base. */
function stepByStep(
  node: ir.Record,
  init: ir.Function,
  receiver: Binding,
  shape: ExceptionShape,
  self: NamedType,
  attributes: readonly ClassValue[],
): readonly ir.Statement[] {
  const object = variable(receiver, self);
  const assign = (target: ir.Expression, value: ir.Expression): ir.Statement => ({
    sort: "statement",
    kind: "Assign",
    targets: [target],
    value,
    declares: [],
  });
  const settings = attributes.map(({ name, value }) =>
    assign(expression("Field", value.type, { object, name, member: "field" }), value),
  );
  const base = (args: readonly ir.Argument[]): readonly ir.Statement[] => {
    const values = args.map((argument) => argument.value);
    if (!shape.base || !hasInitializer(shape.base))
      return [
        assign(
          expression("Field", stringType, { object, name: shape.messageField, member: "field" }),
          textOfArguments(values, node.symbol),
        ),
        ...settings,
      ];
    const made: ir.New = expression("New", shape.base, { arguments: args, embedded: true });
    const inner = expression("Field", shape.base, { object, name: shape.base.symbol.name, member: "embedded" });
    return [assign(inner, made), ...settings];
  };
  let isCalled = false;
  const replaced = <N extends ir.Node>(inner: N): N => {
    const call = inner.kind === "ExpressionStatement" ? inner.expression : undefined;
    if (call?.kind !== "MethodCall" || call.viaSuper !== true || call.method !== "__init__")
      return mapChildren<ir.Node>(inner, replaced) as N;
    if (call.arguments.some((argument) => argument.spread === "positional"))
      throw new Untranslatable(
        "exception-arguments",
        "Arguments that are spread into `super().__init__` are not translated.",
      );
    isCalled = true;
    return { sort: "statement", kind: "Block", body: base(call.arguments), origin: inner.origin } as ir.Node as N;
  };
  const body = init.body.map(replaced).flatMap((one) => (one.kind === "Block" ? one.body : [one]));
  // Without a call of `super().__init__` an exception shows what it was made with.
  const first =
    isCalled || !needsMessage(node)
      ? []
      : base(init.parameters.map((parameter) => ({ value: variable(parameter.binding) })));
  const literal: ir.Statement = {
    sort: "statement",
    kind: "Assign",
    targets: [object],
    value: expression("RecordLiteral", self, { fields: [] }),
    declares: [receiver],
  };
  return [literal, ...first, ...body, { sort: "statement", kind: "Return", value: object }];
}

/** Whether the class or one of its bases declares how it is initialised. */
function hasInitializer(type: NamedType): boolean {
  return (
    type.symbol.methods.has("__init__") ||
    type.symbol.bases.some((base) => base.kind === "named" && base.symbol.module === "" && hasInitializer(base))
  );
}

/** What `str()` of an exception with these arguments gives. */
function textOfArguments(values: readonly ir.Expression[], symbol: NamedType["symbol"]): ir.Expression {
  const [only] = values;
  if (only === undefined) return expression("StringLiteral", stringType, { value: "" });
  const value =
    values.length === 1
      ? only
      : expression("TupleLiteral", tupleOf(values.map((one) => one.type)), { elements: values });
  const style = values.length === 1 && isA(symbol, "KeyError") ? "repr" : "str";
  if (style === "str" && value.type.kind === "string") return value;
  return expression("Format", stringType, { parts: [{ value, style }] });
}

/** The embedded base with what `super().__init__` is given, and the class attributes that have another value in the class. */
function baseValue(
  given: readonly ir.Expression[],
  shape: ExceptionShape,
  attributes: readonly ClassValue[],
  context: GoLowerContext,
): go.Expr {
  const { base } = shape;
  if (base && context.facts.shapeOf(base.symbol)?.hasConstructor)
    return build.star(build.call(constructorName(embeddedName(shape, context)), ...context.expressions(given)));
  return exceptionLiteral(
    base ?? shape.libraryBase!,
    (symbol) => messageOf(given, symbol, context),
    given,
    attributes,
    context,
  );
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
    const value = withFields(statement.value, receiver, fields);
    if (mentions(value, receiver) || fields.some((field) => field.name === target.name)) return undefined;
    fields.push({ name: target.name, value });
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
    return known && (known.value.kind === "Variable" || known.value.kind.endsWith("Literal")) ? known.value : value;
  }
  return mapChildren<ir.Expression>(value, (child) =>
    child.sort === "expression" ? withFields(child, receiver, fields) : child,
  );
}

function mentions(value: ir.Node, binding: Binding | undefined): boolean {
  let found = false;
  walk(value, (node) => void (found ||= node.kind === "Variable" && node.binding === binding));
  return found;
}
