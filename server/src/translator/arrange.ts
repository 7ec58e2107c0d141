import type { Language } from "../base/language.ts";
import type { IrModule, LiftedUnit } from "../ir/module.ts";
import type * as ir from "../ir/node.ts";
import { arrangeModule } from "../lowering/passes/modules.ts";

/**
 * Arranges a module for its target and hands out the very lists of declarations that the arrangement of before had wherever they hold the same, so
 * that what is kept by their identity stays valid.
 */
export function arrange(module: IrModule, target: Language, previous: IrModule | undefined): IrModule {
  const arranged = arrangeModule(module, target);
  if (previous === undefined) return arranged;
  const known = previous.units;
  let byName: ReadonlyMap<string, LiftedUnit> | undefined;
  return {
    ...arranged,
    units: arranged.units.map((unit, position): LiftedUnit => {
      let before = known[position];
      if (before?.unit !== unit.unit) {
        byName ??= new Map(known.map((each) => [each.unit, each]));
        before = byName.get(unit.unit);
      }
      const declarations = same(before?.declarations, unit.declarations);
      return declarations === unit.declarations ? unit : { ...unit, declarations };
    }),
  };
}

function same(
  before: readonly ir.Declaration[] | undefined,
  now: readonly ir.Declaration[],
): readonly ir.Declaration[] {
  return before !== undefined &&
    before !== now &&
    before.length === now.length &&
    before.every((declaration, position) => sameDeclaration(declaration, now[position]!))
    ? before
    : now;
}

/** Whether two declarations are one, or were put together from the same parts. */
function sameDeclaration(left: ir.Declaration, right: ir.Declaration): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => {
    const [a, b] = [left, right].map((declaration) => (declaration as unknown as Record<string, unknown>)[name]);
    return (
      a === b ||
      (Array.isArray(a) &&
        Array.isArray(b) &&
        a.length === b.length &&
        a.every((item, position) => item === b[position]))
    );
  });
}
