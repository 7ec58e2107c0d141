import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** Options that Python takes by position, behind the iterables. */
const positional: ReadonlySet<string> = new Set(["func", "n", "r", "step", "times", "start", "stop"]);

/** The call of `itertools` that makes the iterator. */
export function itertoolToPython(node: ir.Itertool, context: PythonLowerContext): pyTree.Expression {
  const { tool, operands, options } = node;
  const [only] = operands;
  if (tool === "chain" && only?.kind === "Spread")
    return py.call(py.attribute(context.imported("itertools", "chain"), "from_iterable"), [
      context.expression(only.operand),
    ]);
  const given = operands.map((operand) =>
    operand.kind === "Spread" ? py.starred(context.expression(operand.operand)) : context.expression(operand),
  );
  const option = (name: string): pyTree.Expression => {
    const value = options[name];
    return value === undefined ? py.none() : context.expression(value);
  };
  const name = context.imported("itertools", tool);
  switch (tool) {
    case "takewhile":
    case "dropwhile":
      return py.call(name, [option("predicate"), ...given]);
    case "count":
      return py.call(
        name,
        options.step
          ? [options.start ? option("start") : py.int(0), option("step")]
          : options.start
            ? [option("start")]
            : [],
      );
    case "islice":
      return py.call(
        name,
        options.start || options.step
          ? [...given, option("start"), option("stop"), option("step")]
          : [...given, option("stop")],
      );
    case "zip_longest": {
      const { fillvalue } = options;
      const fill = fillvalue?.kind === "TupleLiteral" ? fillvalue.elements[0] : fillvalue;
      return py.call(name, given, fill ? [py.keyword("fillvalue", context.expression(fill))] : []);
    }
    default: {
      const rest = Object.keys(options).filter((key) => positional.has(key));
      const named = Object.keys(options).filter((key) => !positional.has(key));
      return py.call(
        name,
        [...given, ...rest.map(option)],
        named.map((key) => py.keyword(key, option(key))),
      );
    }
  }
}
