import type { GoError } from "./analysis-api.ts";
import type { FactStore } from "./checker.ts";
import type { Unit } from "./check-collect.ts";
import type { Entity } from "./scope.ts";

/** Reports variables whose initial value depends on themselves, directly or through functions: one for each cycle. */
export function initializationErrors(facts: FactStore, units: readonly Unit[]): GoError[] {
  const errors: GoError[] = [];
  const reported: { readonly entity: Entity; readonly reachable: ReadonlySet<object> }[] = [];
  for (const unit of units) {
    if (unit.decl.kind !== "GenDecl" || unit.decl.tok !== "var") continue;
    for (const entity of unit.entities) {
      if (entity.role !== "variable" || entity.node === undefined || !facts.references.get(entity)?.size) continue;
      const reachable = reachableFrom(facts, entity);
      if (
        !reachable.has(entity) ||
        reported.some((other) => other.reachable.has(entity) && reachable.has(other.entity))
      )
        continue;
      reported.push({ entity, reachable });
      errors.push({
        node: entity.node,
        code: "invalid-declaration",
        message: `initialization cycle: ${entity.name} refers to itself`,
        path: unit.file.path,
      });
    }
  }
  return errors;
}

function reachableFrom(facts: FactStore, start: Entity): ReadonlySet<object> {
  const reachable = new Set<object>();
  const open: object[] = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of facts.references.get(next) ?? []) {
      if (reachable.has(target)) continue;
      reachable.add(target);
      open.push(target);
    }
  }
  return reachable;
}
