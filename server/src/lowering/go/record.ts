import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { lowerException } from "./exception-record.ts";
import * as build from "./syntax.ts";

/** The struct type, the constructor and the methods that a class becomes. */
export function lowerRecord(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  if (node.isException && !context.names.isFaithful && node.symbol.underlying === undefined)
    return lowerException(node, context);
  if (context.facts.subclasses(node.symbol).length > 0 && !node.isException) return openClass(node, context);
  const name = context.name(node.binding);
  return [
    structDeclaration(node, name, context),
    ...constructor(node, name, context),
    ...node.methods.flatMap((method) => context.inner(method, true)),
  ];
}

/** `type Name struct {…}`, with the bases embedded. */
function structDeclaration(node: ir.Record, name: string, context: GoLowerContext): go.GenDecl {
  const embedded = node.bases.flatMap((base) =>
    base.kind === "named" && base.symbol.module === "" ? [build.field(undefined, embeddedType(base, context))] : [],
  );
  const fields = node.fields.map((field): go.Field => {
    const { leading, trailing, blankBefore } = field;
    const made =
      field.embedded === true
        ? build.field(undefined, context.type(field.type))
        : build.field(context.member(field.name, undefined, "field"), context.type(field.type));
    const tag = field.tag === undefined ? {} : { tag: build.rawString(field.tag) };
    return {
      ...made,
      ...tag,
      ...(leading ? { leading } : {}),
      ...(trailing ? { trailing } : {}),
      ...(blankBefore ? { blankBefore } : {}),
      ...(field.origin ? { origin: field.origin } : {}),
    };
  });
  const spec: go.TypeSpec = {
    kind: "TypeSpec",
    name: build.ident(name),
    typeParams: typeParameters(node, context),
    assign: false,
    type: build.structType([...embedded, ...fields]),
    span: { start: 0, end: 0 },
  };
  return documented(
    { kind: "GenDecl", tok: "type", parenthesized: false, specs: [spec], span: { start: 0, end: 0 } },
    node,
    name,
  );
}

function embeddedType(base: NamedType, context: GoLowerContext): go.Expr {
  const lowered = context.type(base);
  if (context.facts.subclasses(base.symbol).length === 0 || base.symbol.form === "exception")
    return lowered.kind === "StarExpr" ? lowered.x : lowered;
  return lowered.kind === "Ident" ? build.ident(`${lowered.name}Base`) : lowered;
}

function typeParameters(node: ir.Record, context: GoLowerContext): go.FieldList | undefined {
  const { typeParameters: parameters } = node.symbol;
  if (parameters.length === 0) return undefined;
  return build.fields(
    parameters.map((parameter) =>
      build.field(parameter.name, parameter.constraint ? context.type(parameter.constraint) : build.ident("any")),
    ),
  );
}

/** Puts the documentation above a declaration, the way Go begins it with the name. */
export function documented<Decl extends go.Decl>(decl: Decl, node: ir.Declaration, _name: string): Decl {
  if (node.documentation === undefined || node.documentation === "") return decl;
  const leading = node.documentation.split("\n").map((text) => ({ text: text.trimEnd(), block: false }));
  return { ...decl, leading: [...(decl.leading ?? []), ...leading] };
}

function instanceType(node: ir.Record): NamedType {
  return { kind: "named", symbol: node.symbol, arguments: node.symbol.typeParameters };
}

