import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** A place that Python can assign to. */
export function lowerPythonTarget(node: ir.Expression, context: PythonLowerContext): py.Expression {
  switch (node.kind) {
    case "Variable":
      return build.name(node.binding.name === "_" ? "_" : context.name(node.binding));
    case "TupleLiteral":
    case "ListLiteral":
      return build.tuple(node.elements.map((element) => lowerPythonTarget(element, context)));
    case "Spread":
      return build.starred(lowerPythonTarget(node.operand, context));
    case "Lookup": {
      const [map, key] = context.expressions([node.map, node.key]);
      return build.subscript(map!, key!);
    }
    case "Index": {
      const [object, index] = context.expressions([node.object, node.index]);
      return build.subscript(object!, index!);
    }
    case "Slice": {
      const bounds = [node.low, node.high].filter((bound) => bound !== undefined);
      const [object, ...lowered] = context.expressions([node.object, ...bounds]);
      return build.subscript(
        object!,
        build.slice(node.low && lowered[0], node.high && lowered[lowered.length - 1], undefined),
      );
    }
    default:
      return context.expression(node);
  }
}
