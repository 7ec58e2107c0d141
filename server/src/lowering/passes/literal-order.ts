import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import { listOf } from "../../types/build.ts";
import { isOrderObserved } from "../order.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Goes through dicts that are written out and never changed in the order of their keys. */
export const literalOrderPass: Pass = {
  name: "literal-order",
  reason: "A dict that is written out has an order that a loop over Go's map would not keep.",
  from: "python",
  to: "go",
  run: (declarations, context) => declarations.map((declaration) => ordered(declaration, context)),
};

function ordered<N extends ir.Node>(node: N, context: PassContext): N {
  const mapped = mapChildren(node, (child) => ordered(child, context));
  if (mapped.kind !== "ForEach") return mapped;
  return (overKeys(mapped, context) ?? mapped) as ir.Node as N;
}

function overKeys(loop: ir.ForEach, context: PassContext): ir.ForEach | undefined {
  const { iterable, target } = loop;
  const isView = iterable.kind === "Iterate";
  const map = isView ? iterable.operands[0] : iterable;
  if (map?.kind !== "Variable" || map.type.kind !== "dict") return undefined;
  const form = isView ? iterable.form : "keys";
  const keys = context.facts.literalKeys(map.binding);
  if (!keys || !isOrderObserved(loop.body, target)) return undefined;
  const list = expression("ListLiteral", listOf(map.type.key), { elements: keys });
  if (form === "keys") return { ...loop, iterable: list };
  if (form !== "entries" || target.kind !== "TupleLiteral" || target.elements.length !== 2) return undefined;
  const [key, value] = target.elements as [ir.Expression, ir.Expression];
  if (key.kind !== "Variable" || value.kind !== "Variable" || key.binding.name === "_") return undefined;
  const found = expression("Lookup", map.type.value, { map, key, missing: "zero" });
  const assign: ir.Assign = { sort: "statement", kind: "Assign", targets: [value], value: found, declares: [] };
  const isNamed = value.binding.name !== "_";
  return { ...loop, target: key, iterable: list, body: isNamed ? [assign, ...loop.body] : loop.body };
}
