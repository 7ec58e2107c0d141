import type { Type, TypeSymbol } from "../types/type.ts";
import type { Checker } from "./checker.ts";
import { underlying } from "./check-identity.ts";
import type { Ident } from "./tree.ts";

/** Reports a type whose values would contain themselves. */
export function checkValidType(check: Checker, node: Ident, symbol: TypeSymbol): void {
  const visited = new Set<TypeSymbol>();
  const holds = (type: Type, depth: number): boolean => {
    if (depth > 60) return false;
    if (type.kind === "named") {
      if (type.symbol === symbol) return true;
      if (visited.has(type.symbol)) return false;
      visited.add(type.symbol);
      return parts(underlying(type)).some((part) => holds(part, depth + 1));
    }
    return parts(type).some((part) => holds(part, depth + 1));
  };
  const base = symbol.underlying;
  if (base !== undefined && parts(base).some((part) => holds(part, 0))) {
    check.error(node, "invalid-recursive-type", `invalid recursive type ${symbol.name}`);
  }
}

/** The types whose values are stored inside of a value of the type; for interfaces, what they embed. */
function parts(type: Type): readonly Type[] {
  if (type.kind === "struct") return type.fields.map((field) => field.type);
  if (type.kind === "array") return [type.element];
  return type.kind === "interface" ? type.embedded : [];
}
