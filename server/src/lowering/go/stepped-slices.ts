import type * as go from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/**
 * The low bound, the high bound and the step of `object[low:high:step]`, as the helpers want them that take Python's bounds. The bounds which the slice
 * leaves out depend on the sign of the step, which only the running program may know. `source` gives the elements, and is evaluated several times.
 */
export function steppedBounds(
  node: ir.Slice,
  step: ir.Expression,
  source: go.Expr,
  context: GoLowerContext,
): readonly go.Expr[] {
  const isUpward = directionOf(node, step, context);
  const given = [node.low, node.high, step].filter((part) => part !== undefined);
  const lowered = context.expressions(given);
  const stride = isUpward === undefined ? held(lowered.at(-1)!, context) : lowered.at(-1)!;
  const [low, high] = missingBounds(node, source, stride, isUpward, context);
  return [node.low ? lowered[0]! : low, node.high ? lowered[node.low ? 1 : 0]! : high, stride];
}

/** Whether the slice goes upward, or undefined where that is not known before. */
function directionOf(node: ir.Slice, step: ir.Expression, context: GoLowerContext): boolean | undefined {
  const constant = integerValue(step);
  if (constant === 0n) throw new Untranslatable("slice-step", "A step of zero raises a ValueError in Python.");
  if (constant !== undefined) return constant > 0n;
  if (node.ascending === true) return true;
  if (context.facts.isCaught("ValueError"))
    throw new Untranslatable(
      "slice-step",
      "Whether the step of this slice is zero, which raises a ValueError that is caught, is not tested; write a loop.",
    );
  return undefined;
}

function held(value: go.Expr, context: GoLowerContext): go.Expr {
  return value.kind === "Ident" ? value : context.temporary("step", value);
}

function missingBounds(
  node: ir.Slice,
  source: go.Expr,
  step: go.Expr,
  isUpward: boolean | undefined,
  context: GoLowerContext,
): readonly [go.Expr, go.Expr] {
  const length = build.call("len", source);
  if (node.low && node.high) return [length, length];
  if (isUpward === true) return [build.integer(0), length];
  // Downwards the end is before the first element, which Python writes as an index below -len.
  if (isUpward === false)
    return [build.binary(length, "-", build.integer(1)), build.binary(build.unary("-", length), "-", build.integer(1))];
  const names = [node.low ? "_" : context.fresh("low"), node.high ? "_" : context.fresh("high")] as const;
  context.emit(build.define([...names], build.call(context.helper("stepBounds"), length, step)));
  return [build.ident(names[0]), build.ident(names[1])];
}
