import type { ScopeVariable } from "./bind-scopes.ts";

/** The numbers of the definitions that reach a place, for each variable. */
export type State = Map<ScopeVariable, readonly number[]>;

/** The state where two flows meet. Undefined is a place that no flow reaches. */
export function mergeStates(a: State | undefined, b: State | undefined): State | undefined {
  if (!a) return b;
  if (!b) return a;
  const merged = new Map(a);
  for (const [variable, indices] of b) {
    const known = merged.get(variable);
    if (known === undefined) merged.set(variable, indices);
    else if (known !== indices) {
      const added = indices.filter((index) => !known.includes(index));
      if (added.length > 0) merged.set(variable, [...known, ...added]);
    }
  }
  return merged;
}
