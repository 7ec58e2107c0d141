import { rewriteBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Pass } from "./pass.ts";

/** Opens what a `with` closes in the `with` itself. */
export const openedFilesPass: Pass = {
  name: "opened-files",
  reason: "A file that is opened right before the block that closes it is opened by the `with` in Python.",
  from: "go",
  to: "python",
  run: (declarations) => declarations.map(inside),
};

function inside<N extends ir.Node>(node: N): N {
  const mapped = mapChildren<ir.Node>(node, inside);
  if (mapped.kind !== "Function" && mapped.kind !== "Closure") return mapped as N;
  return { ...mapped, body: rewriteBodies(mapped.body, joined) } as ir.Node as N;
}

function joined(body: Body): Body {
  const done: ir.Statement[] = [];
  for (const [at, statement] of body.entries()) {
    const before = done.at(-1);
    const made = before && opened(before, statement, body.slice(at + 1));
    if (made) done.splice(-1, 1, made);
    else done.push(statement);
  }
  return done;
}

/** `with open(path) as file:` for `file = open(path)` and `with file:`, where nothing behind the block asks for the file. */
function opened(before: ir.Statement, statement: ir.Statement, after: Body): ir.With | undefined {
  if (before.kind !== "Assign" || before.targets.length !== 1 || statement.kind !== "With") return undefined;
  const [target] = before.targets;
  const [item, ...others] = statement.items;
  if (target?.kind !== "Variable" || item?.context.kind !== "Variable" || item.target || others.length > 0)
    return undefined;
  const { binding } = target;
  if (item.context.binding !== binding || !before.declares.includes(binding)) return undefined;
  let isUsed = false;
  for (const each of after)
    walk(each, (node) => void (isUsed ||= node.kind === "Variable" && node.binding === binding));
  if (isUsed || statement.leading?.length) return undefined;
  const { leading, blankBefore } = before;
  return {
    ...statement,
    items: [{ ...item, context: before.value, target }],
    ...(leading ? { leading } : {}),
    ...(blankBefore ? { blankBefore } : { blankBefore: false }),
  };
}
