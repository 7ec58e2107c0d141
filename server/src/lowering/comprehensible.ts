import type * as ir from "../ir/node.ts";
import { walk } from "../ir/walk.ts";
import type { ProgramFacts } from "./facts.ts";
import type { Binding } from "../types/binding.ts";

/**
 * Whether the loop's head and these parts of its body can stand in a comprehension instead: the loop sets only variables of its own, which nothing keeps,
 * has no comments that would be lost, and the parts neither wait nor bind.
 */
export function fitsComprehension(
  loop: ir.ForEach,
  parts: readonly ir.Expression[],
  { suspends, methodSuspends, valueSuspends }: Pick<ProgramFacts, "suspends" | "methodSuspends" | "valueSuspends">,
): boolean {
  if (loop.orElse.length > 0 || loop.isAsync || loop.trailing !== undefined || (loop.inner?.length ?? 0) > 0)
    return false;
  // What comes through a channel is waited for.
  if (loop.iterable.type.kind === "channel") return false;
  if (loop.declares.some((binding) => binding.captured) || !setsOwnNames(loop.target, loop.declares)) return false;
  const waits = (node: ir.Node): boolean =>
    (node.kind === "Call" && node.callee.kind === "Variable" && suspends(node.callee.binding)) ||
    (node.kind === "Call" && valueSuspends(node.callee.type)) ||
    (node.kind === "MethodCall" && node.symbol !== undefined && methodSuspends(node.symbol, node.method));
  return [loop.iterable, ...parts].every((part) => isQuiet(part, waits));
}

function setsOwnNames(target: ir.Expression, declares: readonly Binding[]): boolean {
  if (target.kind === "Variable") return target.binding.name === "_" || declares.includes(target.binding);
  return target.kind === "TupleLiteral" && target.elements.every((element) => setsOwnNames(element, declares));
}

const noisy: ReadonlySet<ir.Kind> = new Set([
  "Receive",
  "Await",
  "Yield",
  "AssignmentExpression",
  "Closure",
  "OpaqueExpression",
]);

function isQuiet(node: ir.Expression, waits: (node: ir.Node) => boolean): boolean {
  let quiet = true;
  walk(node, (inner) => void (quiet &&= !noisy.has(inner.kind) && !waits(inner)));
  return quiet;
}

/** The statement of a body that has but one and no comments about it; blocks around it, which `if` with a preceding statement has, are looked through. */
export function soleStatement(body: readonly ir.Statement[]): ir.Statement | undefined {
  const [only, ...others] = body;
  if (only === undefined || others.length > 0 || (only.leading?.length ?? 0) > 0 || only.trailing !== undefined)
    return undefined;
  return only.kind === "Block" ? soleStatement(only.body) : only;
}
