import { optionalOf, unknownType } from "../types/build.ts";
import { hasUnknown, join } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { exactKey } from "./analysis-keys.ts";
import type { SlotValue } from "./infer-context.ts";
import { mapParts } from "./infer-parts.ts";

/** What an annotation says of a slot, `unknown` where there is none. */
export interface SlotDeclaration {
  readonly declared: Type;
  readonly isParameter: boolean;
}

interface Slot<Source> extends SlotDeclaration {
  readonly fixed: boolean;
  readonly fromExamples: Type;
  readonly contributions: Map<Source, Type>;
  current: Type;
  key: string;
}

/** The solved types of what several units speak of: parameters, results, fields and globals. */
export class SlotTable<Source> {
  private readonly slots = new Map<string, Slot<Source>>();
  private readonly declarationOf: (id: string) => SlotDeclaration;
  private readonly exampleOf: (id: string) => Type | undefined;

  constructor(declarationOf: (id: string) => SlotDeclaration, exampleOf: (id: string) => Type | undefined) {
    this.declarationOf = declarationOf;
    this.exampleOf = exampleOf;
  }

  private state(id: string): Slot<Source> {
    let slot = this.slots.get(id);
    if (!slot) {
      const declaration = this.declarationOf(id);
      const fromExamples = declaration.isParameter ? (this.exampleOf(id) ?? unknownType) : unknownType;
      const current = fill(declaration.declared, fromExamples);
      slot = {
        ...declaration,
        fixed: !hasUnknown(declaration.declared),
        fromExamples,
        contributions: new Map<Source, Type>(),
        current,
        key: exactKey(current),
      };
      this.slots.set(id, slot);
    }
    return slot;
  }

  value(id: string): SlotValue {
    const slot = this.state(id);
    return { type: slot.current, fixed: slot.fixed };
  }

  /** A text that changes when what is known of the slot does. */
  key(id: string): string {
    const slot = this.state(id);
    return slot.fixed ? `!${slot.key}` : slot.key;
  }

  /** Takes what a part has learnt. Says whether anything changed. */
  contribute(source: Source, contributions: ReadonlyMap<string, Type>): boolean {
    let changed = false;
    for (const [id, type] of contributions) {
      const slot = this.state(id);
      if (slot.fixed || slot.contributions.get(source) === type) continue;
      slot.contributions.set(source, slot.isParameter ? withoutCharacters(type) : type);
      const current = fill(slot.declared, [...slot.contributions.values()].reduce(join, slot.fromExamples));
      const key = exactKey(current);
      if (key === slot.key) continue;
      slot.current = current;
      slot.key = key;
      changed = true;
    }
    return changed;
  }
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
