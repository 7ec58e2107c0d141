import type * as go from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { noneType } from "../../types/build.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { declaringClass, embeddedBases, initializedBy, structName, structType } from "./class-layout.ts";
import { functionBody, functionType, orderedParameters, parameterType, typeParameterFields } from "./functions.ts";
import { wholeSignature } from "./members.ts";
import { sameSpelling } from "./statements.ts";
import * as build from "./syntax.ts";
import { isReference } from "./types.ts";

const nowhere = { start: 0, end: 0 } as const;

/** `NewName`, or `newName` for a type that is not exported. */
export function constructorName(typeName: string): string {
  const first = typeName.charAt(0);
  return first === first.toUpperCase() ? `New${typeName}` : `new${first.toUpperCase()}${typeName.slice(1)}`;
}

/** `func NewName(…) *Name`, where Python has an `__init__`, an inherited one, or defaults. */
export function constructor(node: ir.Record, context: GoLowerContext): readonly go.FuncDecl[] {
  const type: NamedType = { kind: "named", symbol: node.symbol, arguments: node.symbol.typeParameters };
  const plan = constructorPlan(node, type, context);
  if (plan === undefined) return [];
  const whole = plan.whole ? [wholeInitializer(node, node.initializer!, type, context)] : [];
  // Nothing makes objects of an abstract class, and its struct alone does not have all of the methods.
  if (plan.whole && node.symbol.abstract === true) return whole;
  const name = structName(node.symbol, context);
  const fails = context.facts.constructorFails(node.symbol);
  const bare = structType(type, context);
  const held = isReference(type) ? build.star(bare) : bare;
  const enclosing: EnclosingFunction = {
    result: type,
    fails,
    isGenerator: false,
    isAsync: false,
    parameters: [plan.self, ...plan.parameters.map((parameter) => parameter.binding)],
  };
  const body = context.withinClass({ symbol: node.symbol, receiver: plan.self, isWhole: false }, () =>
    context.functionBody(plan.body, enclosing),
  );
  const parameters = orderedParameters(plan.parameters).map((parameter) =>
    build.field(context.name(parameter.binding), parameterType(parameter, context)),
  );
  const results = [build.field(undefined, held), ...(fails ? [build.field(undefined, build.ident("error"))] : [])];
  const decl: go.FuncDecl = {
    kind: "FuncDecl",
    name: build.ident(constructorName(name)),
    type: {
      ...build.functionType(joined(parameters), results),
      typeParams: typeParameterFields(node.symbol.typeParameters, context),
    },
    body,
    span: nowhere,
    ...(node.initializer?.origin ? { origin: node.initializer.origin } : {}),
    ...(node.initializer?.leading ? { leading: node.initializer.leading } : {}),
  };
  return [...whole, decl];
}

/** Parameters of one type that follow each other share it. */
function joined(parameters: readonly go.Field[]): readonly go.Field[] {
  const list: go.Field[] = [];
  for (const made of parameters) {
    const last = list.at(-1);
    if (last && last.type.kind !== "Ellipsis" && made.type.kind !== "Ellipsis" && sameSpelling(last.type, made.type))
      list[list.length - 1] = { ...last, names: [...last.names, ...made.names] };
    else list.push(made);
  }
  return list;
}

interface ConstructorPlan {
  readonly parameters: readonly ir.Parameter[];
  readonly self: Binding;
  readonly body: readonly ir.Statement[];
  /** The initializer is a function of the whole object, which the constructor calls. */
  readonly whole: boolean;
}

function constructorPlan(node: ir.Record, type: NamedType, context: GoLowerContext): ConstructorPlan | undefined {
  const { initializer } = node;
  if (initializer) return writtenPlan(node, initializer, type, context);
  if (context.facts.shapeOf(node.symbol)?.initializer) {
    const self = selfBinding(node);
    return { parameters: [], self, body: [plainLiteral(node, [], self, type, undefined)!], whole: false };
  }
  if (node.parameters) return fieldsPlan(node, node.parameters, type, context);
  const inherited = initializedBy(node.symbol, context);
  return inherited && inheritedPlan(node, type, context);
}

function isWholeInitializer(symbol: ir.Record["symbol"], context: GoLowerContext): boolean {
  return context.facts.needsWhole(symbol, "__init__");
}

/** `__init__` itself. */
function writtenPlan(node: ir.Record, init: ir.Function, type: NamedType, context: GoLowerContext): ConstructorPlan {
  const self = init.receiver ?? selfBinding(node);
  const base = { parameters: init.parameters, self };
  if (isWholeInitializer(node.symbol, context)) {
    const values = init.parameters.map((parameter) => variable(parameter.binding));
    return { ...base, body: filled(node, self, type, [initializing(node.symbol, values)], init), whole: true };
  }
  const body = init.body.map((statement) => withBases(statement, node, type, self, context));
  const literal = plainLiteral(node, body, self, type, init);
  return { ...base, body: literal ? [literal] : filled(node, self, type, body, init), whole: false };
}

