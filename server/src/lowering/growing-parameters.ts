import { listGrowthKinds } from "../ir/growth.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import type { Type } from "../types/type.ts";

/*
 * Lists that grow or shrink through a parameter: the caller sees it in Python. In Go such a parameter is a pointer to the slice where a caller keeps the
 * list; where each caller hands over a list that it does not keep, or none is known and the function returns the list, the slice itself will do.
 */

/** A list parameter of a function. */
interface GrowingParameter {
  readonly index: number;
  readonly grows: boolean;
  readonly isReturned: boolean;
  /** Where it is handed on to. */
  readonly passed: readonly { readonly callee: string; readonly index: number }[];
}

/** What one unit tells about lists that it hands over and that its functions change. */
export interface GrowthSummary {
  readonly functions: readonly { readonly id: string; readonly parameters: readonly GrowingParameter[] }[];
  /** The positions at which calls hand over a list that the caller keeps. */
  readonly calls: readonly { readonly callee: string; readonly kept: readonly number[] }[];
  /** Functions that are used as values or called in ways that do not say which argument is which. */
  readonly values: readonly string[];
}

/** What becomes of a list parameter that grows. */
export type GrowthOfParameter = "pointer" | "own" | undefined;

/** The list whose length the node changes. */
export function grownList(node: ir.Node): ir.Expression | undefined {
  if (listGrowthKinds.has(node.kind)) {
    const list = "list" in node ? node.list : "container" in node ? node.container : undefined;
    return list?.kind === "Cast" ? list.operand : list;
  }
  if (node.kind === "Update" && node.target.type.kind === "list") return node.target;
  return undefined;
}

/** Summarises the declarations of a unit. */
export function growthOf(declarations: readonly ir.Node[]): GrowthSummary {
  const functions: { id: string; parameters: readonly GrowingParameter[] }[] = [];
  const calls: { callee: string; kept: readonly number[] }[] = [];
  const values = new Set<string>();
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function" && node.symbol === undefined)
      functions.push({ id: node.binding.id, parameters: parametersOf(node) });
    if (node.kind === "Call" && isFunction(node.callee)) {
      const { id } = node.callee.binding;
      const kept = node.arguments.flatMap((argument, index) => (isKept(argument.value) ? [index] : []));
      calls.push({ callee: id, kept });
      if (node.arguments.some((argument) => argument.spread !== undefined)) values.add(id);
      node.arguments.forEach((argument) => visit(argument.value));
      return;
    }
    if (isFunction(node)) values.add(node.binding.id);
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  return { functions, calls, values: [...values].sort() };
}

function isFunction(node: ir.Node): node is ir.Variable {
  return node.kind === "Variable" && node.binding.kind === "function";
}

/** Whether the caller can look at the list after the call. */
function isKept(value: ir.Expression): boolean {
  switch (value.kind) {
    case "Variable":
    case "Field":
    case "Index":
    case "Lookup":
    case "MethodCall":
    case "DictGet":
    case "DefaultArgument":
      return true;
    case "Cast":
    case "Convert":
      return isKept(value.operand);
    case "Conditional":
      return isKept(value.then) || isKept(value.otherwise);
    default:
      return false;
  }
}

function parametersOf(node: ir.Function): readonly GrowingParameter[] {
  return node.parameters.flatMap((parameter, index): GrowingParameter[] => {
    const { binding, type, kind, defaultValue } = parameter;
    if (type.kind !== "list" || kind !== "positional" || defaultValue !== undefined) return [];
    const use = usesOf(node.body, binding);
    return use.isRebound || (!use.grows && use.passed.length === 0) ? [] : [{ index, ...use }];
  });
}

function usesOf(
  body: readonly ir.Statement[],
  binding: Binding,
): Omit<GrowingParameter, "index"> & { isRebound: boolean } {
  let [grows, isReturned, isRebound] = [false, false, false];
  const passed: { callee: string; index: number }[] = [];
  const isIt = (node: ir.Expression | undefined): boolean => node?.kind === "Variable" && node.binding === binding;
  const visit = (node: ir.Node): void => {
    if (isIt(grownList(node))) grows = true;
    if (node.kind === "Delete")
      for (const target of node.targets)
        if ((target.kind === "Index" || target.kind === "Slice") && isIt(target.object)) grows = true;
    if (node.kind === "Assign")
      for (const target of node.targets) {
        if (isIt(target) || (target.kind === "TupleLiteral" && target.elements.some(isIt))) isRebound = true;
        if (target.kind === "Slice" && isIt(target.object)) grows = true;
      }
    if (node.kind === "ForEach" && isIt(node.target)) isRebound = true;
    if (node.kind === "AssignmentExpression" && node.target.binding === binding) isRebound = true;
    if (node.kind === "Return" && isIt(node.value)) isReturned = true;
    if (node.kind === "Call" && isFunction(node.callee)) {
      const { id } = node.callee.binding;
      node.arguments.forEach((argument, index) => isIt(argument.value) && passed.push({ callee: id, index }));
    }
    forEachChild(node, visit);
  };
  body.forEach(visit);
  return { grows, isReturned, isRebound, passed };
}

/** Solves the summaries: which parameters grow, through the functions that they are handed on to, and what becomes of them. */
export function solveGrowth(
  summaries: readonly GrowthSummary[],
): (binding: Binding, index: number) => GrowthOfParameter {
  const functions = new Map(
    summaries.flatMap(({ functions: all }) => all.map(({ id, parameters }) => [id, parameters] as const)),
  );
  const values = new Set(summaries.flatMap((summary) => summary.values));
  const calls = summaries.flatMap((summary) => summary.calls);
  const growing = new Set<string>();
  for (let before = -1; before !== growing.size;) {
    before = growing.size;
    for (const [id, parameters] of functions)
      for (const { index, grows, passed } of parameters)
        if (grows || passed.some((other) => growing.has(`${other.callee} ${other.index}`)))
          growing.add(`${id} ${index}`);
  }
  return (binding, index) => {
    const parameter = functions.get(binding.id)?.find((one) => one.index === index);
    if (!parameter || !growing.has(`${binding.id} ${index}`) || values.has(binding.id)) return undefined;
    const own = calls.filter((call) => call.callee === binding.id);
    if (own.some((call) => call.kept.includes(index))) return "pointer";
    return own.length > 0 || parameter.isReturned ? "own" : "pointer";
  };
}

/** The type of a parameter that points to a list. */
export function pointerToList(type: Type): Type {
  return { kind: "pointer", target: type };
}
