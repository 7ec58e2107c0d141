import type * as go from "../../go/tree.ts";
import { isPath } from "./deferred.ts";
import { sameSpelling } from "./statements.ts";
import * as build from "./syntax.ts";

const updating: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"]);

/** `entries[key] op= value` where that entry is the left operand of its own new value. */
export function updated(place: go.Expr, value: go.Expr): go.Stmt | undefined {
  if (place.kind !== "IndexExpr" || !isPath(place.x) || (!isPath(place.index) && place.index.kind !== "BasicLit"))
    return undefined;
  if (value.kind !== "BinaryExpr" || !updating.has(value.op) || !sameSpelling(place, value.x)) return undefined;
  const isOne = value.y.kind === "BasicLit" && value.y.raw === "1";
  if (isOne && value.op === "+") return build.increment(place);
  if (isOne && value.op === "-") return build.increment(place, "--");
  return build.assign(place, value.y, `${value.op}=` as go.AssignOperator);
}