/** `func NewName(…) *Name`, where Python has an `__init__` or defaults. */
function constructor(node: ir.Record, name: string, context: GoLowerContext): readonly go.Decl[] {
  const init = node.initializer ?? (node.isException ? undefined : implicitInitializer(node));
  if (init === undefined) return [];
  const type = instanceType(node);
  const fails = context.facts.constructorFails(node.symbol);
  const result: Type = type;
  const made: ir.Function = {
    ...init,
    flavour: "function",
    receiver: undefined,
    symbol: undefined,
    name: "__new__",
    result,
    body: constructorBody(node, init, type),
  };
  const enclosing: EnclosingFunction = {
    result,
    fails,
    isGenerator: false,
    isAsync: false,
    parameters: [...(init.receiver ? [init.receiver] : []), ...init.parameters.map((parameter) => parameter.binding)],
  };
  const body = context.functionBody(made.body, enclosing);
  const parameters = made.parameters.map((parameter) => {
    const lowered = context.type(parameter.type);
    return build.field(
      context.name(parameter.binding),
      parameter.kind === "variadic" ? build.ellipsis(lowered) : lowered,
    );
  });
  const results = [
    build.field(undefined, context.type(type)),
    ...(fails ? [build.field(undefined, build.ident("error"))] : []),
  ];
  const decl: go.FuncDecl = {
    kind: "FuncDecl",
    name: build.ident(constructorName(name)),
    type: { ...build.functionType(parameters, results), typeParams: typeParameters(node, context) },
    body,
    span: { start: 0, end: 0 },
    ...(init.origin ? { origin: init.origin } : {}),
  };
  return [decl];
}

/** `NewName`, or `newName` for a type that is not exported. */
export function constructorName(typeName: string): string {
  const first = typeName.charAt(0);
  return first === first.toUpperCase() ? `New${typeName}` : `new${first.toUpperCase()}${typeName.slice(1)}`;
}

/** The `__init__` that a dataclass has without one being written: a parameter for each field. Records without fields that need one have none. */
function implicitInitializer(node: ir.Record): ir.Function | undefined {
  if (!node.dataclass || node.bases.some((base) => base.kind === "named" && base.symbol.module === ""))
    return undefined;
  if (
    !node.fields.some((field) => field.defaultValue !== undefined || field.defaultFactory !== undefined) &&
    !node.methods.some((method) => method.name === "__post_init__")
  )
    return undefined;
  const parameters = node.fields
    .filter((field) => field.defaultFactory === undefined)
    .map((field): ir.Parameter => ({
      binding: fieldBinding(node, field),
      type: field.type,
      kind: "positional",
      ...(field.defaultValue ? { defaultValue: field.defaultValue } : {}),
    }));
  const byName = new Map(parameters.map((parameter) => [parameter.binding.name, parameter]));
  const self = selfBinding(node);
  const body = node.fields.map((field): ir.Statement => {
    const parameter = byName.get(field.name);
    const value: ir.Expression = parameter
      ? { sort: "expression", kind: "Variable", binding: parameter.binding, type: field.type }
      : field.defaultFactory!;
    return assignField(self, field.name, field.type, value);
  });
  return {
    sort: "declaration",
    kind: "Function",
    binding: node.binding,
    name: "__init__",
    typeParameters: [],
    parameters,
    result: { kind: "none" },
    body,
    flavour: "instance",
    receiver: self,
    symbol: node.symbol,
    isAsync: false,
    isGenerator: false,
    decorators: [],
  };
}

function fieldBinding(node: ir.Record, field: ir.RecordField): ir.Parameter["binding"] {
  return {
    name: field.name,
    kind: "parameter",
    id: `${node.binding.id}.${field.name}`,
    type: field.type,
    captured: false,
    assignments: 1,
    reads: 1,
  };
}

function selfBinding(node: ir.Record): ir.Parameter["binding"] {
  return {
    name: "self",
    kind: "receiver",
    id: `${node.binding.id}.self`,
    type: instanceType(node),
    captured: false,
    assignments: 1,
    reads: 1,
  };
}

function assignField(self: ir.Parameter["binding"], name: string, type: Type, value: ir.Expression): ir.Assign {
  const object: ir.Variable = { sort: "expression", kind: "Variable", binding: self, type: self.type };
  const target: ir.Field = { sort: "expression", kind: "Field", object, name, member: "field", type };
  return { sort: "statement", kind: "Assign", targets: [target], value, declares: [] };
}

/**
 * The body of the constructor. Where `__init__` does nothing but set fields to what does not depend on the object, the struct is made in one
 * literal; else it is made empty and filled.
 */
