import { mapBodies, type Body } from "../../ir/blocks.ts";
import { expression, expressionStatement, integer, variable } from "../../ir/build.ts";
import { listGrowthKinds } from "../../ir/growth.ts";
import type * as ir from "../../ir/node.ts";
import { isPure } from "../../ir/purity.ts";
import { forEachChild, mapChildren, walkAll } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { bigIntType, iteratorOf } from "../../types/build.ts";
import { decorationOf } from "../decoration.ts";
import { storedIn } from "../stored-operands.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * `row = grid[0]; row.append(1)` changes the list inside of grid, of which a Go variable would be a copy. Where the place stays what it is for as long
 * as the variable is used, the place itself is written instead of the variable.
 */

export const placeAliasesPass: Pass = {
  name: "place-aliases",
  reason:
    "A variable for a list inside of something else sees it grow in Python; a slice in a variable of its own does not.",
  from: "python",
  to: "go",
  run: (declarations, context) => declarations.map((declaration) => rewrite(declaration, context)),
};

function rewrite<N extends ir.Node>(node: N, context: PassContext): N {
  const mapped = mapChildren<ir.Node>(node, (child) => rewrite(child, context));
  if (mapped.kind === "Function" || mapped.kind === "TopLevel" || mapped.kind === "Closure")
    return { ...mapped, body: inBody(mapped.body, context) } as ir.Node as N;
  return mapped.sort === "statement"
    ? (mapBodies(mapped, (body) => inBody(body, context)) as ir.Node as N)
    : (mapped as N);
}

function inBody(body: Body, context: PassContext): Body {
  const result: ir.Statement[] = [];
  for (let position = 0; position < body.length; position++) {
    const statement = body[position]!;
    const loop = statement.kind === "ForEach" ? overPlaces(statement, context) : undefined;
    if (loop) {
      result.push(loop);
      continue;
    }
    const alias = aliasOf(statement);
    const rest = body.slice(position + 1);
    if (!alias || !grows(rest, alias.binding) || !isReplaceable(alias, rest, countReads(rest, alias.binding))) {
      result.push(statement);
      continue;
    }
    const first = alias.first && { ...expressionStatement(alias.first), ...decorationOf(statement) };
    const [next, ...others] = rest.map((one) => replaced(one, alias));
    const kept = first ?? (next && { ...next, leading: [...(statement.leading ?? []), ...(next.leading ?? [])] });
    return [...result, ...inBody([...(kept ? [kept] : []), ...(first && next ? [next] : []), ...others], context)];
  }
  return result;
}

/** A variable that stands for a place. `first`: what making the variable does besides. */
interface Alias {
  readonly binding: Binding;
  readonly place: ir.Expression;
  readonly first?: ir.Expression | undefined;
}

