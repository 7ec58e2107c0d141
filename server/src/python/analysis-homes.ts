import type { Part } from "./analysis-modules.ts";
import type { UnitResult } from "./infer-unit.ts";

/** Which part of a program a node lies in. A node belongs to one part for as long as its text is the same. Analyses that follow one another share it. */
export class Homes {
  private readonly homes = new WeakMap<object, Part>();
  private readonly registered = new WeakSet<UnitResult>();

  /** The part that a node lies in; undefined for a node of no analysed program. */
  of(node: object): Part | undefined {
    return this.homes.get(node);
  }

  /** Notes which part the nodes lie in that its inference speaks of, its declarations included. */
  register(part: Part, result: UnitResult): void {
    const { homes } = this;
    for (const decl of [...part.decls.functions.values(), ...part.decls.classes.values()]) homes.set(decl.node, part);
    for (const statement of part.decls.unit.body) if (!homes.has(statement)) homes.set(statement, part);
    if (this.registered.has(result)) return;
    this.registered.add(result);
    for (const node of result.types.keys()) homes.set(node, part);
    for (const node of part.binding.webs.keys()) homes.set(node, part);
    for (const node of part.binding.globals.keys()) homes.set(node, part);
  }
}
