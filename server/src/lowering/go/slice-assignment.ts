import type * as go from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { listOfElements } from "./collect.ts";
import { stablePlace } from "./growth.ts";
import * as build from "./syntax.ts";

/** `list[low:high:step] = values` of Python: replaces the elements of the range by others; with a step as many as there were. */
export function assignSlice(target: ir.Slice, value: ir.Expression, context: GoLowerContext): readonly go.Stmt[] {
  if (target.object.type.kind !== "list")
    throw new Untranslatable("slice-assignment", "Assigning to a slice of this type is not translated.");
  const values = context.temporary("values", listOfElements(value, true, true, context));
  const list = stablePlace(target.object, context);
  const length = build.call("len", list);
  const step = target.step === undefined ? 1n : integerValue(target.step);
  if (step === undefined || step === 0n)
    throw new Untranslatable("slice-step", "A slice whose step is not a constant is not translated; write a loop.");
  const low = target.low
    ? context.expression(target.low)
    : step > 0n
      ? build.integer(0)
      : build.binary(length, "-", build.integer(1));
  const high = target.high
    ? context.expression(target.high)
    : step > 0n
      ? length
      : build.binary(build.unary("-", length), "-", build.integer(1));
  if (step === 1n) return [build.assign(list, build.call(context.helper("splice"), list, low, high, values))];
  return [
    build.statement(
      build.call(
        context.helper("assignStep"),
        list,
        low,
        high,
        step < 0n ? build.unary("-", build.integer(-step)) : build.integer(step),
        values,
      ),
    ),
  ];
}
