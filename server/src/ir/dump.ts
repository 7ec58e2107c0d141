import type { Binding } from "../types/binding.ts";
import { showType } from "../types/show.ts";
import type { Type } from "../types/type.ts";
import { isNode } from "./walk.ts";

const hidden = new Set(["sort", "kind", "type", "origin", "leading", "trailing", "inner", "blankBefore", "symbol"]);

/** IR as indented text, for `npm run dump`: each node with its kind and type, each field that holds something. */
export function dump(value: unknown, indent = ""): string {
  if (Array.isArray(value))
    return value.length === 0 ? "[]" : value.map((item) => `\n${indent}- ${dump(item, `${indent}  `)}`).join("");
  if (isNode(value)) {
    const head = value.kind + (value.sort === "expression" ? ` : ${showType(value.type)}` : "");
    return head + dumpFields(value as unknown as Record<string, unknown>, indent);
  }
  if (isBinding(value)) return `${value.name} (${value.kind} : ${showType(value.type)})`;
  if (isType(value)) return showType(value);
  if (typeof value === "object" && value !== null) return dumpFields(value as Record<string, unknown>, indent);
  return typeof value === "bigint" ? `${value}` : JSON.stringify(value);
}

function dumpFields(fields: Record<string, unknown>, indent: string): string {
  return Object.entries(fields)
    .filter(
      ([name, field]) => !hidden.has(name) && field !== undefined && !(Array.isArray(field) && field.length === 0),
    )
    .map(([name, field]) => `\n${indent}  ${name}: ${dump(field, `${indent}  `)}`)
    .join("");
}

function isBinding(value: unknown): value is Binding {
  return typeof value === "object" && value !== null && "assignments" in value;
}

function isType(value: unknown): value is Type {
  return typeof value === "object" && value !== null && "kind" in value && !("binding" in value);
}
