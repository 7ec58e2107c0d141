import type { ExpansionEnvironment } from "./expand-environment.ts";
import { placed, type Definition } from "./expand-tree.ts";
import * as build from "./build.ts";
import type { Arg, Expression, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * A default that the function changes is one object for all calls: written out, it is a variable beside the function.
 */

const displays: ReadonlySet<Expression["kind"]> = new Set(["List", "Dict", "Set"]);
const changing: ReadonlySet<string> = new Set([
  "add",
  "append",
  "clear",
  "discard",
  "extend",
  "insert",
  "pop",
  "popitem",
  "remove",
  "reverse",
  "setdefault",
  "sort",
  "update",
]);

/** The function with variables for the defaults that it changes, and the statements that make those; undefined where it changes none. */
export function expandDefaults(
  node: Definition,
  environment: ExpansionEnvironment,
): { readonly before: readonly Statement[]; readonly definition: Definition } | undefined {
  const before: Statement[] = [];
  const replaced = (arg: Arg): Arg => {
    if (!arg.default || !displays.has(arg.default.kind) || !isChanged(node, arg.arg)) return arg;
    const name = environment.fresh(`${node.name}_${arg.arg}`);
    const target = build.name(name);
    before.push(
      placed(
        arg.annotation ? build.annAssign(target, arg.annotation, arg.default) : build.assign(target, arg.default),
        arg.default.span,
      ),
    );
    return { ...arg, default: placed(build.name(name), arg.default.span) };
  };
  const { args } = node;
  const made = {
    ...args,
    posonlyargs: args.posonlyargs.map(replaced),
    args: args.args.map(replaced),
    kwonlyargs: args.kwonlyargs.map(replaced),
  };
  return before.length === 0 ? undefined : { before, definition: { ...node, args: made } };
}

function isChanged(node: Definition, name: string): boolean {
  const isParameter = (expression: Expression): boolean => expression.kind === "Name" && expression.id === name;
  let found = false;
  for (const statement of node.body)
    walk(statement, (inner) => {
      if (inner.kind === "Call" && inner.func.kind === "Attribute" && changing.has(inner.func.attr))
        found ||= isParameter(inner.func.value);
      const targets =
        inner.kind === "Assign" || inner.kind === "Delete"
          ? inner.targets
          : inner.kind === "AugAssign"
            ? [inner.target]
            : [];
      found ||= targets.some((target) => target.kind === "Subscript" && isParameter(target.value));
      if (inner.kind === "AugAssign") found ||= isParameter(inner.target);
    });
  return found;
}
