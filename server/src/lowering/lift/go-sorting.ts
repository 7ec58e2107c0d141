import type * as go from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import { boolType, noneType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { underlying } from "./go-operators.ts";

/* Go's sorting as elements are ordered, and by a function: by indices (sort.Slice) or by elements (slices.SortFunc). A comparison of one key of both becomes a sort by that key. */

const byNature: ReadonlySet<string> = new Set(["sort.Ints", "sort.Float64s", "sort.Strings", "slices.Sort"]);
const byIndex: ReadonlySet<string> = new Set(["sort.Slice", "sort.SliceStable"]);
const byElement: ReadonlySet<string> = new Set(["slices.SortFunc", "slices.SortStableFunc"]);

/** A call that sorts a slice by a function literal, as a sort in place. */
export function liftGoSort(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  const [list, order] = node.args;
  if (target?.kind !== "function" || !list) return undefined;
  const name = `${target.packagePath}.${target.name}`;
  if (byNature.has(name)) return expression("ListSort", noneType, { list: context.expression(list) });
  if (!order) return undefined;
  if (!byIndex.has(name) && !byElement.has(name)) return undefined;
  const lifted = context.expression(list);
  const closure = context.expression(order);
  const shape = underlying(lifted.type);
  // A function that compares elements stands as it is.
  if (closure.kind !== "Closure" && byElement.has(name)) return undefined;
  if (closure.kind !== "Closure" || shape.kind !== "list" || closure.parameters.length !== 2)
    throw new Untranslatable(
      "sort-function",
      "Sorting by a function that is kept in a variable is not translated; Python sorts by a key.",
    );
  const [a, b] = ["a", "b"].map((hint) => context.temporary(hint, shape.element)) as [Binding, Binding];
  const [first, second] = closure.parameters.map((parameter) => parameter.binding) as [Binding, Binding];
  const body = byIndex.has(name)
    ? closure.body.map((statement) =>
        onElements(
          statement,
          lifted,
          new Map([
            [first, a],
            [second, b],
          ]),
        ),
      )
    : closure.body.map((statement) =>
        renamed(
          statement,
          new Map([
            [first, a],
            [second, b],
          ]),
        ),
      );
  const keys = keysOf(body, a, b, byElement.has(name));
  if (keys) return expression("ListSort", noneType, { list: lifted, ...sortKey(keys, a) });
  return byComparison(node, { ...closure, parameters: elementParameters(closure, a, b), body }, context);
}

function elementParameters(closure: ir.Closure, ...elements: readonly Binding[]): readonly ir.Parameter[] {
  return closure.parameters.map((parameter, position) => ({
    ...parameter,
    binding: { ...elements[position]!, kind: "parameter" },
    type: elements[position]!.type,
  }));
}

/** What is no comparison of keys compares the elements two by two. */
function byComparison(node: go.CallExpr, closure: ir.Closure, context: GoLiftContext): ir.Expression {
  const call = context.library(node);
  if (!call)
    throw new Untranslatable(
      "sort-function",
      "This comparison is not a comparison of keys; in Python wrap it in `functools.cmp_to_key`.",
    );
  const names = new Map(closure.parameters.map(({ binding }) => [binding.id, binding]));
  const body = closure.body.map((statement) => withParameters(statement, names));
  return { ...call, captures: { ...call.captures, f: { ...closure, body, isInner: true } } };
}

function withParameters<N extends ir.Node>(node: N, names: ReadonlyMap<string, Binding>): N {
  const binding = node.kind === "Variable" ? names.get(node.binding.id) : undefined;
  if (node.kind === "Variable" && binding) return { ...node, binding };
  return mapChildren<ir.Node>(node, (child) => withParameters(child, names)) as N;
}

/** The closure's body with `list[i]` and `list[j]` replaced by the two elements. */
function onElements<N extends ir.Node>(node: N, list: ir.Expression, elements: ReadonlyMap<Binding, Binding>): N {
  if (node.kind === "Index" && node.index.kind === "Variable" && sameShape(node.object, list)) {
    const element = elements.get(node.index.binding);
    if (element) return variable(element) as ir.Node as N;
  }
  if (node.kind === "Variable" && elements.has(node.binding))
    throw new Untranslatable(
      "sort-function",
      "This comparison uses the positions of the elements themselves, which a sort key cannot.",
    );
  return mapChildren(node, (child) => onElements(child, list, elements));
}

function renamed<N extends ir.Node>(node: N, names: ReadonlyMap<Binding, Binding>): N {
  if (node.kind === "Variable") {
    const other = names.get(node.binding);
    return other ? { ...node, binding: other } : node;
  }
  return mapChildren(node, (child) => renamed(child, names));
}

const ignored: ReadonlySet<string> = new Set(["origin", "type", "text"]);

/** Whether two expressions are the same but for where they come from. */
function sameShape(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left))
    return Array.isArray(right) && left.length === right.length && left.every((item, i) => sameShape(item, right[i]));
  if ("id" in left && "assignments" in left) return false;
  const keys = Object.keys(left).filter((key) => !ignored.has(key));
  return keys.every((key) =>
    sameShape((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}

interface Key {
  readonly value: ir.Expression;
  readonly descending: boolean;
}

/** What the comparison compares, most important first: `return a.x < b.x`, or `if a.x != b.x { return a.x < b.x }` before it. */
function keysOf(
  body: readonly ir.Statement[],
  a: Binding,
  b: Binding,
  isThreeWay: boolean,
): readonly Key[] | undefined {
  const [first, ...rest] = body;
  if (first?.kind === "Return" && first.value)
    return isThreeWay ? threeWay(first.value, a, b) : single(lessKey(first.value, a, b));
  if (first?.kind !== "If" || isThreeWay || first.test.kind !== "Compare") return undefined;
  const tested =
    first.test.operator === "notEqual" || first.test.operator === "equal"
      ? pairKey(first.test.left, first.test.right, a, b)
      : undefined;
  if (!tested) return undefined;
  const remaining = first.otherwise.length > 0 ? first.otherwise : rest;
  const [whenDifferent, whenEqual] =
    first.test.operator === "notEqual" ? [first.then, remaining] : [remaining, first.then];
  const [decision, ...others] = whenDifferent;
  const major =
    others.length === 0 && decision?.kind === "Return" && decision.value ? lessKey(decision.value, a, b) : undefined;
  const minor = keysOf(whenEqual, a, b, false);
  return major && minor && sameShape(major.value, tested.value) ? [major, ...minor] : undefined;
}

function single(key: Key | undefined): readonly Key[] | undefined {
  return key && [key];
}

/** `a.x < b.x`, or `>` for the greatest first. */
function lessKey(node: ir.Expression, a: Binding, b: Binding): Key | undefined {
  if (node.kind !== "Compare" || (node.operator !== "less" && node.operator !== "greater")) return undefined;
  const key = pairKey(node.left, node.right, a, b);
  return key && { ...key, descending: key.descending !== (node.operator === "greater") };
}

/** `cmp.Compare(a.x, b.x)`, `strings.Compare(…)`, `a.x - b.x`, and several of them in `cmp.Or`. */
function threeWay(node: ir.Expression, a: Binding, b: Binding): readonly Key[] | undefined {
  if (node.kind === "Arithmetic" && node.operator === "subtract") return single(pairKey(node.left, node.right, a, b));
  const [left, right] =
    node.kind === "LibraryCall"
      ? Object.values(node.captures)
      : node.kind === "UnknownCall"
        ? node.arguments.map((argument) => argument.value)
        : [];
  const path = node.kind === "UnknownCall" ? node.path : node.kind === "LibraryCall" ? node.row : "";
  if (path === "cmp.Or" || /^compare#[12]$/.test(path)) {
    const operands = node.kind === "UnknownCall" ? node.arguments.map(({ value }) => value) : capturesOf(node);
    const keys = operands.map((operand) => threeWay(operand, a, b));
    return keys.every((key) => key !== undefined) ? keys.flat() : undefined;
  }
  const isComparison = path === "compare#0" || /(cmp|strings)\.Compare$/.test(path);
  return isComparison && left && right ? single(pairKey(left, right, a, b)) : undefined;
}

function capturesOf(node: ir.Expression): readonly ir.Expression[] {
  return node.kind === "LibraryCall" ? Object.values(node.captures) : [];
}

/** One expression of the first element against the same of the second; the other way round it is descending. */
function pairKey(left: ir.Expression, right: ir.Expression, a: Binding, b: Binding): Key | undefined {
  if (
    !mentions(left, b) &&
    !mentions(right, a) &&
    mentions(left, a) &&
    sameShape(left, renamed(right, new Map([[b, a]])))
  )
    return { value: left, descending: false };
  if (
    !mentions(left, a) &&
    !mentions(right, b) &&
    mentions(right, a) &&
    sameShape(right, renamed(left, new Map([[b, a]])))
  )
    return { value: right, descending: true };
  return undefined;
}

function mentions(node: ir.Expression, binding: Binding): boolean {
  let found = false;
  walk(node, (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
  return found;
}

/** One key, or a tuple of them. Keys of both directions are numbers, whose sign is turned, or decline. */
function sortKey(keys: readonly Key[], a: Binding): { readonly key?: ir.Expression; readonly reverse?: ir.Expression } {
  const isReversed = keys.every((key) => key.descending);
  const values = keys.map(({ value, descending }) => {
    if (descending === isReversed) return value;
    const kind = underlying(value.type).kind;
    if (kind !== "int" && kind !== "float")
      throw new Untranslatable(
        "sort-function",
        "Sorting strings downwards under another key is not translated; sort twice, by the lesser key first.",
      );
    return expression("Negate", value.type, { operand: value });
  });
  const [only] = values;
  const result: ir.Expression =
    values.length === 1 && only
      ? only
      : expression(
          "TupleLiteral",
          { kind: "tuple", elements: values.map((value) => value.type) },
          { elements: values },
        );
  const reverse = isReversed ? { reverse: expression("BooleanLiteral", boolType, { value: true }) } : {};
  if (result.kind === "Variable" && result.binding === a) return reverse;
  const type: Type = { kind: "function", parameters: [{ type: a.type }], result: result.type };
  const key = expression("Closure", type, {
    parameters: [{ binding: a, type: a.type, kind: "positional" }],
    result: result.type,
    body: [{ sort: "statement", kind: "Return", value: result }],
  });
  return { key, ...reverse };
}
