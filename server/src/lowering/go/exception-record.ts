import type * as go from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import { mapChildren } from "../../ir/walk.ts";
import type * as ir from "../../ir/node.ts";
import { stringType } from "../../types/build.ts";
import { methodOf } from "../../types/members.ts";
import type { NamedType } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { classVariable } from "./class-attributes.ts";
import { keepsAttribute } from "./exception-attributes.ts";
import { embeddedName, exceptionShape, type ExceptionShape } from "./exception-shape.ts";
import { exceptionConstructor, needsMessage } from "./exception-constructor.ts";
import * as build from "./syntax.ts";

const nowhere = { start: 0, end: 0 } as const;

/** The struct, the constructor and the methods that an exception class of the program becomes. */
export function lowerException(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  const ownBases = node.symbol.bases.filter((base) => base.kind === "named" && base.symbol.module === "");
  if (ownBases.length > 1)
    throw new Untranslatable(
      "exception-bases",
      `\`${node.symbol.name}\` has several bases; a Go error type stands for one.`,
    );
  checkOverriding(node, context);
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
    ...node.classAttributes.map((attribute) => classVariable(node, attribute, context)),
    ...(node.initializer ? [exceptionConstructor(node, node.initializer, name, shape, self, context)] : []),
    ...errorMethod(node, name, shape, context),
    ...(shape.base || shape.libraryBase || shape.further.length > 0 ? [asMethod(name, shape, context)] : []),
    ...node.methods.filter((method) => method.name !== "__str__").flatMap((method) => context.inner(method, true)),
  ];
}

/** Handlers see an error as the struct of the class that they name, so that Go would call that class's method. */
function checkOverriding(node: ir.Record, context: GoLowerContext): void {
  const method = node.methods.find(
    ({ name, flavour }) =>
      !["__str__", "__repr__", "__init__"].includes(name) &&
      flavour !== "class" &&
      flavour !== "static" &&
      context.facts.subclasses(node.symbol).some((other) => other.methods.has(name)),
  );
  if (method)
    throw new Untranslatable(
      "exception-override",
      `Derived exceptions declare \`${method.name}\` anew; Go finds the method of the class that a handler names. Keep what differs in fields.`,
    );
}

function struct(node: ir.Record, name: string, shape: ExceptionShape, context: GoLowerContext): go.GenDecl {
  const inner =
    shape.base || shape.libraryBase ? [build.field(undefined, build.ident(embeddedName(shape, context)))] : [];
  const own = node.fields.map((field) =>
    build.field(context.member(field.name, undefined, "field"), context.type(field.type)),
  );
  const kept = node.classAttributes
    .filter((attribute) => keepsAttribute(node.symbol, attribute.name, context))
    .map((attribute) => build.field(context.member(attribute.name, undefined, "field"), context.type(attribute.type)));
  const message =
    inner.length === 0 && !shape.sharesMessage && needsMessage(node)
      ? [build.field(shape.messageField, build.ident("string"))]
      : [];
  const spec: go.TypeSpec = {
    kind: "TypeSpec",
    name: build.ident(name),
    assign: false,
    type: build.structType([...inner, ...kept, ...own, ...message]),
    span: nowhere,
  };
  const documentation = node.documentation
    ? { leading: node.documentation.split("\n").map((text) => ({ text: text.trimEnd(), block: false })) }
    : {};
  return { kind: "GenDecl", tok: "type", parenthesized: false, specs: [spec], span: nowhere, ...documentation };
}

function errorMethod(
  node: ir.Record,
  name: string,
  shape: ExceptionShape,
  context: GoLowerContext,
): readonly go.Decl[] {
  const shown = node.methods.find((method) => method.name === "__str__");
  if (shown?.receiver) {
    const self = variable(shown.receiver);
    return context
      .inner({ ...shown, body: shown.body.map((statement) => superText(statement, self, shape)) }, true)
      .map((decl) => (decl.kind === "FuncDecl" ? { ...decl, name: build.ident("Error") } : decl));
  }
  if (shape.base || shape.libraryBase) return [];
  const receiver = name.charAt(0).toLowerCase();
  const body = build.block([build.returnStatement(build.selector(build.ident(receiver), shape.messageField))]);
  return [method(name, receiver, "Error", [], [build.field(undefined, build.ident("string"))], body)];
}

/** `super().__str__()` is what the base shows, or the message that the class keeps. */
function superText<N extends ir.Node>(node: N, self: ir.Variable, shape: ExceptionShape): N {
  if (node.kind !== "MethodCall" || node.viaSuper !== true || node.method !== "__str__")
    return mapChildren<ir.Node>(node, (child) => superText(child, self, shape)) as N;
  const { base } = shape;
  if (!base || !methodOf(base, "__str__"))
    return expression("Field", stringType, {
      object: self,
      name: shape.messageField,
      member: "field",
    }) as ir.Node as N;
  const inner = expression("Field", base, { object: self, name: base.symbol.name, member: "embedded" });
  return expression("Format", stringType, { parts: [{ value: inner, style: "str" }] }) as ir.Node as N;
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
  const receiver = build.ident(name.charAt(0).toLowerCase());
  const isEmbedding = shape.base !== undefined || shape.libraryBase !== undefined;
  const inner = build.selector(receiver, embeddedName(shape, context));
  const further = shape.base && exceptionShape(shape.base.symbol, context.facts);
  const hasInner = further && (further.base ?? further.libraryBase ?? further.further[0]) !== undefined;
  const last = hasInner ? build.call(build.selector(inner, "As"), build.ident("target")) : build.ident("false");
  const others = shape.further.map((type) => context.helper(type.symbol.name));
  const names = [
    ...(isEmbedding ? [embeddedName(shape, context)] : []),
    ...shape.further.map((type) => type.symbol.name),
  ];
  const body = build.block([
    ...(isEmbedding ? [foundAs(build.ident(embeddedName(shape, context)), build.unary("&", inner))] : []),
    ...others.map((type) =>
      foundAs(
        type,
        build.unary(
          "&",
          build.composite(type, [
            build.keyValue(build.ident("Message"), build.call(build.selector(receiver, "Error"))),
          ]),
        ),
      ),
    ),
    build.returnStatement(last),
  ]);
  const decl = method(
    name,
    receiver.name,
    "As",
    [build.field("target", build.ident("any"))],
    [build.field(undefined, build.ident("bool"))],
    body,
  );
  return { ...decl, leading: [{ text: `As finds the ${names.join(" and the ")} that a ${name} is.`, block: false }] };
}

/** `if base, ok := target.(**T); ok { *base = value; return true }` */
function foundAs(type: go.Expr, value: go.Expr): go.Stmt {
  const found: go.Expr = {
    kind: "TypeAssertExpr",
    x: build.ident("target"),
    type: build.star(build.star(type)),
    span: nowhere,
  };
  const then = [build.assign(build.star(build.ident("base")), value), build.returnStatement(build.ident("true"))];
  return build.ifStatement(build.ident("ok"), then, undefined, build.define(["base", "ok"], found));
}
