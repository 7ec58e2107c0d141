import type * as go from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { listOfElements } from "./collect.ts";
import { stablePlace } from "./growth.ts";
import { steppedBounds } from "./stepped-slices.ts";
import * as build from "./syntax.ts";

/** `list[low:high:step] = values` of Python: replaces the elements of the range by others; with a step as many as there were. */
export function assignSlice(target: ir.Slice, value: ir.Expression, context: GoLowerContext): readonly go.Stmt[] {
  if (target.object.type.kind !== "list")
    throw new Untranslatable("slice-assignment", "Assigning to a slice of this type is not translated.");
  const values = context.temporary("values", listOfElements(value, true, true, context));
  const list = stablePlace(target.object, context);
  if (target.step !== undefined && integerValue(target.step) !== 1n)
    return [
      build.statement(
        build.call(context.helper("assignStep"), list, ...steppedBounds(target, target.step, list, context), values),
      ),
    ];
  const low = target.low ? context.expression(target.low) : build.integer(0);
  const high = target.high ? context.expression(target.high) : build.call("len", list);
  return [build.assign(list, build.call(context.helper("splice"), list, low, high, values))];
}

/** `del list[low:high:step]` of Python. */
export function deleteSlice(target: ir.Slice, step: ir.Expression, context: GoLowerContext): readonly go.Stmt[] {
  const list = stablePlace(target.object, context);
  const bounds = steppedBounds(target, step, list, context);
  return [build.assign(list, build.call(context.helper("deleteStep"), list, ...bounds))];
}
