import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { anyType } from "../../types/build.ts";
import type { GoLiftContext } from "../lift-context.ts";

/** `recover()` */
export function liftRecover(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  if (node.fun.kind !== "Ident" || node.fun.name !== "recover" || context.analysis.callOf(node)?.kind !== "builtin")
    return undefined;
  return expression("Recover", anyType, {});
}
