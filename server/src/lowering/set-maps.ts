import { setOf } from "../types/build.ts";
import type { SetType, Type } from "../types/type.ts";

/** The set that a `map[K]struct{}` stands for; a defined type of such a map has it as well, unless it has methods, which make it a class. */
export function setOfMap(type: Type): SetType | undefined {
  if (type.kind === "named" && type.symbol.underlying !== undefined && type.symbol.methods.size === 0)
    return type.arguments.length === 0 ? setOfMap(type.symbol.underlying) : undefined;
  if (type.kind !== "dict" || type.value.kind !== "struct" || type.value.fields.length > 0) return undefined;
  return setOf(type.key);
}

/** The type with sets for the maps that are sets, inside other types too. */
export function withSets(type: Type): Type {
  const set = setOfMap(type);
  if (set !== undefined) return set;
  switch (type.kind) {
    case "list":
    case "array":
    case "channel":
    case "iterator": {
      const element = withSets(type.element);
      return element === type.element ? type : { ...type, element };
    }
    case "dict": {
      const value = withSets(type.value);
      return value === type.value ? type : { ...type, value };
    }
    case "optional": {
      const inner = withSets(type.inner);
      return inner === type.inner ? type : { ...type, inner };
    }
    case "pointer": {
      const target = withSets(type.target);
      return target === type.target ? type : { ...type, target };
    }
    case "tuple": {
      const elements = type.elements.map(withSets);
      return elements.every((element, position) => element === type.elements[position]) ? type : { ...type, elements };
    }
    default:
      return type;
  }
}
