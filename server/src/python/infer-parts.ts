import { optionalOf } from "../types/build.ts";
import { ancestors, sameType, typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";

/** The nearest common base of two classes; undefined where they share none but `object`. */
export function mergeClasses(a: Type, b: Type): Type | undefined {
  if (a.kind === "class" && b.kind === "class") {
    const instance = sameType(a.instance, b.instance) ? a.instance : mergeClasses(a.instance, b.instance);
    return instance && { kind: "class", instance };
  }
  if (a.kind !== "named" || b.kind !== "named") return undefined;
  const others = ancestors(b);
  const shared = ancestors(a).find((candidate) => others.some((other) => typeKey(other) === typeKey(candidate)));
  if (
    shared?.kind !== "named" ||
    ["object", "Protocol", "ABC", "Generic", "Enum", "NamedTuple"].includes(shared.symbol.name)
  )
    return undefined;
  return shared;
}

/** The type with `change` applied to its direct parts; the same object when no part changes. */
export function mapParts(type: Type, change: (part: Type) => Type): Type {
  switch (type.kind) {
    case "list":
    case "set":
    case "iterator":
    case "channel":
    case "array": {
      const element = change(type.element);
      return element === type.element ? type : { ...type, element };
    }
    case "dict": {
      const [key, value] = [change(type.key), change(type.value)];
      return key === type.key && value === type.value ? type : { ...type, key, value };
    }
    case "tuple": {
      const elements = mapAll(type.elements, change);
      const rest = type.rest && change(type.rest);
      if (elements === type.elements && rest === type.rest) return type;
      return rest === undefined ? { kind: "tuple", elements } : { kind: "tuple", elements, rest };
    }
    case "awaitable": {
      const result = change(type.result);
      return result === type.result ? type : { ...type, result };
    }
    case "optional": {
      const inner = change(type.inner);
      return inner === type.inner ? type : inner.kind === "unknown" ? { kind: "optional", inner } : optionalOf(inner);
    }
    case "union": {
      const members = mapAll(type.members, change);
      return members === type.members ? type : { kind: "union", members };
    }
    case "function": {
      const parameters = mapAll(type.parameters, (parameter) => {
        const changed = change(parameter.type);
        return changed === parameter.type ? parameter : { ...parameter, type: changed };
      });
      const result = change(type.result);
      return parameters === type.parameters && result === type.result ? type : { ...type, parameters, result };
    }
    case "named": {
      const args = mapAll(type.arguments, change);
      return args === type.arguments ? type : { ...type, arguments: args };
    }
    case "class": {
      const instance = change(type.instance);
      return instance === type.instance ? type : { ...type, instance };
    }
    default:
      return type;
  }
}

function mapAll<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  let changed = false;
  const result = items.map((item) => {
    const next = change(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? result : items;
}
