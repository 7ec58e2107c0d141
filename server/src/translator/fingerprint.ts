import { typeKey } from "../types/relations.ts";
import type { Type } from "../types/type.ts";

const numbers = new WeakMap<object, number>();
let next = 1;

function numberOf(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) numbers.set(object, (number = next++));
  return number;
}

/**
 * A text that two values share when they are equal: plain data is compared by its content, types by what they denote, symbols and functions by
 * identity. For telling whether something solved has changed.
 */
export function fingerprint(value: unknown): string {
  if (typeof value !== "object" || value === null)
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  if (Array.isArray(value)) return `[${value.map(fingerprint).join()}]`;
  if (value instanceof Map)
    return `{${[...(value as Map<unknown, unknown>)].map(([key, item]) => `${fingerprint(key)}:${fingerprint(item)}`).join()}}`;
  if (value instanceof Set) return `<${[...(value as Set<unknown>)].map(fingerprint).join()}>`;
  // A symbol is completed while it is bound, so that its identity alone stands for it.
  if ("typeParameters" in value && "methods" in value) return `#${numberOf(value)}`;
  if ("kind" in value && isTypeKind(value.kind)) return typeKey(value as Type);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}:${fingerprint(item)}`)
    .join()}}`;
}

const typeKinds = new Set<unknown>([
  "unknown",
  "any",
  "none",
  "bool",
  "int",
  "float",
  "complex",
  "string",
  "bytes",
  "list",
  "array",
  "tuple",
  "dict",
  "set",
  "iterator",
  "awaitable",
  "optional",
  "union",
  "pointer",
  "channel",
  "named",
  "parameter",
  "struct",
  "interface",
  "untyped",
]);

function isTypeKind(kind: unknown): boolean {
  return typeKinds.has(kind);
}
