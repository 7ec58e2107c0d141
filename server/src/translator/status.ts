import type { Language } from "../base/language.ts";
import type { Construct } from "../lowering/construct.ts";
import type { ConstructStatus } from "./api.ts";

/**
 * How far the construct is translated from a language, by its own examples, which are run: none where the language has no such form, marked where no
 * example is translated from it, partly where one is and a caveat of the construct marks other cases.
 */
export function statusFrom(source: Language, construct: Construct): ConstructStatus {
  const { examples, recognises, refines, caveats = [] } = construct;
  const shown = examples.some(({ from = ["python", "go"] }) => from.includes(source));
  if (shown) return caveats.some(({ severity }) => severity === "mark") ? "partly" : "translated";
  const owns = [...Object.keys(construct[source] ?? {}), ...(construct.parts?.[source] ?? [])].length > 0;
  const hasForm = owns || Object.keys(refines?.[source] ?? {}).length > 0;
  return hasForm && recognises === undefined ? "marked" : "none";
}
