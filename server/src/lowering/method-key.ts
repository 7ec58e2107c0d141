import type * as ir from "../ir/node.ts";

/** What the program knows a method by: its name, with `=` behind it for the setter of a property, whose getter has the same name. */
export function methodKey(node: Pick<ir.Function, "name" | "flavour">): string {
  return node.flavour === "setter" ? setterKey(node.name) : node.name;
}

/** The key of the setter of a property. */
export function setterKey(property: string): string {
  return `${property}=`;
}
