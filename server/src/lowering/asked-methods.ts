import type * as ir from "../ir/node.ts";
import { walkAll } from "../ir/walk.ts";
import { interfaceMethods } from "../types/method-set.ts";
import type { Type } from "../types/type.ts";

/** The names of methods that a unit of Go may call through an interface: those of the interfaces that it declares or mentions. */
export function askedMethods(declarations: readonly ir.Declaration[]): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<Type>();
  const look = (type: Type): void => {
    if (seen.has(type)) return;
    seen.add(type);
    const bare = type.kind === "pointer" || type.kind === "parameter" ? undefined : type;
    const isInterface = bare?.kind === "interface" || (bare?.kind === "named" && bare.symbol.form === "interface");
    if (bare && isInterface) for (const { name } of interfaceMethods(bare)) found.add(name);
    if (type.kind === "function") [...type.parameters.map((parameter) => parameter.type), type.result].forEach(look);
    if (type.kind === "list" || type.kind === "array") look(type.element);
    if (type.kind === "tuple") type.elements.forEach(look);
    if (type.kind === "parameter" && type.constraint) look(type.constraint);
  };
  walkAll(declarations, (node) => {
    if (node.sort === "expression") look(node.type);
    if (node.kind === "Function" || node.kind === "Closure") node.parameters.forEach(({ type }) => look(type));
    if (node.kind === "Function") node.typeParameters.forEach(look);
    if (node.kind === "Record") node.fields.forEach(({ type }) => look(type));
    if (node.kind === "Interface") look({ kind: "named", symbol: node.symbol, arguments: [] });
    if (node.kind === "TypeAssertion") look(node.target);
    if (node.kind === "TypeTest") node.targets.forEach(look);
    if (node.kind === "TypeSwitch") node.cases.forEach((clause) => clause.types?.forEach(look));
  });
  return [...found].sort();
}
