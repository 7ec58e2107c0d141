import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { callableType } from "../waiting-values.ts";

/** `iter.Pull(seq)`, with the zero values that are given when the iterator has ended; undefined for every other call. */
export function liftPull(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind !== "function" || target.packagePath !== "iter") return undefined;
  const call = context.library(node);
  const type = context.typeOf(node);
  const next = type.kind === "tuple" ? callableType(type.elements[0]!) : undefined;
  if (!call || next?.result.kind !== "tuple") return undefined;
  const zeros = next.result.elements.slice(0, -1).map((element) => expression("ZeroValue", element, {}));
  const names = zeros.length > 1 ? ["y", "z"] : ["z"];
  return {
    ...call,
    captures: { ...call.captures, ...Object.fromEntries(names.map((name, at) => [name, zeros[at]!])) },
  };
}
