import { optionalOf, unknownType } from "../types/build.ts";
import { hasUnknown } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { mapParts } from "./infer-parts.ts";

/** What is declared, its gaps filled from evidence where that has the same form. */
export function fill(declared: Type, evidence: Type): Type {
  if (declared.kind === "unknown") return evidence;
  if (evidence.kind === "unknown" || !hasUnknown(declared)) return declared;
  const given = evidence.kind === "optional" && declared.kind !== "optional" ? evidence.inner : evidence;
  if (declared.kind === "optional") return optionalOf(fill(declared.inner, given.kind === "optional" ? given.inner : given));
  if (declared.kind === "tuple" && declared.rest?.kind === "unknown" && given.kind === "tuple") return given;
  if (declared.kind !== given.kind || (declared.kind === "named" && given.kind === "named" && declared.symbol !== given.symbol)) return declared;
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
