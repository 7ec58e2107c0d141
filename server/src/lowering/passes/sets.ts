import { assign, expression, expressionStatement } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import { boolType, noneType } from "../../types/build.ts";
import { setOfMap, withSets } from "../set-maps.ts";
import type { Pass } from "./pass.ts";

/*
 * A `map[K]struct{}` is how Go writes a set. All that is done with one is what is done with a set: an entry is added by assigning nothing to it, and
 * looked up for whether it is there.
 */

export const setsPass: Pass = {
  name: "sets",
  reason: "Python has sets; a dict without values is what nobody writes there.",
  from: "go",
  to: "python",
  run: (declarations) => declarations.map((declaration) => rewrite(declaration) as ir.Declaration),
};

function rewrite(node: ir.Node): ir.Node {
  // What the node is shows in its source types, so it is looked at before its parts are rewritten.
  const made = asSet(node);
  const inner = mapChildren<ir.Node>(made ?? node, rewrite);
  const typed = inner.sort === "expression" ? { ...inner, type: withSets(inner.type) } : inner;
  return made === undefined || node.origin === undefined ? typed : { ...typed, origin: node.origin };
}

function isSetMap(node: ir.Expression): boolean {
  return setOfMap(node.type) !== undefined;
}

/** What an operation on the map is on the set. Its operands are still as they were. */
function asSet(node: ir.Node): ir.Node | undefined {
  switch (node.kind) {
    case "Assign":
      return added(node) ?? asked(node);
    case "DictLiteral":
      return isSetMap(node) && node.entries.every((entry) => "key" in entry && entry.key !== undefined)
        ? expression("SetLiteral", node.type, { elements: node.entries.map(({ key }) => key!) })
        : undefined;
    case "DictDiscard":
      return isSetMap(node.map)
        ? expression("SetDiscard", noneType, { set: node.map, element: node.key, strict: false })
        : undefined;
    case "Iterate":
      return node.form === "keys" && isSetMap(node.operands[0]!) ? node.operands[0] : undefined;
    case "ForEach":
      return overEntries(node);
    default:
      return undefined;
  }
}

/** `m[k] = struct{}{}` */
function added(node: ir.Assign): ir.Statement | undefined {
  const [target, ...others] = node.targets;
  if (target?.kind !== "Lookup" || others.length > 0 || !isSetMap(target.map)) return undefined;
  const { leading, trailing, blankBefore } = node;
  return {
    ...expressionStatement(expression("SetAdd", noneType, { set: target.map, element: target.key })),
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore ? { blankBefore } : {}),
  };
}

/** `_, ok := m[k]` */
function asked(node: ir.Assign): ir.Statement | undefined {
  const { value } = node;
  const [target, ...others] = node.targets;
  if (value.kind !== "Lookup" || value.missing !== "commaOk" || !isSetMap(value.map)) return undefined;
  if (target?.kind !== "TupleLiteral" || others.length > 0) return undefined;
  const [entry, ok] = target.elements;
  if (entry?.kind !== "Variable" || entry.binding.name !== "_" || ok === undefined) return undefined;
  const membership = expression("Membership", boolType, { element: value.key, container: value.map, negated: false });
  return {
    ...node,
    ...assign(ok, { ...membership, ...(value.origin ? { origin: value.origin } : {}) }, node.declares),
  };
}

/** `for k, _ := range m` has nothing to take from the entries but their keys. */
function overEntries(node: ir.ForEach): ir.ForEach | undefined {
  const { iterable, target } = node;
  if (iterable.kind !== "Iterate" || iterable.form !== "entries" || !isSetMap(iterable.operands[0]!)) return undefined;
  if (target.kind !== "TupleLiteral" || target.elements.length !== 2) return undefined;
  const [key, value] = target.elements;
  if (value?.kind !== "Variable" || value.binding.name !== "_") return undefined;
  return {
    ...node,
    target: key!,
    iterable: iterable.operands[0]!,
    declares: node.declares.filter((binding) => binding !== value.binding),
  };
}
