import type { Part } from "./analysis-modules.ts";
import type { UnitResult } from "./infer-unit.ts";

/** Which part of a program a node lies in. A node belongs to one part for as long as its text is the same. */
const homes = new WeakMap<object, Part>();

/** The part that a node lies in; undefined for a node of no analysed program. */
export function homeOf(node: object): Part | undefined {
  return homes.get(node);
}

const registered = new WeakSet<UnitResult>();

/** Notes which part the nodes lie in that its inference speaks of, its declarations included. */
export function registerHome(part: Part, result: UnitResult): void {
  for (const decl of [...part.decls.functions.values(), ...part.decls.classes.values()]) homes.set(decl.node, part);
  if (registered.has(result)) return;
  registered.add(result);
  for (const node of result.types.keys()) homes.set(node, part);
  for (const node of part.binding.webs.keys()) homes.set(node, part);
  for (const node of part.binding.globals.keys()) homes.set(node, part);
}
