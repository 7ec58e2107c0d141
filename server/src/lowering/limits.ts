import type * as ir from "../ir/node.ts";
import { walk, walkAll } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import { bigKind } from "./shared-numbers.ts";

/*
 * What a program of Go may do that Python allows only so far unless it is told otherwise: calls nested deeper than a thousand, and the digits of numbers
 * with thousands of them.
 */

/** What one unit tells of it. */
export interface LimitsSummary {
  /** Functions that call themselves: one step at a time, or by way of functions that they hand on, which goes deep even for small numbers. */
  readonly recursion: "step" | "closures" | undefined;
  /** Whether there are numbers that a recursion could go down from. */
  readonly hasLargeNumber: boolean;
  readonly hasHugeNumber: boolean;
}

/** A limit of Python that the program lifts when it starts. */
export type Limit = "recursion" | "digits";

/** The depth of calls that Python allows of itself, less what the interpreter takes. */
const usualDepth = 900n;

export function limitsOf(declarations: readonly ir.Declaration[]): LimitsSummary {
  let recursion: LimitsSummary["recursion"];
  let hasLargeNumber = false;
  let hasHugeNumber = false;
  walkAll(declarations, (node) => {
    if (node.kind === "Function") recursion = deeper(recursion, recursionOf(node.body, node.binding.id, node));
    if (node.kind === "Assign" && node.value.kind === "Closure" && node.targets[0]?.kind === "Variable")
      recursion = deeper(recursion, recursionOf(node.value.body, node.targets[0].binding.id, undefined));
    if (node.kind === "IntegerLiteral") hasLargeNumber ||= node.value >= usualDepth;
    if (node.kind === "FloatLiteral") hasLargeNumber ||= node.value >= Number(usualDepth);
    if (node.kind === "UnknownCall" && node.receiver && bigKind(node.receiver.type)) hasHugeNumber ||= growsFast(node);
  });
  return { recursion, hasLargeNumber, hasHugeNumber };
}

/** The limits that the whole program must lift. */
export function limitsOfProgram(units: readonly LimitsSummary[]): readonly Limit[] {
  const limits: Limit[] = [];
  const hasLargeNumber = units.some((unit) => unit.hasLargeNumber);
  if (units.some(({ recursion }) => recursion === "closures" || (recursion === "step" && hasLargeNumber)))
    limits.push("recursion");
  if (units.some((unit) => unit.hasHugeNumber)) limits.push("digits");
  return limits;
}

function deeper(left: LimitsSummary["recursion"], right: LimitsSummary["recursion"]): LimitsSummary["recursion"] {
  return left === "closures" || right === "closures" ? "closures" : (left ?? right);
}

function growsFast(node: ir.UnknownCall): boolean {
  if (node.path === "Exp") return node.arguments[2]?.value.kind === "NoneLiteral";
  return node.path === "Mul" || node.path === "Lsh" || node.path === "MulRange" || node.path === "Binomial";
}

/** How the body of a function calls the function itself. */
function recursionOf(
  body: readonly ir.Statement[],
  id: string,
  owner: ir.Function | undefined,
): LimitsSummary["recursion"] {
  let found: LimitsSummary["recursion"];
  const closures = new Set<Binding>();
  walkAll(body, (node) => {
    if (node.kind === "Assign" && node.value.kind === "Closure" && node.targets[0]?.kind === "Variable")
      closures.add(node.targets[0].binding);
  });
  walkAll(body, (node) => {
    const isCall = node.kind === "Call" && node.callee.kind === "Variable" && node.callee.binding.id === id;
    const isMethod =
      node.kind === "MethodCall" &&
      owner?.symbol !== undefined &&
      node.symbol === owner.symbol &&
      node.method === owner.name;
    if (!isCall && !isMethod) return;
    for (const { value } of node.arguments) {
      if (value.kind === "Variable" && closures.has(value.binding)) found = "closures";
      else if (isStep(value)) found ??= "step";
    }
  });
  return found;
}

/** `n - 1`, `xs[1:]` */
function isStep(node: ir.Expression): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.kind === "Arithmetic" && inner.operator !== "multiply")
      found ||= inner.right.kind === "IntegerLiteral" || inner.left.kind === "IntegerLiteral";
    if (inner.kind === "Slice") found ||= inner.low?.kind === "IntegerLiteral" && inner.high === undefined;
  });
  return found;
}