function constructorBody(node: ir.Record, init: ir.Function, type: NamedType): readonly ir.Statement[] {
  const fields = plainFields(init);
  const post = node.methods.find((method) => method.name === "__post_init__");
  const literal: ir.RecordLiteral = {
    sort: "expression",
    kind: "RecordLiteral",
    type,
    fields: fields ?? [],
    origin: init.origin,
  };
  if (fields !== undefined && post === undefined)
    return [{ sort: "statement", kind: "Return", value: literal, origin: init.origin }];
  const self = init.receiver ?? selfBinding(node);
  const object: ir.Variable = { sort: "expression", kind: "Variable", binding: self, type };
  const returned: ir.Return = { sort: "statement", kind: "Return", value: object, origin: init.origin };
  const made: ir.Assign = {
    sort: "statement",
    kind: "Assign",
    targets: [object],
    value: literal,
    declares: [self],
    origin: init.origin,
  };
  const call: ir.MethodCall = {
    sort: "expression",
    kind: "MethodCall",
    receiver: object,
    method: "__post_init__",
    symbol: node.symbol,
    arguments: [],
    type: { kind: "none" },
  };
  const after: readonly ir.Statement[] =
    post === undefined ? [] : [{ sort: "statement", kind: "ExpressionStatement", expression: call }];
  const rest = fields === undefined ? init.body : [];
  return [made, ...rest, ...after, returned];
}

/** The fields that a body of nothing but `self.name = value` sets, or undefined. */
function plainFields(init: ir.Function): ir.RecordLiteral["fields"] | undefined {
  const fields: { name: string; value: ir.Expression }[] = [];
  for (const statement of init.body) {
    if (statement.kind === "Empty") continue;
    if (
      statement.kind !== "Assign" ||
      statement.targets.length !== 1 ||
      statement.leading !== undefined ||
      statement.trailing !== undefined
    )
      return undefined;
    const [target] = statement.targets;
    const isOwn = target?.kind === "Field" && target.object.kind === "Variable" && isSelf(target.object.binding, init);
    if (!isOwn || fields.some((field) => field.name === target.name) || mentions(statement.value, init))
      return undefined;
    fields.push({ name: target.name, value: statement.value });
  }
  return fields;
}

function isSelf(binding: ir.Parameter["binding"], init: ir.Function): boolean {
  return binding === init.receiver;
}

function mentions(value: ir.Expression, init: ir.Function): boolean {
  let found = false;
  walk(value, (node) => void (found ||= node.kind === "Variable" && isSelf(node.binding, init)));
  return found;
}

/**
 * A class that others inherit from: an interface of its methods under its own name, and a struct with its fields and code that the others embed. A method
 * that calls, on its own object, what a subclass declares anew would call the wrong one in Go, which has no virtual methods: that is marked.
 */
function openClass(node: ir.Record, context: GoLowerContext): readonly go.Decl[] {
  const name = context.name(node.binding);
  const base = `${name}Base`;
  for (const method of [...node.methods, ...(node.initializer ? [node.initializer] : [])]) {
    const virtual = virtualCall(method, node, context);
    if (virtual !== undefined) {
      throw new Untranslatable(
        "virtual-call",
        `\`${node.symbol.name}.${method.name}\` calls \`${virtual}\`, which a subclass overrides; Go has no virtual methods: pass the object as an interface value to a function instead.`,
      );
    }
  }
  throw new Untranslatable(
    "class-hierarchy",
    `\`${node.symbol.name}\` is inherited from; Go has no inheritance: embed \`${base}\` in a struct and name what callers need in an interface.`,
  );
}

function virtualCall(method: ir.Function, node: ir.Record, context: GoLowerContext): string | undefined {
  let found: string | undefined;
  for (const statement of method.body) {
    walk(statement, (inner) => {
      const isOwn =
        inner.kind === "MethodCall" &&
        inner.viaSuper !== true &&
        inner.receiver.kind === "Variable" &&
        inner.receiver.binding === method.receiver;
      if (isOwn && context.facts.isOverridden(node.symbol, inner.method)) found ??= inner.method;
    });
  }
  return found;
}
