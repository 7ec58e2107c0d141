import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** What a Python loop goes over, and in which form its variables are given. */
export function lowerIterable(node: ir.ForEach, context: PythonLowerContext): py.Expression {
  const { iterable } = node;
  if (iterable.type.kind === "channel" && !node.isAsync) {
    return build.call(build.name("iter"), [build.attribute(context.expression(iterable), "get"), build.none()]);
  }
  return context.expression(iterable);
}
