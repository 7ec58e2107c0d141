import type { FunctionNode } from "./analysis-api.ts";
import { walkExpression, walkStatements, statementExpressions } from "./bind-visit.ts";
import type { Expression } from "./tree.ts";

const changingMethods = new Set([
  "append",
  "extend",
  "insert",
  "remove",
  "pop",
  "clear",
  "sort",
  "reverse",
  "add",
  "discard",
  "update",
  "setdefault",
  "popitem",
  "appendleft",
  "popleft",
  "extendleft",
  "rotate",
  "difference_update",
  "intersection_update",
  "symmetric_difference_update",
  "subtract",
  "move_to_end",
  "put",
  "put_nowait",
  "write",
]);
const changingFunctions = new Set([
  "heappush",
  "heappop",
  "heapify",
  "heapreplace",
  "heappushpop",
  "shuffle",
  "insort",
  "insort_left",
  "insort_right",
]);

const cache = new WeakMap<FunctionNode, ReadonlySet<string>>();

/** Names whose object the body of a function changes itself: by a method that does, by assigning to an element or attribute, or by deleting one. */
export function mutatedNames(node: FunctionNode): ReadonlySet<string> {
  let names = cache.get(node);
  if (!names) cache.set(node, (names = findMutated(node)));
  return names;
}

function findMutated(node: FunctionNode): ReadonlySet<string> {
  const names = new Set<string>();
  const target = (expression: Expression): void => {
    if (expression.kind === "Subscript" || expression.kind === "Attribute") addRoot(expression.value, names);
    else if (expression.kind === "Tuple" || expression.kind === "List") expression.elts.forEach(target);
    else if (expression.kind === "Starred") target(expression.value);
  };
  walkStatements(node.body, (statement) => {
    if (statement.kind === "Assign" || statement.kind === "Delete") statement.targets.forEach(target);
    if (statement.kind === "AugAssign") {
      target(statement.target);
      // `x += …` changes a list in place.
      if (statement.target.kind === "Name" && (statement.value.kind === "List" || statement.value.kind === "ListComp"))
        names.add(statement.target.id);
    }
    if (statement.kind === "AnnAssign" || statement.kind === "For") target(statement.target);
    for (const expression of statementExpressions(statement)) {
      walkExpression(expression, (inner) => {
        if (inner.kind !== "Call") return;
        const name =
          inner.func.kind === "Attribute" ? inner.func.attr : inner.func.kind === "Name" ? inner.func.id : "";
        if (inner.func.kind === "Attribute" && changingMethods.has(name)) addRoot(inner.func.value, names);
        if (changingFunctions.has(name) && inner.args[0]) addRoot(inner.args[0], names);
      });
    }
  });
  return names;
}

/** The name at the root of `name`, `name.a.b`, `name[i]`. */
function addRoot(expression: Expression, names: Set<string>): void {
  let current = expression;
  while (current.kind === "Attribute" || current.kind === "Subscript") current = current.value;
  if (current.kind === "Name") names.add(current.id);
}