function aliasOf(statement: ir.Statement): Alias | undefined {
  if (statement.kind !== "Assign" || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  if (target?.kind !== "Variable" || !isCandidate(target.binding)) return undefined;
  const { value } = statement;
  if (value.kind === "DictSetDefault" && isPure(value.map) && isPure(value.key)) {
    const place = expression("Lookup", value.type, { map: value.map, key: value.key, missing: "raise" });
    return { binding: target.binding, place, first: { ...value, type: { kind: "none" } } };
  }
  return isPlace(value) ? { binding: target.binding, place: value } : undefined;
}

function isCandidate(binding: Binding): boolean {
  return binding.type.kind === "list" && binding.kind === "local" && binding.assignments === 1 && !binding.captured;
}

function isPlace(value: ir.Expression): boolean {
  if (value.type.kind !== "list" || !isPure(value)) return false;
  if (value.kind === "Variable") return value.binding.assignments === 1 && value.binding.kind !== "global";
  return (
    (value.kind === "Index" && value.object.type.kind === "list") ||
    value.kind === "Lookup" ||
    (value.kind === "Field" && value.member === "field")
  );
}

/** `for row in rows` whose body changes the length of row. */
function overPlaces(loop: ir.ForEach, context: PassContext): ir.ForEach | undefined {
  const { target, iterable } = loop;
  const view = iterable.kind === "Iterate" && iterable.form === "entries" ? iterable.operands[0] : undefined;
  if (view && target.kind === "TupleLiteral" && target.elements.length === 2) {
    const [key, value] = target.elements as [ir.Expression, ir.Expression];
    if (key.kind !== "Variable" || value.kind !== "Variable" || !isPure(view) || key.binding.name === "_")
      return undefined;
    const place = expression("Lookup", value.type, { map: view, key, missing: "zero" });
    const body = inPlaces(loop.body, { binding: value.binding, place });
    return body && { ...loop, target: key, iterable: view, body };
  }
  if (target.kind !== "Variable" || iterable.type.kind !== "list" || !isPure(iterable)) return undefined;
  const index = { ...context.temporary("i", bigIntType), assignments: 1, reads: 1 };
  const place = expression("Index", target.type, {
    object: iterable,
    index: variable(index),
    unit: "element",
    wraps: false,
  });
  const body = inPlaces(loop.body, { binding: target.binding, place });
  const length = expression("Length", bigIntType, { operand: iterable, unit: "element" });
  const range = expression("Range", iteratorOf(bigIntType, "range"), {
    start: integer(0),
    stop: length,
    step: integer(1),
  });
  return body && { ...loop, target: variable(index), iterable: range, body, declares: [index] };
}

function inPlaces(body: Body, alias: Alias): Body | undefined {
  if (!isCandidate(alias.binding) || !grows(body, alias.binding)) return undefined;
  if (!isReplaceable(alias, body, countReads(body, alias.binding))) return undefined;
  return body.map((statement) => replaced(statement, alias));
}

function replaced<N extends ir.Node>(node: N, alias: Alias): N {
  if (node.kind === "Variable" && node.binding === alias.binding) return alias.place as ir.Node as N;
  return mapChildren<ir.Node>(node, (child) => replaced(child, alias)) as N;
}

function countReads(body: Body, binding: Binding): number {
  let count = 0;
  walkAll(body, (node) => void (node.kind === "Variable" && node.binding === binding && count++));
  return count;
}

function grows(body: Body, binding: Binding): boolean {
  let found = false;
  walkAll(body, (node) => {
    if (listGrowthKinds.has(node.kind)) found ||= isIt(grownIn(node), binding);
  });
  return found;
}

function grownIn(node: ir.Node): ir.Node | undefined {
  return "list" in node ? node.list : "container" in node ? node.container : undefined;
}

function isIt(node: ir.Node | undefined, binding: Binding): boolean {
  return node?.kind === "Variable" && node.binding === binding;
}

/** Whether the place is the same list wherever the variable is used, and nobody else comes to hold it there. */
function isReplaceable(alias: Alias, body: Body, reads: number): boolean {
  // All of its uses stand here.
  if (reads < alias.binding.reads) return false;
  const operands = new Set<Binding>();
  const collect = (node: ir.Node): void => {
    if (node.kind === "Variable") operands.add(node.binding);
    forEachChild(node, collect);
  };
  collect(alias.place);
  const root = rootOf(alias.place);
  if (!root) return false;
  let isSafe = true;
  walkAll(body, (node) => {
    if (isSafe) isSafe = !disturbs(node, alias, root, operands);
    return isSafe;
  });
  return isSafe;
}

/** The variable that a place begins with. */
function rootOf(place: ir.Node): Binding | undefined {
  switch (place.kind) {
    case "Variable":
      return place.binding;
    case "Index":
    case "Field":
    case "Slice":
      return rootOf(place.object);
    case "Lookup":
      return rootOf(place.map);
    case "Cast":
      return rootOf(place.operand);
    default:
      return undefined;
  }
}

/** Whether the node could make the place another list, or hand the list to somebody. */
function disturbs(node: ir.Node, alias: Alias, root: Binding, operands: ReadonlySet<Binding>): boolean {
  const isAlias = (one: ir.Node | undefined): boolean => isIt(one, alias.binding);
  if (node.kind === "Closure") return true;
  if (storedIn(node).some(isAlias)) return true;
  if (node.kind === "Assign" || node.kind === "Update" || node.kind === "Delete") {
    const targets = node.kind === "Update" ? [node.target] : node.targets;
    if (node.kind !== "Delete" && isAlias(node.value)) return true;
    return targets.some((target) => hitsPlace(target, root, operands));
  }
  if (node.kind === "ForEach") return hitsPlace(node.target, root, operands);
  if (node.kind === "AssignmentExpression") return operands.has(node.target.binding);
  if (node.kind === "Call" || node.kind === "MethodCall") {
    if (root.kind === "global") return true;
    const given = [...node.arguments.map(({ value }) => value), ...(node.kind === "MethodCall" ? [node.receiver] : [])];
    return given.some((value) => isAlias(value) || rootOf(value) === root);
  }
  // What only adds at the end of the container leaves its elements where they are, counted from the start.
  const isFromEnd = alias.place.kind === "Index" && alias.place.wraps;
  if ((node.kind === "ListAppend" || node.kind === "ListExtend") && !isFromEnd) return false;
  const changed =
    grownIn(node) ??
    ("map" in node && (node.kind === "DictPop" || node.kind === "DictPopItem" || node.kind === "DictDiscard")
      ? node.map
      : undefined);
  if (
    !changed ||
    !(
      listGrowthKinds.has(node.kind) ||
      node.kind.startsWith("Dict") ||
      node.kind.startsWith("ListS") ||
      node.kind === "ListReverse"
    )
  )
    return false;
  return !isAlias(changed) && rootOf(changed) === root;
}

function hitsPlace(target: ir.Expression, root: Binding, operands: ReadonlySet<Binding>): boolean {
  if (target.kind === "TupleLiteral") return target.elements.some((element) => hitsPlace(element, root, operands));
  if (target.kind === "Variable") return operands.has(target.binding);
  return rootOf(target) === root && target.type.kind === "list";
}
