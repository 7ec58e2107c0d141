import type { Binding } from "../../types/binding.ts";

const renamed = new WeakMap<Binding, Binding>();

/** The binding itself, or for a Python variable called `_` that is read after all one with a name that Go can read. */
export function usableBinding(binding: Binding): Binding {
  if (binding.name !== "_" || binding.reads === 0) return binding;
  let named = renamed.get(binding);
  if (!named) {
    named = { ...binding, name: "item" };
    renamed.set(binding, named);
  }
  return named;
}
