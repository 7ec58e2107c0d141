import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Type } from "../../types/type.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Reads ordered maps through the map that is inside them, as reading does not ask for the order. */
export const orderedDictsPass: Pass = {
  name: "ordered-dicts",
  reason:
    "Dicts whose order can be seen are ordered maps in Go; looking a key up, or counting, is done with the map inside.",
  from: "python",
  to: "go",
  run: (declarations, context) => declarations.map((declaration) => rewrite(declaration, context)),
};

function rewrite<N extends ir.Node>(node: N, context: PassContext): N {
  const mapped = mapChildren<ir.Node>(node, (child) => rewrite(child, context));
  return withPlaces(node, readThrough(mapped, context), context) as N;
}

/** Targets are stored in the ordered map itself. */
function withPlaces(before: ir.Node, node: ir.Node, context: PassContext): ir.Node {
  switch (node.kind) {
    case "Assign":
      return { ...node, targets: node.targets.map((target) => stored(target, context)) };
    case "Delete":
      return { ...node, targets: node.targets.map((target) => stored(target, context)) };
    case "ForEach":
      return { ...node, target: stored(node.target, context) };
    case "Update":
      return before.kind === "Update" && before.target.kind === "Lookup" && isFilled(before.target, context)
        ? { ...node, target: stored(node.target, context) }
        : node;
    default:
      return node;
  }
}

function isFilled(target: ir.Lookup, context: PassContext): boolean {
  return target.missing === "zero" || context.facts.fillsMissing(target.map.type, "counter");
}

function stored(target: ir.Expression, context: PassContext): ir.Expression {
  if (target.kind === "Lookup" && target.map.kind === "DictEntries") return { ...target, map: target.map.operand };
  return target.kind === "TupleLiteral"
    ? { ...target, elements: target.elements.map((element) => stored(element, context)) }
    : target;
}

function readThrough(node: ir.Node, context: PassContext): ir.Node {
  const inside = (map: ir.Expression): ir.Expression => entriesOf(map, context);
  switch (node.kind) {
    case "Lookup":
      // Reading a `defaultdict` stores the key.
      return node.missing !== "commaOk" && context.facts.fillsMissing(node.map.type, "defaultdict")
        ? node
        : { ...node, map: inside(node.map) };
    case "DictGet":
      return { ...node, map: inside(node.map) };
    case "Membership":
      return { ...node, container: viewed(node.container, context) };
    case "Length":
      return { ...node, operand: viewed(node.operand, context) };
    case "LibraryCall":
      return {
        ...node,
        captures: Object.fromEntries(Object.entries(node.captures).map(([name, value]) => [name, inside(value)])),
      };
    default:
      return node;
  }
}

/** The container, or what its keys or values are a view of. */
function viewed(node: ir.Expression, context: PassContext): ir.Expression {
  if (node.kind !== "Iterate" || !["keys", "values", "entries"].includes(node.form)) return entriesOf(node, context);
  return { ...node, operands: node.operands.map((operand) => entriesOf(operand, context)) };
}

function entriesOf(map: ir.Expression, context: PassContext): ir.Expression {
  if (!context.facts.isOrdered(map.type) || map.kind === "DictLiteral") return map;
  return { ...expression("DictEntries", plain(map.type), { operand: map }), origin: map.origin };
}

function plain(type: Type): Type {
  return type.kind === "dict" ? { ...type, plain: true } : type;
}
