import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/**
 * The arguments of a call. Parameters that are left to their default are left out, and arguments behind them are passed by name where their parameter's
 * name is known.
 */
export function lowerPythonArguments(
  nodes: readonly ir.Argument[],
  context: PythonLowerContext,
): { readonly args: readonly py.Expression[]; readonly keywords: readonly py.Keyword[] } {
  const given = nodes.filter((argument) => argument.value.kind !== "DefaultArgument");
  const values = context.expressions(given.map((argument) => argument.value));
  const args: py.Expression[] = [];
  const keywords: py.Keyword[] = [];
  given.forEach((argument, position) => {
    const value = values[position]!;
    if (argument.spread === "positional") args.push(build.starred(value));
    else if (argument.spread === "keywords") keywords.push(build.keyword(undefined, value));
    else if (argument.name !== undefined) keywords.push(build.keyword(argument.name, value));
    else args.push(value);
  });
  return { args, keywords };
}
