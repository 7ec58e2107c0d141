import { expression, integer, localBinding, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { elementOf } from "./collect.ts";

/** The key by which the entries of a dict are ordered: no two have the same, so that their values, which may have no order, are never compared. */
export function entryKey(iterable: ir.Expression): ir.Closure | undefined {
  const element = elementOf(iterable);
  const key = element.kind === "tuple" ? element.elements[0] : undefined;
  if (iterable.kind !== "Iterate" || iterable.form !== "entries" || key === undefined) return undefined;
  const binding = localBinding("entry", element, "entry/key");
  const value = expression("Index", key, {
    object: variable(binding),
    index: integer(0),
    unit: "element",
    wraps: false,
  });
  return expression(
    "Closure",
    { kind: "function", parameters: [{ type: element }], result: key },
    {
      isInner: true,
      parameters: [{ binding, type: element, kind: "positional" }],
      result: key,
      body: [{ sort: "statement", kind: "Return", value }],
    },
  );
}
