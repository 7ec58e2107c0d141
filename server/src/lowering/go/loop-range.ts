import { listGrowthKinds } from "../../ir/growth.ts";
import type * as go from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { walkAll } from "../../ir/walk.ts";
import { bigIntType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { type LoopRequest, place, rangeLoop } from "./loop-target.ts";
import { withValidStep } from "./range-step.ts";
import * as build from "./syntax.ts";

/*
 * Loops over `range`: Go's `range` over an integer where it starts at 0, else a loop of three clauses.
 */

/** A loop that counts. Bounds that the body may change are kept in temporaries, since Python asks for them once. */
export function overRange(given: ir.Range, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const range = withValidStep(given, context);
  const step = integerValue(range.step);
  if (integerValue(range.start) === 0n && step === 1n) {
    const counter = place(request.target, bigIntType, "i", request, context);
    return rangeLoop(counter, undefined, context.expression(range.stop), request);
  }
  const target = place(request.target, bigIntType, "i", request, context);
  const [start, stop, lowStep] = context.expressions([range.start, range.stop, range.step]) as [
    go.Expr,
    go.Expr,
    go.Expr,
  ];
  // Python counts by itself: where the variable outlives the loop, Go's counter would end one step too far.
  const counter = target.isAssigned || target.name === undefined ? context.fresh("i") : target.name;
  const head =
    target.isAssigned && target.name !== undefined
      ? [build.assign(build.ident(target.name), build.ident(counter))]
      : target.head(undefined);
  const bound = isSteady(range.stop, request.statements) ? stop : context.temporary("stop", stop);
  const at = build.ident(counter);
  const init = build.define(counter, start);
  const body = (): readonly go.Stmt[] => [...head, ...request.body()];
  if (step === undefined) {
    const by = isSteady(range.step, request.statements) ? lowStep : context.temporary("step", lowStep);
    if (range.ascending === true)
      return [build.forLoop(init, build.binary(at, "<", bound), build.assign(at, by, "+="), body())];
    const upward = build.binary(build.binary(by, ">", build.integer(0)), "&&", build.binary(at, "<", bound));
    const downward = build.binary(build.binary(by, "<", build.integer(0)), "&&", build.binary(at, ">", bound));
    return [build.forLoop(init, build.binary(upward, "||", downward), build.assign(at, by, "+="), body())];
  }
  const test = build.binary(at, step > 0n ? "<" : ">", bound);
  const post =
    step === 1n
      ? build.increment(at)
      : step === -1n
        ? build.increment(at, "--")
        : build.assign(at, build.integer(step > 0n ? step : -step), step > 0n ? "+=" : "-=");
  return [build.forLoop(init, test, post, body())];
}

/** Whether the bound stays what it is while the loop runs, so that Go may ask for it in each round. */
function isSteady(bound: ir.Expression, body: readonly ir.Statement[]): boolean {
  switch (bound.kind) {
    case "IntegerLiteral":
      return true;
    case "Negate":
      return isSteady(bound.operand, body);
    case "Variable":
      return !bound.binding.captured && bound.binding.kind !== "global" && !mentionsAsTarget(body, bound.binding);
    case "Arithmetic":
      return isSteady(bound.left, body) && isSteady(bound.right, body);
    case "Length":
      return (
        bound.operand.kind === "Variable" &&
        bound.unit === "element" &&
        isSteady(bound.operand, body) &&
        !mayGrow(body, bound.operand.binding)
      );
    default:
      return false;
  }
}

function mentionsAsTarget(body: readonly ir.Statement[], binding: Binding): boolean {
  let found = false;
  const check = (target: ir.Expression): void => {
    if (target.kind === "Variable") found ||= target.binding === binding;
    if (target.kind === "TupleLiteral") target.elements.forEach(check);
    if (target.kind === "Spread") check(target.operand);
  };
  walkAll(body, (node) => {
    if (node.kind === "Assign") node.targets.forEach(check);
    else if (node.kind === "Update" || node.kind === "ForEach" || node.kind === "AssignmentExpression")
      check(node.target);
    else if (node.kind === "Delete") node.targets.forEach(check);
  });
  return found;
}

/** Whether the body changes the length of the list that the variable holds. */
function mayGrow(body: readonly ir.Statement[], binding: Binding): boolean {
  let found = false;
  walkAll(body, (node) => {
    if (listGrowthKinds.has(node.kind) && "list" in node)
      found ||= node.list.kind === "Variable" && node.list.binding === binding;
    if (node.kind === "Clear") found ||= node.container.kind === "Variable" && node.container.binding === binding;
    if (node.kind === "Delete")
      found ||= node.targets.some(
        (target) =>
          (target.kind === "Index" || target.kind === "Slice") &&
          target.object.kind === "Variable" &&
          target.object.binding === binding,
      );
  });
  return found;
}
