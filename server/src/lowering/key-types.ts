import type * as ir from "../ir/node.ts";
import { walkAll } from "../ir/walk.ts";
import type { Type } from "../types/type.ts";
import { typeKey } from "../types/relations.ts";

/** The structs of Go, by key, that are keys of maps in the unit, with those inside them: in Python their objects must have a hash. */
export function keyTypes(declarations: readonly ir.Declaration[]): readonly string[] {
  const found = new Set<string>();
  const add = (type: Type): void => {
    const below = type.kind === "named" ? type.symbol.underlying : undefined;
    if (below?.kind !== "struct" || found.has(typeKey(type))) return;
    found.add(typeKey(type));
    below.fields.forEach((field) => add(field.type));
  };
  const look = (type: Type): void => {
    if (type.kind === "dict") add(type.key);
    if (type.kind === "set") add(type.element);
  };
  walkAll(declarations, (node) => {
    if (node.sort === "expression") look(node.type);
    if (node.kind === "Declare") look(node.binding.type);
    if (node.kind === "Record") node.fields.forEach((field) => look(field.type));
  });
  return [...found].sort();
}
