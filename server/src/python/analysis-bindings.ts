import type { Binding, BindingKind } from "../types/binding.ts";
import { unknownType } from "../types/build.ts";
import { join, sameType } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { FunctionNode, NamingNode } from "./analysis-api.ts";
import type { Part } from "./analysis-modules.ts";
import type { Program } from "./analysis-program.ts";
import type { Web } from "./bind-webs.ts";
import type { ScopeVariable } from "./bind-scopes.ts";
import type { Entity } from "./infer-context.ts";
import type { UnitResult } from "./infer-unit.ts";
import type { Name } from "./tree.ts";

/**
 * Makes one binding of the webs of a variable, unless their types differ: a variable that is bound anew with another type is two.
 */
export function groupWebs(
  part: Part,
  result: UnitResult,
  program: Program,
  entityType: (entity: Entity) => Type,
): ReadonlyMap<NamingNode, Binding> {
  const byVariable = new Map<ScopeVariable, Web[]>();
  for (const web of part.binding.allWebs) {
    const webs = byVariable.get(web.variable);
    if (webs) webs.push(web);
    else byVariable.set(web.variable, [web]);
  }
  const bindingOfWeb = new Map<Web, Binding>();
  const taken = new Map<string, number>();
  for (const [variable, webs] of byVariable) {
    const groups: { type: Type; webs: Web[] }[] = [];
    for (const web of webs) {
      const type = webType(web, part, result, program, entityType);
      const group = groups.find((candidate) => compatible(candidate.type, type, web));
      if (group) {
        group.type = join(group.type, type);
        group.webs.push(web);
      } else groups.push({ type, webs: [web] });
    }
    const scopeCount = countOf(
      taken,
      `${part.decls.module}.${part.decls.unit.key}.${variable.scope.path}.${variable.name}`,
    );
    groups.forEach((group, index) => {
      const binding = makeBinding(part, variable, group, `${scopeCount}${index === 0 ? "" : `~${index + 1}`}`);
      for (const web of group.webs) bindingOfWeb.set(web, binding);
    });
  }
  const bindings = new Map<NamingNode, Binding>();
  for (const [node, web] of part.binding.webs) {
    const binding = bindingOfWeb.get(web);
    if (binding) bindings.set(node, binding);
  }
  return bindings;
}

function countOf(taken: Map<string, number>, id: string): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}#${count}`;
}

/** Two webs are one variable when one type holds the values of both as they are. */
function compatible(a: Type, b: Type, web: Web): boolean {
  if (sameType(a, b) || a.kind === "unknown" || b.kind === "unknown") return true;
  if (b.kind === "none") return web.reads > 0;
  const joined = join(a, b);
  return sameType(joined, a) || sameType(joined, b)
    ? !mixesNumbers(a, b)
    : a.kind === "optional" || b.kind === "optional"
      ? joined.kind === "optional" && joined.inner.kind !== "union" && joined.inner.kind !== "any"
      : false;
}

function mixesNumbers(a: Type, b: Type): boolean {
  return (
    (a.kind === "int" && b.kind === "float") ||
    (a.kind === "float" && b.kind === "int") ||
    a.kind === "any" ||
    b.kind === "any"
  );
}

function webType(
  web: Web,
  part: Part,
  result: UnitResult,
  program: Program,
  entityType: (entity: Entity) => Type,
): Type {
  const [definition] = web.definitions;
  if (definition?.kind === "FunctionDef" || definition?.kind === "AsyncFunctionDef") {
    const decl = part.decls.functions.get(definition);
    if (decl) return entityType(decl);
  }
  if (definition?.kind === "ClassDef") {
    const decl = part.decls.classes.get(definition);
    if (decl) return entityType(decl);
  }
  if (definition?.kind === "alias") {
    const path = part.decls.imports.get(definition);
    const entity = path === undefined ? undefined : program.path(path);
    return entity ? entityType(entity) : unknownType;
  }
  return result.webs.get(web) ?? unknownType;
}

function makeBinding(
  part: Part,
  variable: ScopeVariable,
  group: { type: Type; webs: readonly Web[] },
  id: string,
): Binding {
  const [definition] = group.webs[0]!.definitions;
  const importPath = definition?.kind === "alias" ? part.decls.imports.get(definition) : undefined;
  return {
    name: variable.name,
    kind: kindOf(part, variable, definition),
    id,
    type: group.type,
    captured: variable.captured,
    assignments: group.webs.reduce((sum, web) => sum + web.definitions.length, 0),
    reads: group.webs.reduce((sum, web) => sum + web.reads, 0),
    ...(importPath !== undefined && { importPath }),
  };
}

function kindOf(part: Part, variable: ScopeVariable, definition: NamingNode | undefined): BindingKind {
  switch (definition?.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return "function";
    case "ClassDef":
    case "TypeVar":
    case "ParamSpec":
    case "TypeVarTuple":
      return "type";
    case "alias":
      return "import";
    case "arg": {
      const owner = variable.scope.node;
      const decl =
        owner?.kind === "FunctionDef" || owner?.kind === "AsyncFunctionDef"
          ? part.decls.functions.get(owner)
          : undefined;
      return decl?.receiver === definition ? "receiver" : "parameter";
    }
    default:
      if (variable.scope.kind !== "module") return "local";
      return /^[A-Z][A-Z0-9_]*$/.test(variable.name) && variable.declarations.length === 1 ? "constant" : "global";
  }
}

/** The function of the program that a name stands for in the part; undefined for all others, and where the name has several definitions. */
export function functionOfName(node: Name, part: Part, program: Program): FunctionNode | undefined {
  const web = part.binding.webs.get(node);
  if (web) {
    const [definition, ...others] = web.definitions;
    const isFunction = definition?.kind === "FunctionDef" || definition?.kind === "AsyncFunctionDef";
    return isFunction && others.length === 0 ? definition : undefined;
  }
  const name = part.binding.globals.get(node);
  const entity = name === undefined ? undefined : program.global(part.decls.module, name);
  return entity?.kind === "function" ? entity.node : undefined;
}
