import type { Part } from "./analysis-modules.ts";

/** How often a module-level name is assigned and read, and whether a function refers to it. */
export interface UseCounts {
  readonly captured: boolean;
  readonly assignments: number;
  readonly reads: number;
}

interface Tally {
  /** The number of parts in which a function refers to it. */
  capturing: number;
  assignments: number;
  reads: number;
}

/** The use counts of all module-level names of a module, part by part. */
export class UseTable {
  private readonly tallies = new Map<string, Tally>();

  constructor(parts: readonly Part[]) {
    for (const part of parts) this.add(part);
  }

  of(name: string): UseCounts {
    const { capturing, assignments, reads } = this.tallies.get(name) ?? { capturing: 0, assignments: 0, reads: 0 };
    return { captured: capturing > 0, assignments, reads };
  }

  /** Counts another part in the place of one, and gives the names of which either speaks. */
  replace(before: Part, after: Part): ReadonlySet<string> {
    this.count(before, -1);
    this.add(after);
    return new Set([...talliesIn(before).keys(), ...talliesIn(after).keys()]);
  }

  private add(part: Part): void {
    this.count(part, 1);
  }

  private count(part: Part, sign: 1 | -1): void {
    for (const [name, own] of talliesIn(part)) {
      const tally = tallyOf(this.tallies, name);
      tally.capturing += sign * own.capturing;
      tally.assignments += sign * own.assignments;
      tally.reads += sign * own.reads;
    }
  }
}

const known = new WeakMap<Part, ReadonlyMap<string, Tally>>();

function talliesIn(part: Part): ReadonlyMap<string, Tally> {
  let tallies = known.get(part);
  if (!tallies) known.set(part, (tallies = countIn(part)));
  return tallies;
}

function countIn(part: Part): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const { variables } = part.decls.table.module;
  for (const [name, variable] of variables) tallyOf(tallies, name).assignments += variable.declarations.length;
  for (const [name, read] of part.binding.reads) if (read === "function") tallyOf(tallies, name).capturing = 1;
  for (const [node, name] of part.binding.globals) {
    if (node.kind === "Name" && part.binding.reads.has(name) && !variables.get(name)?.declarations.includes(node))
      tallyOf(tallies, name).reads++;
  }
  return tallies;
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  let tally = tallies.get(name);
  if (!tally) tallies.set(name, (tally = { capturing: 0, assignments: 0, reads: 0 }));
  return tally;
}
