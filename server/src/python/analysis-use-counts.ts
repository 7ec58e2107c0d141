import type { Part } from "./analysis-modules.ts";

/** How often a module-level name is assigned and read, and whether a function refers to it. */
export interface UseCounts {
  readonly captured: boolean;
  readonly assignments: number;
  readonly reads: number;
}

/** The use counts of all module-level names of a module, given its parts. */
export function countModule(parts: readonly Part[]): ReadonlyMap<string, UseCounts> {
  const counts = new Map<string, { captured: boolean; assignments: number; reads: number }>();
  const of = (name: string): { captured: boolean; assignments: number; reads: number } => {
    let known = counts.get(name);
    if (!known) counts.set(name, (known = { captured: false, assignments: 0, reads: 0 }));
    return known;
  };
  for (const part of parts) {
    const { variables } = part.decls.table.module;
    for (const [name, variable] of variables) of(name).assignments += variable.declarations.length;
    for (const [name, read] of part.binding.reads) if (read === "function") of(name).captured = true;
    for (const [node, name] of part.binding.globals) {
      if (node.kind === "Name" && part.binding.reads.has(name) && !variables.get(name)?.declarations.includes(node))
        of(name).reads++;
    }
  }
  return counts;
}
