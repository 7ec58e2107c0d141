import type { ModuleSource } from "./analysis-api.ts";
import { declareUnit } from "./analysis-declarations.ts";
import { faceOf } from "./analysis-face.ts";
import {
  type Part,
  type ProgramModule,
  analysisUnits,
  bindPart,
  isSameUnit,
  isTop,
  sharing,
} from "./analysis-modules.ts";
import type { Program } from "./analysis-program.ts";

/** A part of a program and what has come in its place. */
export interface Replacement {
  readonly before: Part;
  readonly after: Part;
}

/**
 * What has changed in the modules of a program since it was made, if that is only inside of parts: each part that is not as it was still shows the
 * others the same face. Undefined where it is more, and the program has to be made anew.
 */
export function replacements(program: Program, modules: readonly ModuleSource[]): readonly Replacement[] | undefined {
  if (modules.length !== program.modules.size) return undefined;
  const found: Replacement[] = [];
  for (const [position, name] of [...program.modules.keys()].entries()) {
    const source = modules[position]!;
    const changed = source.name === name ? replacementsIn(program.modules.get(name)!, source) : undefined;
    if (changed === undefined) return undefined;
    found.push(...changed);
  }
  return found;
}

function replacementsIn(module: ProgramModule, source: ModuleSource): readonly Replacement[] | undefined {
  const units = analysisUnits(source);
  if (units.length !== module.parts.length) return undefined;
  const found: Replacement[] = [];
  for (const [position, unit] of units.entries()) {
    const before = module.parts[position]!;
    if (before.decls.unit.key !== unit.key) return undefined;
    if (isSameUnit(before.decls.unit, unit)) continue;
    const decls = declareUnit(module.name, unit);
    if (faceOf(decls) !== faceOf(before.decls)) return undefined;
    const bound = bindPart(decls, module.name);
    const top = module.parts.at(-1)!.decls;
    const concerns = (name: string): boolean => isTop(top) && top.table.module.variables.has(name);
    if (!sameNames([...before.uses].filter(concerns), [...bound.uses].filter(concerns))) return undefined;
    found.push({ before, after: before.shared ? sharing(bound, (name) => before.shared!.has(name)) : bound });
  }
  return found;
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  const names = new Set(left);
  return left.length === right.length && right.every((name) => names.has(name));
}
