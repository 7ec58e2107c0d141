import type { Type } from "../types/type.ts";

/** Whether values of the type are files of text in Python: what `open` gives, and the standard streams. */
export function isTextFile(type: Type): boolean {
  return type.kind === "named" && type.symbol.module === "io" && type.symbol.name === "TextIOWrapper";
}
