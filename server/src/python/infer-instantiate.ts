import { unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import type { Inference } from "./infer-context.ts";
import { mapParts } from "./infer-parts.ts";
import type { Substitution } from "./infer-signatures.ts";
import { isVariable } from "./infer-solver.ts";

/** Replaces type parameters; alternatives that turn out the same become one. */
export function instantiate(inference: Inference, type: Type, substitution: Substitution): Type {
  if (type.kind === "union")
    return type.members
      .map((member) => instantiate(inference, member, substitution))
      .reduce((a, b) => inference.solver.merge(a, b), unknownType);
  if (type.kind === "parameter") return isVariable(type) ? type : (substitution.get(type.name) ?? type);
  if (type.kind === "optional") {
    const inner = instantiate(inference, type.inner, substitution);
    const head = inference.solver.shallow(inner);
    return head.kind === "optional" || head.kind === "none" || head.kind === "any" ? head : { kind: "optional", inner };
  }
  return mapParts(type, (part) => instantiate(inference, part, substitution));
}

/** Adds the names of the type parameters that a type speaks of to `found`. */
export function typeParametersIn(type: Type, found: Set<string>): void {
  if (type.kind === "parameter") {
    if (!isVariable(type)) found.add(type.name);
    return;
  }
  mapParts(type, (part) => {
    typeParametersIn(part, found);
    return part;
  });
}
