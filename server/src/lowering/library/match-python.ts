import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import { metavariable, type CompiledRow } from "./pattern.ts";
import { fits, type TypeVariables } from "./type-pattern.ts";

/** The expressions that a row's metavariables stand for; several for one that takes the rest of the arguments. */
export type Captured = Map<string, readonly py.Expression[]>;

/** What matching needs to know of the program. */
export interface PythonFacts {
  typeOf(node: py.Expression): Type;
  /** The path of the library's function, class or constant that the expression refers to: `math.sqrt`, `len`. */
  pathOf(node: py.Expression): string | undefined;
  /** The name of the parameter that an argument of a call is for. */
  parameterOf(call: py.Call, argument: py.Expression): string | undefined;
}

/** Fits a row's Python pattern to an expression, or gives undefined. */
export function matchPythonRow(
  row: CompiledRow,
  node: py.Expression,
  facts: PythonFacts,
): { readonly captured: Captured; readonly variables: TypeVariables } | undefined {
  const captured: Captured = new Map();
  const variables: TypeVariables = new Map();
  const capture = (name: string, nodes: readonly py.Expression[]): boolean => {
    captured.set(name, nodes);
    return nodes.every((item) => fits(row.type(name), facts.typeOf(item), variables));
  };
  const match = (pattern: py.Expression, actual: py.Expression): boolean => {
    if (pattern.kind === "Name") {
      const found = metavariable(pattern.id);
      if (found) return actual.kind !== "Starred" && capture(found.name, [actual]);
    }
    const path = dottedPath(pattern);
    if (path !== undefined && facts.pathOf(actual) === path) return true;
    if (path !== undefined && pattern.kind !== "Attribute") return false;
    if (pattern.kind !== actual.kind) return false;
    switch (pattern.kind) {
      case "Attribute":
        return actual.kind === "Attribute" && pattern.attr === actual.attr && match(pattern.value, actual.value);
      case "Call":
        return actual.kind === "Call" && match(pattern.func, actual.func) && matchArguments(pattern, actual);
      case "Constant":
        return actual.kind === "Constant" && sameConstant(pattern.value, actual.value);
      case "UnaryOp":
        return actual.kind === "UnaryOp" && pattern.op === actual.op && match(pattern.operand, actual.operand);
      case "BinOp":
        return (
          actual.kind === "BinOp" &&
          pattern.op === actual.op &&
          match(pattern.left, actual.left) &&
          match(pattern.right, actual.right)
        );
      case "List":
        return (
          actual.kind === "List" &&
          pattern.elts.length === actual.elts.length &&
          pattern.elts.every((item, i) => match(item, actual.elts[i]!))
        );
      case "Tuple":
        return (
          actual.kind === "Tuple" &&
          pattern.elts.length === actual.elts.length &&
          pattern.elts.every((item, i) => match(item, actual.elts[i]!))
        );
      case "Compare": {
        const [wanted, given] = [pattern.comparisons[0]!, actual.kind === "Compare" ? actual.comparisons : []];
        return (
          actual.kind === "Compare" &&
          given.length === 1 &&
          given[0]!.op === wanted.op &&
          match(pattern.left, actual.left) &&
          match(wanted.right, given[0]!.right)
        );
      }
      case "Subscript":
        return actual.kind === "Subscript" && match(pattern.value, actual.value) && match(pattern.slice, actual.slice);
      default:
        return false;
    }
  };
  const matchArguments = (pattern: py.Call, actual: py.Call): boolean => {
    const last = pattern.args.at(-1);
    const rest = last?.kind === "Name" ? metavariable(last.id) : undefined;
    const fixed = rest?.rest ? pattern.args.slice(0, -1) : pattern.args;
    if (actual.args.length < fixed.length || actual.args.some((item) => item.kind === "Starred")) return false;
    if (!fixed.every((item, i) => match(item, actual.args[i]!))) return false;
    const others = actual.args.slice(fixed.length);
    if (rest?.rest) return capture(rest.name, others) && matchKeywords(pattern, actual, []);
    return matchKeywords(pattern, actual, others);
  };
  /** Keywords of the pattern take the arguments of that name, however they are passed. */
  const matchKeywords = (pattern: py.Call, actual: py.Call, positional: readonly py.Expression[]): boolean => {
    if (pattern.keywords.length !== actual.keywords.length + positional.length) return false;
    return pattern.keywords.every((keyword) => {
      const found =
        actual.keywords.find((other) => other.arg === keyword.arg)?.value ??
        positional.find((argument) => facts.parameterOf(actual, argument) === keyword.arg);
      return found !== undefined && match(keyword.value, found);
    });
  };
  return match(row.python, node) ? { captured, variables } : undefined;
}

/** The dotted path that a pattern spells, unless a metavariable is part of it. */
function dottedPath(node: py.Expression): string | undefined {
  if (node.kind === "Name") return metavariable(node.id) ? undefined : node.id;
  if (node.kind !== "Attribute") return undefined;
  const head = dottedPath(node.value);
  return head === undefined ? undefined : `${head}.${node.attr}`;
}

function sameConstant(left: py.ConstantValue, right: py.ConstantValue): boolean {
  if (left.type !== right.type) return false;
  return !("value" in left) || !("value" in right) || left.value === right.value;
}
