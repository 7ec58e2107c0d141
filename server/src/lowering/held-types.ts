import type * as ir from "../ir/node.ts";
import { walkAll } from "../ir/walk.ts";
import { interfaceMethods, methodSet } from "../types/method-set.ts";
import { typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";

/** Whether a value of the type holds a value of another type, which is known when the program runs. */
export function isHolder(type: Type): boolean {
  return (
    type.kind === "any" ||
    type.kind === "interface" ||
    (type.kind === "named" && (type.symbol.form === "interface" || type.symbol.name === "error"))
  );
}

/** The types whose values a unit of Go puts into interfaces. */
export function heldTypes(declarations: readonly ir.Declaration[]): readonly Type[] {
  const found = new Map<string, Type>();
  const passed = new Set<ir.Node>();
  walkAll(declarations, (node) => {
    // An encoder looks at what it is given and keeps nothing.
    if (node.kind === "UnknownCall" && node.path.startsWith("encoding/"))
      node.arguments.forEach(({ value }) => passed.add(value));
    if (passed.has(node)) return;
    if (node.kind !== "Cast" || !isHolder(node.type) || isHolder(node.operand.type)) return;
    const { type } = node.operand;
    if (type.kind !== "none" && type.kind !== "untyped" && type.kind !== "unknown") found.set(typeKey(type), type);
  });
  return [...found.values()];
}

/** Of the types that are put into interfaces, those that a value of this interface may have. */
export function typesWithin(holder: Type, held: readonly Type[]): readonly Type[] {
  if (holder.kind === "any" || holder.kind === "unknown" || holder.kind === "parameter") return held;
  const wanted =
    holder.kind === "named" && holder.symbol.name === "error"
      ? ["Error"]
      : interfaceMethods(holder).map(({ name }) => name);
  return held.filter((type) => {
    const methods = methodSet(type);
    return wanted.every((name) => methods.has(name));
  });
}
