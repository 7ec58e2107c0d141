import type { ExpansionEnvironment } from "./expand-environment.ts";
import { isDefinition, parametersOf, rebuild, type Definition } from "./expand-tree.ts";
import * as build from "./build.ts";
import type { ClassDef, Expression, PythonNode, Statement, TypeParam } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * Type variables that are assigned (`T = TypeVar("T")`) as type parameters of the functions and classes that speak of them, as PEP 695 writes them.
 */

/** The type variables that statements of a module make, as type parameters by name. */
export function typeVariablesOf(
  statements: readonly Statement[],
  environment: ExpansionEnvironment,
): ReadonlyMap<string, TypeParam> {
  const found = new Map<string, TypeParam>();
  for (const statement of statements) {
    const made = typeVariable(statement, environment);
    if (made) found.set(made.name, made.parameter);
  }
  return found;
}

function typeVariable(
  statement: Statement,
  environment: ExpansionEnvironment,
): { readonly name: string; readonly parameter: TypeParam } | undefined {
  if (statement.kind !== "Assign" || statement.value.kind !== "Call") return undefined;
  const [target, ...others] = statement.targets;
  const path = environment.pathOf(statement.value.func)?.replace("typing_extensions.", "typing.");
  if (target?.kind !== "Name" || others.length > 0) return undefined;
  const { span } = statement;
  if (path === "typing.ParamSpec" || path === "typing.TypeVarTuple")
    return {
      name: target.id,
      parameter: { kind: path === "typing.ParamSpec" ? "ParamSpec" : "TypeVarTuple", name: target.id, span },
    };
  if (path !== "typing.TypeVar") return undefined;
  const { args, keywords } = statement.value;
  const constraints = args.slice(1);
  const bound =
    constraints.length > 0 ? build.tuple(constraints) : keywords.find((keyword) => keyword.arg === "bound")?.value;
  return { name: target.id, parameter: { kind: "TypeVar", name: target.id, ...(bound ? { bound } : {}), span } };
}

/** A statement of the module with type parameters where it speaks of type variables; nothing for what makes one. */
export function withTypeParameters(
  statement: Statement,
  variables: ReadonlyMap<string, TypeParam>,
  environment: ExpansionEnvironment,
): readonly Statement[] {
  if (variables.size === 0) return [statement];
  if (typeVariable(statement, environment)) return [];
  return [parametrised(statement, variables, new Set(), environment)];
}

function parametrised(
  statement: Statement,
  variables: ReadonlyMap<string, TypeParam>,
  owned: ReadonlySet<string>,
  environment: ExpansionEnvironment,
): Statement {
  if (isDefinition(statement)) {
    const own = namesIn(annotationsOf(statement), variables).filter((name) => !owned.has(name));
    const made = own.length === 0 ? statement : { ...statement, ...added(statement, own, variables) };
    return inside(made, variables, new Set([...owned, ...own]), environment);
  }
  if (statement.kind !== "ClassDef") return statement;
  const own = namesIn(statement.bases, variables).filter((name) => !owned.has(name));
  const bases = statement.bases.flatMap((base) => plainBase(base, environment));
  const isSame = own.length === 0 && bases.every((base, position) => base === statement.bases[position]);
  const made: ClassDef = isSame ? statement : { ...statement, ...added(statement, own, variables), bases };
  return inside(made, variables, new Set([...owned, ...own]), environment);
}

function added(
  node: Definition | ClassDef,
  names: readonly string[],
  variables: ReadonlyMap<string, TypeParam>,
): { readonly typeParams?: readonly TypeParam[] } {
  // Each place gets nodes of its own: a node stands for one declaration.
  return names.length === 0
    ? {}
    : { typeParams: [...node.typeParams, ...names.map((name) => ({ ...variables.get(name)! }))] };
}

function inside<Node extends Definition | ClassDef>(
  node: Node,
  variables: ReadonlyMap<string, TypeParam>,
  owned: ReadonlySet<string>,
  environment: ExpansionEnvironment,
): Node {
  const body = node.body.map((statement) =>
    isDefinition(statement) || statement.kind === "ClassDef"
      ? parametrised(statement, variables, owned, environment)
      : nested(statement, variables, owned, environment),
  );
  return body.every((statement, position) => statement === node.body[position]) ? node : { ...node, body };
}

/** Functions in the blocks of a statement. */
function nested(
  statement: Statement,
  variables: ReadonlyMap<string, TypeParam>,
  owned: ReadonlySet<string>,
  environment: ExpansionEnvironment,
): Statement {
  return rebuild(statement, (node: PythonNode) =>
    isDefinition(node) ? (parametrised(node, variables, owned, environment) as PythonNode) : node,
  ) as Statement;
}

/** `Generic[T]` says nothing more; `Protocol[T]` is a `Protocol`. */
function plainBase(base: Expression, environment: ExpansionEnvironment): readonly Expression[] {
  if (base.kind !== "Subscript") return [base];
  const path = environment.pathOf(base.value);
  if (path === "typing.Generic") return [];
  return path === "typing.Protocol" ? [base.value] : [base];
}

function annotationsOf(node: Definition): readonly Expression[] {
  return [
    ...parametersOf(node).flatMap((parameter) => (parameter.annotation ? [parameter.annotation] : [])),
    ...(node.returns ? [node.returns] : []),
  ];
}

/** The type variables that expressions speak of, in the order in which they come. */
function namesIn(nodes: readonly Expression[], variables: ReadonlyMap<string, TypeParam>): readonly string[] {
  const found = new Set<string>();
  for (const node of nodes)
    walk(node, (inner) => {
      if (inner.kind === "Name" && variables.has(inner.id)) found.add(inner.id);
      if (inner.kind === "Constant" && inner.value.type === "str")
        for (const [word] of inner.value.value.matchAll(/\w+/g)) if (variables.has(word)) found.add(word);
    });
  return [...found];
}
