import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { liftGoBinary } from "./go-operators.ts";

/** Lifts `x op= y`. */
export function liftGoUpdate(node: go.AssignStmt, context: GoLiftContext): ir.Update {
  const [left] = node.lhs;
  const [right] = node.rhs;
  const target = context.target(left!);
  const type = context.typeOf(left!);
  const isShift = node.tok === "<<=" || node.tok === ">>=";
  const value = liftGoBinary(
    context.expression(left!),
    node.tok.slice(0, -1) as go.BinaryOperator,
    isShift ? context.expression(right!) : context.coerced(right!, type),
    type,
  );
  return { sort: "statement", kind: "Update", target, value };
}
