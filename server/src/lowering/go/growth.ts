import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import * as build from "./syntax.ts";
import { lowerTarget } from "./targets.ts";

/**
 * Emits `list = grown(list)` for an operation that changes the length of a list, and gives nothing. A pass has
 * marked the places where somebody else may hold the list and would not see the change.
 */
export function growList(list: ir.Expression, context: GoLowerContext, grown: (list: go.Expr) => go.Expr): go.Expr {
  const place = stablePlace(list, context);
  const value = grown(place);
  if (value !== place) context.emit(build.assign(place, value));
  return build.nothing();
}

/** The place of the list, its operands evaluated once. */
export function stablePlace(list: ir.Expression, context: GoLowerContext): go.Expr {
  if (list.kind === "Cast") return stablePlace(list.operand, context);
  return frozen(lowerTarget(list, context), context);
}

/** The place with operands that can be repeated: calls in it are evaluated into temporaries. */
function frozen(place: go.Expr, context: GoLowerContext): go.Expr {
  switch (place.kind) {
    case "IndexExpr":
      return {
        ...place,
        x: frozen(place.x, context),
        index: isRepeatable(place.index) ? place.index : context.temporary("key", place.index),
      };
    case "SelectorExpr":
      return { ...place, x: frozen(place.x, context) };
    case "StarExpr":
      return { ...place, x: frozen(place.x, context) };
    case "Ident":
      return place;
    default:
      return isRepeatable(place) ? place : context.temporary("holder", place);
  }
}

function isRepeatable(node: go.Expr): boolean {
  switch (node.kind) {
    case "Ident":
    case "BasicLit":
      return true;
    case "SelectorExpr":
    case "UnaryExpr":
      return isRepeatable(node.x);
    case "BinaryExpr":
      return isRepeatable(node.x) && isRepeatable(node.y);
    case "IndexExpr":
      return isRepeatable(node.x) && isRepeatable(node.index);
    case "CallExpr":
      return node.fun.kind === "Ident" && node.fun.name === "len" && node.args.every(isRepeatable);
    case "CompositeLit":
      return node.elts.every(isRepeatable);
    default:
      return false;
  }
}