/** The inherited `__init__`: the constructor takes what it takes, and hands it on. */
function inheritedPlan(node: ir.Record, type: NamedType, context: GoLowerContext): ConstructorPlan {
  const self = selfBinding(node);
  const { owner, shape } = initializedBy(node.symbol, context)!;
  const parameters = shape.initializer!.map((parameter): ir.Parameter => ({
    binding: fieldBinding(node, parameter.name, parameter.type),
    type: parameter.type,
    kind: parameter.kind,
  }));
  const args = parameters.map(({ binding, kind }): ir.Argument =>
    kind === "variadic"
      ? { value: variable(binding, { kind: "list", element: binding.type }), spread: "positional" }
      : { value: variable(binding) },
  );
  const call = expression("MethodCall", noneType, {
    receiver: expression("NoneLiteral", noneType, {}),
    method: "__init__",
    symbol: owner,
    arguments: args,
    viaSuper: true,
  });
  const statement = withBases(
    { sort: "statement", kind: "ExpressionStatement", expression: call },
    node,
    type,
    self,
    context,
  );
  const literal = plainLiteral(node, [statement], self, type, undefined);
  return {
    parameters,
    self,
    body: literal ? [literal] : filled(node, self, type, [statement], undefined),
    whole: false,
  };
}

/** What `@dataclass` makes: a parameter for each field, and the call of `__post_init__`. Records without fields that need one have none. */
function fieldsPlan(
  node: ir.Record,
  all: readonly ir.RecordParameter[],
  type: NamedType,
  context: GoLowerContext,
): ConstructorPlan | undefined {
  const shape = context.facts.shapeOf(node.symbol);
  const isChecked = node.methods.some((method) => method.name === "__post_init__");
  const post = isChecked ? node.symbol : declaringClass(node.symbol, "__post_init__");
  if (shape?.hasConstructor !== true && post === undefined) return undefined;
  const omitted = context.facts.omittedParameters(node.symbol);
  const parameters = all
    .filter((parameter) => !omitted.has(parameter.name))
    .map((parameter): ir.Parameter => ({
      binding: fieldBinding(node, parameter.name, parameter.type),
      type: parameter.type,
      kind: "positional",
    }));
  const byName = new Map(parameters.map((parameter) => [parameter.binding.name, parameter]));
  const self = selfBinding(node);
  const fields = all.flatMap((parameter) => {
    const given = byName.get(parameter.name);
    const value = given ? variable(given.binding) : parameter.defaultFactory!;
    return parameter.initOnly ? [] : [{ name: parameter.name, value }];
  });
  const kept = node.fields.flatMap((field) => {
    const value = field.defaultValue ?? field.defaultFactory;
    return value && field.options?.init === false ? [{ name: field.name, value }] : [];
  });
  const literal: ir.RecordLiteral = expression("RecordLiteral", type, { fields: [...fields, ...kept] });
  if (post === undefined)
    return { parameters, self, body: [{ sort: "statement", kind: "Return", value: literal }], whole: false };
  const object = variable(self, type);
  const given = all
    .filter((parameter) => parameter.initOnly)
    .map((parameter) => variable(byName.get(parameter.name)!.binding));
  const call = expression("MethodCall", noneType, {
    receiver: object,
    method: "__post_init__",
    symbol: post,
    arguments: given.map((value) => ({ value })),
  });
  const body: readonly ir.Statement[] = [
    { sort: "statement", kind: "Assign", targets: [object], value: literal, declares: [self] },
    { sort: "statement", kind: "ExpressionStatement", expression: call },
    { sort: "statement", kind: "Return", value: object },
  ];
  return { parameters, self, body, whole: false };
}

/** `func initShape(s Shape, …)` */
function wholeInitializer(node: ir.Record, init: ir.Function, type: NamedType, context: GoLowerContext): go.FuncDecl {
  return context.withinClass({ symbol: node.symbol, receiver: init.receiver, isWhole: true }, () => {
    const body = init.body.map((statement) => withBases(statement, node, type, init.receiver!, context));
    const signature = wholeSignature(init, type, context);
    return {
      kind: "FuncDecl",
      name: build.ident(context.names.derived(node.symbol, "function", "__init__")),
      type: functionType({ ...signature, result: noneType }, context),
      body: functionBody(body, { ...signature, result: noneType }, [], context),
      span: nowhere,
    } satisfies go.FuncDecl;
  });
}

/** `super().__init__(…)` as a call of the initializer that takes the whole object. */
function initializing(symbol: NamedType["symbol"], values: readonly ir.Expression[]): ir.Statement {
  return {
    sort: "statement",
    kind: "ExpressionStatement",
    expression: expression("MethodCall", noneType, {
      receiver: expression("NoneLiteral", noneType, {}),
      method: "__init__",
      symbol,
      arguments: values.map((value) => ({ value })),
      viaSuper: true,
    }),
  };
}

