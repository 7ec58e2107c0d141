import type { Attribute, Call, Expression } from "./tree.ts";

/** `super().name` or `super(Class, self).name`. */
export function isOnSuper(node: Expression): node is Attribute & { readonly value: Call } {
  return (
    node.kind === "Attribute" &&
    node.value.kind === "Call" &&
    node.value.func.kind === "Name" &&
    node.value.func.id === "super"
  );
}
