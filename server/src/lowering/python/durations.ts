import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** Whether the type is Go's `time.Duration`, a number of nanoseconds that Python has as a `timedelta`. */
export function isDuration(type: Type): boolean {
  return type.kind === "named" && type.symbol.module === "time" && type.symbol.name === "Duration";
}

/** No time at all, or so many nanoseconds, as a `timedelta`, which counts microseconds. */
export function duration(
  nanoseconds: py.Expression | undefined,
  context: Pick<PythonLowerContext, "module">,
): py.Expression {
  const made = build.attribute(context.module("datetime"), "timedelta");
  if (nanoseconds === undefined) return build.call(made, []);
  return build.call(made, [], [build.keyword("microseconds", build.binOp(nanoseconds, "Div", build.int(1000)))]);
}

/** A number of seconds, which may be given as a duration. */
export function inSeconds(node: ir.Expression, context: Pick<PythonLowerContext, "expression">): py.Expression {
  const value = context.expression(node);
  return isDuration(node.type) ? build.methodCall(value, "total_seconds", []) : value;
}
