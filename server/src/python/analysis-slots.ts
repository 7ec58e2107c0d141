import { optionalOf, unknownType } from "../types/build.ts";
import { hasUnknown, join } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { exactKey } from "./analysis-keys.ts";
import type { SlotValue } from "./infer-context.ts";
import { adoptEvidence } from "./infer-numbers.ts";
import { mapParts } from "./infer-parts.ts";

/** What an annotation says of a slot, `unknown` where there is none. */
export interface SlotDeclaration {
  readonly declared: Type;
  readonly isParameter: boolean;
}

interface SlotState {
  readonly type: Type;
  /** The same text exactly when the same is known. */
  readonly key: string;
  /** The step of the solving at which this became known. */
  readonly since: number;
}

interface Slot extends SlotDeclaration {
  readonly fixed: boolean;
  readonly fromExamples: Type;
  readonly contributions: Map<string, Type>;
  /** What was known of it, from the beginning of the solving to its end. */
  readonly history: SlotState[];
}

/** The solved types of what several units speak of: parameters, results, fields and globals. They are told as they were at a step of the solving. */
export class SlotTable {
  private readonly slots = new Map<string, Slot>();
  private readonly declarationOf: (id: string) => SlotDeclaration;
  private readonly exampleOf: (id: string) => Type | undefined;
  /** What was learnt before this step is told. */
  now = Number.POSITIVE_INFINITY;

  constructor(declarationOf: (id: string) => SlotDeclaration, exampleOf: (id: string) => Type | undefined) {
    this.declarationOf = declarationOf;
    this.exampleOf = exampleOf;
  }

  private slot(id: string): Slot {
    let slot = this.slots.get(id);
    if (!slot) {
      const declaration = this.declarationOf(id);
      const fromExamples = declaration.isParameter ? (this.exampleOf(id) ?? unknownType) : unknownType;
      const fixed = !hasUnknown(declaration.declared);
      const contributions = new Map<string, Type>();
      const current = fixed
        ? adoptEvidence(declaration.declared, fromExamples)
        : fill(declaration.declared, fromExamples);
      const history = [stateOf(current, fixed, Number.NEGATIVE_INFINITY)];
      slot = { ...declaration, fixed, fromExamples, contributions, history };
      this.slots.set(id, slot);
    }
    return slot;
  }

  private state({ history }: Slot): SlotState {
    let index = history.length - 1;
    while (history[index]!.since >= this.now) index--;
    return history[index]!;
  }

  value(id: string): SlotValue {
    const slot = this.slot(id);
    return { type: this.state(slot).type, fixed: slot.fixed };
  }

  /** A text that changes when what is known of the slot does. */
  key(id: string): string {
    return this.state(this.slot(id)).key;
  }

  /** Takes what a part has learnt in this step. Says whether anything changed. */
  contribute(source: string, contributions: ReadonlyMap<string, Type>): boolean {
    let changed = false;
    for (const [id, type] of contributions) {
      const slot = this.slot(id);
      if (slot.contributions.get(source) === type) continue;
      slot.contributions.set(source, slot.isParameter ? withoutCharacters(type) : type);
      const evidence = [...slot.contributions.values()].reduce(join, slot.fromExamples);
      const current = slot.fixed ? adoptEvidence(slot.declared, evidence) : fill(slot.declared, evidence);
      const state = stateOf(current, slot.fixed, this.now);
      if (state.key === slot.history.at(-1)!.key) continue;
      slot.history.push(state);
      changed = true;
    }
    return changed;
  }
}

function stateOf(type: Type, fixed: boolean, since: number): SlotState {
  const key = exactKey(type);
  return { type, key: fixed ? `!${key}` : key, since };
}

/** What is declared, its gaps filled from evidence where that has the same form. */
export function fill(declared: Type, evidence: Type): Type {
  if (declared.kind === "unknown") return evidence;
  if (evidence.kind === "unknown" || !hasUnknown(declared)) return declared;
  const given = evidence.kind === "optional" && declared.kind !== "optional" ? evidence.inner : evidence;
  if (declared.kind === "optional")
    return optionalOf(fill(declared.inner, given.kind === "optional" ? given.inner : given));
  if (declared.kind === "tuple" && declared.rest?.kind === "unknown" && given.kind === "tuple") return given;
  if (
    declared.kind !== given.kind ||
    (declared.kind === "named" && given.kind === "named" && declared.symbol !== given.symbol)
  )
    return declared;
  const parts: Type[] = [];
  mapParts(given, (part) => {
    parts.push(part);
    return part;
  });
  let index = 0;
  return mapParts(declared, (part) => fill(part, parts[index++] ?? unknownType));
}

/** The type with no claim that a text is one character long. */
export function withoutCharacters(type: Type): Type {
  if (type.kind === "string") return type.character ? { kind: "string" } : type;
  return mapParts(type, withoutCharacters);
}