/** Replaces `super().__init__(…)` by setting the embedded struct, unless the initializer takes the whole object. */
function withBases<N extends ir.Node>(
  node: N,
  record: ir.Record,
  type: NamedType,
  self: Binding,
  context: GoLowerContext,
): N {
  const call = node.kind === "ExpressionStatement" ? node.expression : undefined;
  if (call?.kind !== "MethodCall" || call.viaSuper !== true || call.method !== "__init__")
    return mapChildren<ir.Node>(node, (child) => withBases(child, record, type, self, context)) as N;
  const owner = call.symbol && (initializedBy(call.symbol, context)?.owner ?? call.symbol);
  if (owner === undefined) return { sort: "statement", kind: "Empty" } as ir.Node as N;
  if (isWholeInitializer(owner, context)) return { ...node, expression: { ...call, symbol: owner } };
  const base = embeddedBases(record.symbol, context).find(
    (candidate) => candidate.symbol === owner || initializedBy(candidate.symbol, context)?.owner === owner,
  );
  if (base === undefined) return { sort: "statement", kind: "Empty" } as ir.Node as N;
  const made: ir.New = {
    ...expression("New", base, { arguments: call.arguments, embedded: true }),
    origin: call.origin,
  };
  const target = expression("Field", base, {
    object: variable(self, type),
    name: structName(base.symbol, context),
    member: "embedded",
  });
  return {
    sort: "statement",
    kind: "Assign",
    targets: [target],
    value: made,
    declares: [],
    origin: node.origin,
  } as ir.Node as N;
}

/** The struct made in one literal, where the body does nothing but set fields to what does not depend on the object. */
function plainLiteral(
  node: ir.Record,
  body: readonly ir.Statement[],
  self: Binding,
  type: NamedType,
  init: ir.Function | undefined,
): ir.Return | undefined {
  const fields: { name: string; value: ir.Expression }[] = [];
  const bases: { base: NamedType; value: ir.Expression }[] = [];
  const own = new Set(node.fields.map((field) => field.name));
  for (const statement of body) {
    if (statement.kind === "Empty") continue;
    if (
      statement.kind !== "Assign" ||
      statement.targets.length !== 1 ||
      statement.leading !== undefined ||
      statement.trailing !== undefined
    )
      return undefined;
    const [target] = statement.targets;
    if (target?.kind !== "Field" || target.object.kind !== "Variable" || target.object.binding !== self)
      return undefined;
    if (mentions(statement.value, self)) return undefined;
    if (target.member === "embedded") {
      if (fields.some((field) => !own.has(field.name))) return undefined;
      bases.push({ base: target.type as NamedType, value: statement.value });
      continue;
    }
    if (target.member !== "field" || fields.some((field) => field.name === target.name)) return undefined;
    if (bases.length > 0 && !own.has(target.name)) return undefined;
    fields.push({ name: target.name, value: statement.value });
  }
  const given = new Set(fields.map((field) => field.name));
  const all = [...valuesOfClass(node).filter((field) => !given.has(field.name)), ...fields];
  const literal: ir.RecordLiteral = {
    ...expression("RecordLiteral", type, { fields: all, bases }),
    origin: init?.origin,
  };
  return { sort: "statement", kind: "Return", value: literal, origin: init?.origin };
}

/** The struct made empty, then filled. */
function filled(
  node: ir.Record,
  self: Binding,
  type: NamedType,
  body: readonly ir.Statement[],
  init: ir.Function | undefined,
): readonly ir.Statement[] {
  const object = variable(self, type);
  const origin = init?.origin;
  if (body.some(returnsEarly))
    throw new Untranslatable(
      "constructor-return",
      `\`${node.symbol.name}.__init__\` returns early, which is not translated; put the rest under the opposite condition.`,
    );
  const literal: ir.RecordLiteral = {
    ...expression("RecordLiteral", type, { fields: valuesOfClass(node) }),
    origin,
  };
  return [
    { sort: "statement", kind: "Assign", targets: [object], value: literal, declares: [self], origin },
    ...body,
    { sort: "statement", kind: "Return", value: object, origin },
  ];
}

/** The values that the class body gives to attributes which objects then have of their own. */
function valuesOfClass(node: ir.Record): readonly { readonly name: string; readonly value: ir.Expression }[] {
  if (node.dataclass) return [];
  return node.fields.flatMap(({ name, defaultValue }) => (defaultValue ? [{ name, value: defaultValue }] : []));
}

function returnsEarly(statement: ir.Statement): boolean {
  let found = false;
  walk(statement, (node) => {
    if (node.kind === "Function" || node.kind === "Closure") return false;
    found ||= node.kind === "Return";
    return true;
  });
  return found;
}

function mentions(value: ir.Expression, self: Binding): boolean {
  let found = false;
  walk(value, (node) => void (found ||= node.kind === "Variable" && node.binding === self));
  return found;
}

function fieldBinding(node: ir.Record, name: string, type: Type): Binding {
  return {
    name,
    kind: "parameter",
    id: `${node.binding.id}.${name}`,
    type,
    captured: false,
    assignments: 1,
    reads: 1,
  };
}

function selfBinding(node: ir.Record): Binding {
  return {
    name: "self",
    kind: "receiver",
    id: `${node.binding.id}.self`,
    type: { kind: "named", symbol: node.symbol, arguments: node.symbol.typeParameters },
    captured: false,
    assignments: 1,
    reads: 1,
  };
}
