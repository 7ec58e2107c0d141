import { unknownType } from "../types/build.ts";
import type { BindingKind } from "../types/binding.ts";
import type { ParameterType, Type, TypeParameterType } from "../types/type.ts";
import type { Checker, SignatureResult } from "./checker.ts";
import { underlying } from "./check-identity.ts";
import { constraintElement, lazyParameter } from "./check-type-expressions.ts";
import { resultOf } from "./check-types.ts";
import { entity, Scope } from "./scope.ts";
import type { Entity } from "./scope.ts";
import type { Expr, FieldList, FuncDecl, FuncType, Ident, IndexExpr, IndexListExpr } from "./tree.ts";

/** Declares type parameters in the current scope. Their constraints are read when they are first needed. */
export function declareTypeParameters(check: Checker, list: FieldList | undefined, owner: string): TypeParameterType[] {
  const parameters: TypeParameterType[] = [];
  const { context } = check;
  for (const field of list?.list ?? []) {
    let shared: Type | undefined;
    const constraint = (): Type => (shared ??= check.within(context, () => constraintElement(check, field.type)));
    for (const name of field.names) {
      const parameter = lazyParameter(name.name, owner, constraint);
      parameters.push(parameter);
      declareTypeName(check, name, parameter);
    }
  }
  return parameters;
}

function declareTypeName(check: Checker, name: Ident, parameter: Type): void {
  const declared = entity({
    name: name.name,
    kind: "type",
    role: "type",
    id: check.nextId(name.name),
    type: parameter,
    node: name,
    owner: check.context.function ?? {},
    package: check.context.file.package,
  });
  check.define(name, declared);
  check.recordType(name, parameter);
  if (check.context.scope.declare(declared) !== undefined)
    check.error(name, "duplicate-declaration", `${name.name} redeclared in this block`);
}

/** The signature that a function type denotes; its parameters are declared in `scope`, if there is one. */
export function readSignature(
  check: Checker,
  node: FuncType,
  scope: Scope | undefined,
  owner: object | undefined,
): SignatureResult {
  const inner = scope ?? new Scope(check.context.scope);
  const parameters: ParameterType[] = [];
  const count = node.params.list.reduce((sum, field) => sum + Math.max(field.names.length, 1), 0);
  for (const field of node.params.list) {
    const variadic = field.type.kind === "Ellipsis";
    const type = parameterType(check, field.type);
    const names: readonly (Ident | undefined)[] = field.names.length > 0 ? field.names : [undefined];
    for (const name of names) {
      parameters.push({ ...(name && { name: name.name }), type, ...(variadic && { kind: "variadic" as const }) });
      if (variadic && parameters.length < count)
        check.error(field, "misplaced", "can only use ... with final parameter in list");
      if (name)
        declareParameter(check, inner, name, variadic ? { kind: "list", element: type } : type, "parameter", owner);
    }
  }
  const results: Type[] = [];
  const named: Entity[] = [];
  for (const field of node.results?.list ?? []) {
    const type = field.type.kind === "Ellipsis" ? parameterType(check, field.type) : check.typeExpression(field.type);
    if (field.type.kind === "Ellipsis")
      check.error(field, "misplaced", "can only use ... with final parameter in list");
    if (field.names.length === 0) results.push(type);
    for (const name of field.names) {
      results.push(type);
      named.push(declareParameter(check, inner, name, type, "local", owner));
    }
  }
  return {
    type: { kind: "function", parameters, result: resultOf(results) },
    scope: inner,
    results: named.length > 0 ? named : undefined,
  };
}

function parameterType(check: Checker, node: Expr): Type {
  if (node.kind !== "Ellipsis") return check.typeExpression(node);
  if (node.elt === undefined) return unknownType;
  const element = check.typeExpression(node.elt);
  check.recordType(node, { kind: "list", element });
  return element;
}

function declareParameter(
  check: Checker,
  scope: Scope,
  name: Ident,
  type: Type,
  kind: BindingKind,
  owner: object | undefined,
): Entity {
  const id = owner === undefined ? name.name : check.nextId(name.name);
  const declared = entity({
    name: name.name,
    kind,
    role: "variable",
    id,
    type,
    assignments: 1,
    used: true,
    owner,
    node: name,
    package: check.context.file.package,
  });
  if (name.name !== "_") check.define(name, declared);
  if (scope.declare(declared) !== undefined)
    check.error(name, "duplicate-declaration", `${name.name} redeclared in this block`);
  return declared;
}

/** The parts of a receiver's type. */
export interface ReceiverParts {
  readonly pointer: boolean;
  readonly base: Expr;
  readonly parameters: readonly Ident[];
}

/** Takes the type of a receiver apart; undefined when it is no receiver type. */
export function receiverParts(node: FuncDecl): ReceiverParts | undefined {
  let type = node.recv?.list[0]?.type;
  let pointer = false;
  while (type !== undefined && (type.kind === "ParenExpr" || type.kind === "StarExpr")) {
    pointer ||= type.kind === "StarExpr";
    type = type.x;
  }
  if (type === undefined) return undefined;
  if (type.kind !== "IndexExpr" && type.kind !== "IndexListExpr") return { pointer, base: type, parameters: [] };
  const names = indices(type).filter((index): index is Ident => index.kind === "Ident");
  return { pointer, base: type.x, parameters: names };
}

function indices(node: IndexExpr | IndexListExpr): readonly Expr[] {
  return node.kind === "IndexExpr" ? [node.index] : node.indices;
}

/** Whether methods may be declared for a type with this underlying type. */
export function mayHaveMethods(type: Type): boolean {
  const base = underlying(type);
  return base.kind !== "pointer" && base.kind !== "interface" && base.kind !== "any";
}
