import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { failWhere } from "./raise.ts";
import { held } from "./sequences.ts";
import * as build from "./syntax.ts";

const message = "range() arg 3 must not be zero";

/** Whether the step is known not to be zero. */
export function hasValidStep(range: ir.Range): boolean {
  const step = integerValue(range.step);
  return range.step.kind !== "IntegerLiteral" && step === undefined
    ? range.ascending === true || range.tested === true
    : step !== 0n;
}

/** The range with a step that is not zero: where only the running program knows it, a test comes first, as Python makes one with the range. */
export function withValidStep(range: ir.Range, context: GoLowerContext): ir.Range {
  if (hasValidStep(range)) return range;
  const step = held(range.step, "step", context);
  const isZero = build.binary(context.expression(step), "==", build.integer(0));
  if (range.checked === true) failWhere(isZero, "ValueError", message, context);
  else context.emit(build.ifStatement(isZero, [build.statement(build.call("panic", build.string(message)))]));
  return { ...range, step, tested: true };
}
