import { typeKey } from "../types/relations.ts";
import type { FunctionType } from "../types/type.ts";
import { calleeTargets, type MethodsOf } from "./callee-targets.ts";
import { concurrencyOf, type ConcurrencySummary, type SharedEffect } from "./concurrency.ts";
import type { ProgramFacts } from "./facts.ts";
import type { Callee } from "./raises.ts";
import type { FunctionSummary, UnitSummary } from "./summaries.ts";
import { mayMeet, waitingType } from "./waiting-values.ts";

type ConcurrencyFacts = Pick<
  ProgramFacts,
  "sharedEffects" | "suspends" | "methodSuspends" | "valueSuspends" | "locksWait"
> & {
  effectsOf(started: ConcurrencySummary): ReadonlySet<SharedEffect>;
};

/** Waiting follows the calls up, effects are gathered down. `isFaithful`: to the same language, where nothing changes. */
export function solveConcurrency(
  units: readonly UnitSummary[],
  functions: readonly FunctionSummary[],
  byId: ReadonlyMap<string, FunctionSummary>,
  methodsOf: MethodsOf,
  isFaithful: boolean,
): ConcurrencyFacts {
  const targets = (callee: Callee): readonly FunctionSummary[] => calleeTargets(callee, byId, methodsOf);
  const waiting = new Waiting(units, functions, targets);
  if (!isFaithful) waiting.solve();
  const effectsOf = ({ effects, calls }: ConcurrencySummary): ReadonlySet<SharedEffect> => {
    const found = new Set<SharedEffect>(effects);
    const seen = new Set<FunctionSummary>();
    const enter = (callee: Callee): void => {
      for (const target of targets(callee)) {
        if (seen.has(target)) continue;
        seen.add(target);
        target.concurrency.effects.forEach((effect) => found.add(effect));
        target.concurrency.calls.forEach(enter);
      }
    };
    calls.forEach(enter);
    return found;
  };
  return {
    effectsOf,
    suspends: (binding) => waiting.has(byId.get(binding.id)),
    methodSuspends: (symbol, name) => methodsOf(symbol, name).some((summary) => waiting.has(summary)),
    valueSuspends: (type) => {
      const callable = waitingType(type);
      return callable !== undefined && waiting.hasType(callable);
    },
    locksWait: waiting.locksWait,
    sharedEffects: (nodes) => effectsOf(concurrencyOf(nodes, false)),
  };
}

/** The functions, and the types of function values, that wait. */
class Waiting {
  readonly #units: readonly UnitSummary[];
  readonly #functions: readonly FunctionSummary[];
  readonly #targets: (callee: Callee) => readonly FunctionSummary[];
  readonly #suspending = new Set<FunctionSummary>();
  readonly #types = new Map<string, FunctionType>();
  readonly #suspendingTypes = new Set<string>();
  /** Some lock is held while others run. */
  locksWait = false;

  constructor(
    units: readonly UnitSummary[],
    functions: readonly FunctionSummary[],
    targets: (callee: Callee) => readonly FunctionSummary[],
  ) {
    this.#units = units;
    this.#functions = functions;
    this.#targets = targets;
  }

  has(summary: FunctionSummary | undefined): boolean {
    return summary !== undefined && this.#suspending.has(summary);
  }

  hasType(type: FunctionType): boolean {
    return this.#suspendingTypes.has(typeKey(type));
  }

  solve(): void {
    const values = this.#units.flatMap((unit) => unit.values);
    const all = [
      ...this.#functions.map((summary) => summary.concurrency),
      ...this.#units.flatMap((unit) => unit.concurrency),
      ...values.flatMap(({ value }) => ("kind" in value ? [] : [value])),
    ];
    const types = [
      ...values.map(({ type }) => type),
      ...all.flatMap(({ valueCalls, startedValues }) => [...valueCalls, ...startedValues]),
    ];
    types.forEach((type) => this.#types.set(typeKey(type), type));
    const start = (summary: FunctionSummary): void => void this.#suspending.add(summary);
    all
      .flatMap((summary) => summary.started)
      .flatMap(this.#targets)
      .forEach(start);
    all.flatMap((summary) => summary.startedValues).forEach((type) => this.#addType(type));
    // Tasks run on an event loop, which `main` brings along.
    if (all.some((summary) => summary.waits || summary.starts))
      this.#functions.filter((summary) => summary.isMain).forEach(start);
    const size = (): number => this.#suspending.size + this.#suspendingTypes.size + (this.locksWait ? 1 : 0);
    for (let before = -1; before !== size();) {
      before = size();
      this.locksWait ||= all.some(({ held, endsLocked }) => endsLocked || (held !== undefined && this.#waits(held)));
      for (const summary of this.#functions) if (this.#waits(summary.concurrency)) start(summary);
      for (const { type, value } of values) {
        const callees = "kind" in value ? this.#targets(value) : [];
        if ("kind" in value ? callees.some((target) => this.has(target)) : this.#waits(value)) this.#addType(type);
        if (this.hasType(type)) callees.forEach(start);
      }
      // What stands behind one call of an interface's method is awaited there, so all of it are coroutines.
      for (const callee of all.flatMap((summary) => summary.calls)) {
        if (callee.kind !== "method" || callee.symbol.form !== "interface") continue;
        const reached = this.#targets(callee);
        if (reached.some((target) => this.has(target))) reached.forEach(start);
      }
    }
  }

  #waits({ waits, calls, valueCalls, locks }: ConcurrencySummary): boolean {
    return (
      waits ||
      (locks && this.locksWait) ||
      calls.some((callee) => this.#targets(callee).some((target) => this.has(target))) ||
      valueCalls.some((type) => this.hasType(type))
    );
  }

  #addType(type: FunctionType): void {
    if (this.hasType(type)) return;
    this.#suspendingTypes.add(typeKey(type));
    for (const other of this.#types.values()) if (mayMeet(type, other)) this.#addType(other);
  }
}
