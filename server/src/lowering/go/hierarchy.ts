import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { NamedType, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { isVirtualAttribute } from "./class-attributes.ts";
import {
  accessorName,
  embeddedBases,
  hasStruct,
  lineageOf,
  receiverType,
  structName,
  wholeMethods,
} from "./class-layout.ts";
import { genericOwner } from "./generic-methods.ts";
import { interfaceMethod, methodName, signatureOfType } from "./interface-methods.ts";
import { textMethod } from "./made-methods.ts";
import * as build from "./syntax.ts";

const nowhere = { start: 0, end: 0 } as const;

/** Methods that belong to making objects, or that Go has no use for, so that interfaces do not list them. */
const unlisted: ReadonlySet<string> = new Set([
  "__init__",
  "__post_init__",
  "__hash__",
  "__new__",
  "__init_subclass__",
]);

/** The interface that a class with derived classes is, with the methods that all of them have. */
export function interfaceDeclaration(node: ir.Record, name: string, context: GoLowerContext): go.GenDecl {
  const embedded = node.symbol.bases.filter(
    (base): base is NamedType =>
      base.kind === "named" && base.symbol.module === "" && isInterface(base.symbol, context),
  );
  const listed = new Set<string>();
  for (const base of embedded) for (const method of listedIn(base.symbol, context)) listed.add(method);
  const methods: go.Field[] = [];
  const add = (field: go.Field): void => {
    const [own] = field.names;
    if (own === undefined || listed.has(own.name)) return;
    listed.add(own.name);
    methods.push(field);
  };
  for (const method of node.methods)
    if (isListed(method) && genericOwner(node.symbol, method.name) === undefined) add(interfaceMethod(method, context));
  for (const attribute of node.classAttributes)
    if (isVirtualAttribute(node.symbol, attribute.name, context))
      add(
        build.field(
          context.member(attribute.name, undefined, "method"),
          build.functionType([], [build.field(undefined, context.type(attribute.type))]),
        ),
      );
  for (const owner of lineageOf(node.symbol).slice(1)) {
    if (isInterface(owner, context)) continue;
    for (const { name: method, type, flavour } of owner.methods.values())
      if ((flavour === "instance" || flavour === "property") && !unlisted.has(method))
        add(build.field(context.member(method, undefined, "method"), signatureOfType(owner, method, type, context)));
  }
  for (const text of new Set([textMethod(node.symbol, "str", context), textMethod(node.symbol, "repr", context)]))
    if (text !== undefined)
      add(
        build.field(
          context.member(text, undefined, "method"),
          build.functionType([], [build.field(undefined, build.ident("string"))]),
        ),
      );
  if (hasAccessor(node.symbol, context))
    add(
      build.field(
        accessorName(node.symbol, context),
        build.functionType([], [build.field(undefined, accessedType(node.symbol, context))]),
      ),
    );
  const spec: go.TypeSpec = {
    kind: "TypeSpec",
    name: build.ident(name),
    typeParams: undefined,
    assign: false,
    type: build.interfaceType([...embedded.map((base) => build.field(undefined, context.type(base))), ...methods]),
    span: nowhere,
  };
  return { kind: "GenDecl", tok: "type", parenthesized: false, specs: [spec], span: nowhere };
}

function isListed(method: ir.Function): boolean {
  return method.flavour !== "class" && method.flavour !== "static" && !unlisted.has(method.name);
}

/** Whether the class is an interface in Go: a protocol or abstract class without code, or one that values of derived classes are held as. */
function isInterface(symbol: TypeSymbol, context: GoLowerContext): boolean {
  return context.facts.isPolymorphic(symbol) || context.facts.shapeOf(symbol) === undefined;
}

function listedIn(symbol: TypeSymbol, context: GoLowerContext): readonly string[] {
  return lineageOf(symbol).flatMap((owner) => [
    ...[...owner.methods.keys()].map((name) => context.member(name, undefined, "method")),
    ...(context.facts.shapeOf(owner)?.classAttributes ?? [])
      .filter((name) => isVirtualAttribute(owner, name, context))
      .map((name) => context.member(name, undefined, "method")),
  ]);
}

function hasAccessor(symbol: TypeSymbol, context: GoLowerContext): boolean {
  return context.facts.isPolymorphic(symbol) && hasStruct(symbol, context) && context.facts.isReached(symbol);
}

function accessedType(symbol: TypeSymbol, context: GoLowerContext): go.Expr {
  return receiverType({ kind: "named", symbol, arguments: [] }, context);
}

/** `func (s *ShapeBase) shapeBase() *ShapeBase` */
export function accessor(node: ir.Record, context: GoLowerContext): readonly go.FuncDecl[] {
  if (!hasAccessor(node.symbol, context)) return [];
  const receiver = letter(node.symbol.name);
  const type = accessedType(node.symbol, context);
  return [
    method(receiver, type, accessorName(node.symbol, context), build.functionType([], [build.field(undefined, type)]), [
      build.returnStatement(build.ident(receiver)),
    ]),
  ];
}

/** For each method that is a function of the whole object, a method of this class that calls it. */
export function forwarders(node: ir.Record, context: GoLowerContext): readonly go.FuncDecl[] {
  if (node.symbol.abstract === true) return [];
  const self: NamedType = { kind: "named", symbol: node.symbol, arguments: node.symbol.typeParameters };
  const receiver = letter(node.symbol.name);
  return [...wholeMethods(node.symbol, context)].map(([name, owner]) => {
    const declared = owner.methods.get(name)!;
    const type = signatureOfType(owner, name, declared.type, context);
    const given = declared.type.parameters.map((parameter, position) => {
      const [own] = type.params.list[position]!.names;
      return {
        value: build.ident(own!.name === receiver ? `${receiver}2` : own!.name),
        spread: parameter.kind === "variadic",
      };
    });
    const called = build.ident(context.names.derived(owner, "function", name));
    const values = [build.ident(receiver), ...given.map(({ value }) => value)];
    const call = given.at(-1)?.spread === true ? build.spreadCall(called, ...values) : build.call(called, ...values);
    const returns = (type.results?.list.length ?? 0) > 0;
    return method(
      receiver,
      receiverType(self, context),
      methodName({ name, flavour: "instance" }, context),
      renamed(type, receiver),
      [returns ? build.returnStatement(call) : build.statement(call)],
    );
  });
}

function renamed(type: go.FuncType, receiver: string): go.FuncType {
  const list = type.params.list.map((field) => ({
    ...field,
    names: field.names.map((name) => (name.name === receiver ? build.ident(`${receiver}2`) : name)),
  }));
  return { ...type, params: { ...type.params, list } };
}

function method(
  receiver: string,
  receiverType: go.Expr,
  name: string,
  type: go.FuncType,
  body: readonly go.Stmt[],
): go.FuncDecl {
  return {
    kind: "FuncDecl",
    recv: build.fields([build.field(receiver, receiverType)]),
    name: build.ident(name),
    type,
    body: build.block(body),
    span: nowhere,
  };
}

function letter(name: string): string {
  const first = name.replace(/^_+/, "").charAt(0).toLowerCase();
  return /^\p{Ll}$/u.test(first) ? first : "receiver";
}

/** What `super().method(…)` calls: the method of the embedded struct, or the function that takes the whole object. */
export function superCallee(
  node: ir.MethodCall,
  context: GoLowerContext,
): { readonly callee: go.Expr; readonly first: readonly go.Expr[] } {
  const { classScope: scope, facts } = context;
  const target = node.symbol;
  if (!scope?.receiver || !target)
    throw new Untranslatable("super-call", `\`super().${node.method}(…)\` is not translated here.`);
  if ([scope.symbol, ...facts.subclasses(scope.symbol)].some((symbol) => recordBases(symbol, context).length > 1))
    throw new Untranslatable(
      "super-call",
      `With several bases, \`super().${node.method}(…)\` calls the next class in the order of the bases; Go calls the method of one embedded struct by name.`,
    );
  const self = build.ident(context.name(scope.receiver));
  if (facts.needsWhole(target, node.method))
    return { callee: build.ident(context.names.derived(target, "function", node.method)), first: [self] };
  const base = embeddedBases(scope.symbol, context).find((candidate) => lineageOf(candidate.symbol).includes(target));
  if (base === undefined)
    throw new Untranslatable(
      "super-call",
      `\`super().${node.method}(…)\` calls a method without a body, which does nothing.`,
    );
  const object = scope.isWhole ? build.call(build.selector(self, accessorName(scope.symbol, context))) : self;
  return {
    callee: build.selector(
      build.selector(object, structName(base.symbol, context)),
      context.member(node.method, undefined, "method"),
    ),
    first: [],
  };
}

function recordBases(symbol: TypeSymbol, context: GoLowerContext): readonly TypeSymbol[] {
  return symbol.bases.flatMap((base) =>
    base.kind === "named" && context.facts.shapeOf(base.symbol) !== undefined ? [base.symbol] : [],
  );
}

/** Throws where Go's embedding cannot stand for the bases: two that share a base of their own, or that both have a method. */
export function checkBases(node: ir.Record, context: GoLowerContext): void {
  const bases = recordBases(node.symbol, context);
  const seen = new Map<TypeSymbol, TypeSymbol>();
  for (const base of bases) {
    for (const owner of lineageOf(base)) {
      const other = seen.get(owner);
      if (other !== undefined && context.facts.shapeOf(owner) !== undefined && hasStruct(owner, context))
        throw new Untranslatable(
          "diamond",
          `\`${node.symbol.name}\` inherits from \`${owner.name}\` by two ways and has it once; embedded structs would be two.`,
        );
      seen.set(owner, base);
    }
  }
}
