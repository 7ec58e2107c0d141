import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { listOf } from "../../types/build.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { elementOf } from "./collect.ts";
import * as go from "./syntax.ts";

/** What the loop goes over, and how long that is. */
export function gatherSource(
  iterable: ir.Expression,
  context: GoLowerContext,
): { readonly source: goTree.Expr; readonly length: goTree.Expr; readonly isCounting: boolean } {
  if (iterable.kind === "Range" && isLiteral(iterable.start, 0n) && isLiteral(iterable.step, 1n)) {
    const stop = context.expression(iterable.stop);
    const isPlain = stop.kind === "BasicLit" || stop.kind === "Ident";
    const count = isPlain ? stop : context.temporary("count", stop);
    // A negative count is none in Python, and a panic in `make`.
    return {
      source: count,
      length: stop.kind === "BasicLit" ? count : go.call("max", count, go.integer(0)),
      isCounting: true,
    };
  }
  const list =
    iterable.type.kind === "list"
      ? iterable
      : expression("Collect", listOf(elementOf(iterable)), { operand: iterable });
  const lowered = context.expression(list);
  const source = lowered.kind === "Ident" ? lowered : context.temporary("items", lowered);
  return { source, length: go.call("len", source), isCounting: false };
}

function isLiteral(node: ir.Expression, value: bigint): boolean {
  return node.kind === "IntegerLiteral" && node.value === value;
}
