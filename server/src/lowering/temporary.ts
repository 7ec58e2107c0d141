import type { Binding } from "../types/binding.ts";

/** Whether the variable was made by the translation to hold a value for a moment; its assignment inside an expression declares it. */
export function isTemporary(binding: Binding): boolean {
  return binding.id.includes("/temporary/");
}
