import type { Type } from "../types/type.ts";
import { includes, typeSetOf, underlying } from "./check-identity.ts";
import { missingMethod } from "./check-lookup.ts";
import { showGoType } from "./check-show.ts";
import { isComparable, isInterface, isParameter } from "./check-types.ts";

/** Why a type does not implement an interface or satisfy a constraint; undefined when it does. */
export function whyNotImplements(type: Type, wanted: Type, from: string): string | undefined {
  const set = typeSetOf(wanted);
  const base = underlying(type);
  if (base.kind === "unknown" || set.unknown) return undefined;
  const own = typeSetOf(type);
  if (own.terms?.length === 0 || own.unknown) return undefined;
  const missing = missingMethod(type, wanted, from);
  const shown = showGoType(type);
  if (missing?.reason === "missing")
    return `${shown} does not implement ${showGoType(wanted)} (missing method ${missing.name})`;
  if (missing?.reason === "pointer receiver") {
    return `${shown} does not implement ${showGoType(wanted)} (method ${missing.name} has pointer receiver)`;
  }
  if (missing) return `${shown} does not implement ${showGoType(wanted)} (wrong type for method ${missing.name})`;
  if (set.comparable && !isComparable(type)) return `${shown} does not satisfy comparable`;
  if (set.terms === undefined) return undefined;
  const failure = `${shown} does not satisfy ${showGoType(wanted)}`;
  if (isInterface(type) || isParameter(type)) {
    if (own.terms === undefined) return failure;
    const covered = own.terms.every((term) =>
      set.terms!.some((other) => includes(other, term.type) && (!term.tilde || other.tilde)),
    );
    return covered ? undefined : failure;
  }
  return set.terms.some((term) => includes(term, type)) ? undefined : failure;
}
