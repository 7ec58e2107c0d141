import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** The statements of a block, or `pass` where nothing is left. */
export function pythonBody(nodes: readonly ir.Statement[], context: PythonLowerContext): readonly py.Statement[] {
  const statements = context.statements(nodes);
  return statements.length === 0 ? [build.pass()] : statements;
}
