import type * as go from "../../go/tree.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { walk, walkAll } from "../../ir/walk.ts";
import { breaksOf, replaceBreaks } from "../../ir/blocks.ts";
import type { Binding } from "../../types/binding.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { isOrderObserved } from "../order.ts";
import { Untranslatable } from "../untranslatable.ts";
import { overItertool } from "./itertools.ts";
import { labelled } from "./labels.ts";
import { overRange } from "./loop-range.ts";
import { isUnread, type LoopRequest, place, rangeLoop, storeRead } from "./loop-target.ts";
import { overValue } from "./loop-value.ts";
import { overView } from "./loop-view.ts";
import { iteratorFunction } from "./sequences.ts";
import * as build from "./syntax.ts";

/*
 * How Go goes through what can be iterated. One place for `for` statements, comprehensions and functions such as `sum`, so that all agree.
 */

/** The statements of a loop over the iterable. What must come before the loop is emitted. */
export function iterate(request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const { iterable } = request;
  switch (iterable.kind) {
    case "Range":
      return overRange(iterable, request, context);
    case "Iterate":
      return overView(iterable, request, iterate, context);
    case "Itertool":
      return overItertool(iterable, request, iterate, context);
    case "Comprehension":
      if (iterable.result === "iterator") return overComprehension(iterable, request, context);
      break;
  }
  return overValue(iterable, request, context);
}

/** Loops within loops, the innermost of which runs the body with the element. */
function overComprehension(node: ir.Comprehension, request: LoopRequest, context: GoLowerContext): readonly go.Stmt[] {
  const innermost = (): readonly go.Stmt[] => {
    if (isSameTarget(request.target, node.element)) return request.body();
    const stored = context.capture(() => {
      const element = context.expression(node.element);
      return isUnread(request.target, request)
        ? keepEffects(node.element, element)
        : storeRead(request.target, element, node.element.type, request, context);
    });
    return [...stored.emitted, ...stored.value, ...request.body()];
  };
  if (node.clauses.length > 1 && breaksOf(request.statements).length > 0) {
    const value = place(request.target, node.element.type, "value", request, context);
    return rangeLoop(value, undefined, iteratorFunction(node, context), request);
  }
  return clauseLoops(node.clauses, innermost, request, context);
}

/** Whether the loops assign the very variables that the target names. */
function isSameTarget(target: ir.Expression, element: ir.Expression): boolean {
  return (
    target.kind === "TupleLiteral" &&
    element.kind === "TupleLiteral" &&
    target.elements.every((part, position) => {
      const other = element.elements[position];
      return part.kind === "Variable" && other?.kind === "Variable" && part.binding === other.binding;
    })
  );
}

function keepEffects(node: ir.Expression, value: go.Expr): readonly go.Stmt[] {
  return isSimple(node) ? [] : [build.assign(build.ident("_"), value)];
}

/** The loops of a comprehension's clauses around what is to be done for each element. */
export function clauseLoops(
  clauses: readonly ir.ComprehensionClause[],
  innermost: () => readonly go.Stmt[],
  request: Pick<LoopRequest, "node" | "isOrderObserved">,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const [clause, ...rest] = clauses;
  if (clause === undefined) return innermost();
  if (clause.isAsync && !isWaitedFor(clause.iterable))
    throw new Untranslatable(
      "async-comprehension",
      "Asynchronous comprehensions are not translated; Go programs range over a channel.",
    );
  const shared = bindingsOf(clause.target).filter((binding) => isKept(binding, request.node));
  // Python's variable is one for all rounds, which a function that is kept sees.
  context.emit(...shared.map((binding) => build.declare(context.name(binding), context.type(binding.type))));
  const inner = (): readonly go.Stmt[] => clauseLoops(rest, innermost, request, context);
  const body = (): readonly go.Stmt[] => guarded(clause.conditions, inner, context);
  return iterate(
    {
      target: clause.target,
      iterable: clause.iterable,
      declares: bindingsOf(clause.target).filter((binding) => !shared.includes(binding)),
      body,
      statements: [],
      node: request.node,
      isOrderObserved: request.isOrderObserved,
    },
    context,
  );
}

/** Whether a function that the comprehension makes keeps the variable. */
function isKept(binding: Binding, node: ir.Node): boolean {
  let found = false;
  walk(node, (closure) => {
    if (closure.kind !== "Closure" || closure.isInner === true) return;
    walkAll(closure.body, (inner) => void (found ||= inner.kind === "Variable" && inner.binding === binding));
  });
  return found;
}

function guarded(
  conditions: readonly ir.Expression[],
  inner: () => readonly go.Stmt[],
  context: GoLowerContext,
): readonly go.Stmt[] {
  const [first, ...rest] = conditions;
  if (first === undefined) return inner();
  const test = context.capture(() => context.expression(first));
  if (test.emitted.length === 0 && rest.length > 0) {
    const others = context.capture(() => rest.map((condition) => context.expression(condition)));
    if (others.emitted.length === 0)
      return [
        build.ifStatement(
          others.value.reduce((left, right) => build.binary(left, "&&", right), test.value),
          inner(),
        ),
      ];
  }
  const { before, init } = build.ifInit(test.emitted);
  return [...before, build.ifStatement(test.value, guarded(rest, inner, context), undefined, init)];
}

/** The variables of a target. */
export function bindingsOf(target: ir.Expression): readonly Binding[] {
  switch (target.kind) {
    case "Variable":
      return [target.binding];
    case "TupleLiteral":
      return target.elements.flatMap(bindingsOf);
    case "Spread":
      return bindingsOf(target.operand);
    default:
      return [];
  }
}

/** Where Go needs loops within loops for one of Python's, leaving it is leaving the outermost. */
function withLabel(node: ir.ForEach, context: GoLowerContext): ir.ForEach {
  const { iterable } = node;
  const isNested =
    (iterable.kind === "Comprehension" && iterable.clauses.length > 1) ||
    (iterable.kind === "Itertool" && ["product", "combinations", "chain"].includes(iterable.tool));
  if (!isNested || node.label !== undefined || breaksOf(node.body).length === 0) return node;
  const label = context.fresh("outer");
  const body = replaceBreaks(node.body, (statement) => [{ ...statement, label }]);
  return { ...node, label, body };
}

/** A channel, or an asynchronous generator: an iterator function that waits between its values, as every Go function may. */
function isWaitedFor(iterable: ir.Expression): boolean {
  return iterable.type.kind === "channel" || iterable.type.kind === "iterator";
}

/** A `for` statement over an iterable. */
export function lowerForEach(loop: ir.ForEach, context: GoLowerContext): readonly go.Stmt[] {
  const node = withLabel(loop, context);
  if (node.orElse.length > 0)
    throw new Untranslatable("loop-else", "`else` behind a loop is not translated here; Go programs set a flag.");
  if (node.isAsync && !isWaitedFor(node.iterable))
    throw new Untranslatable(
      "async-for",
      "`async for` is only translated over channels; Go programs range over a channel.",
    );
  const statements = iterate(
    {
      target: node.target,
      iterable: node.iterable,
      declares: node.declares,
      body: () => context.statements(node.body),
      statements: node.body,
      node,
      isOrderObserved: isOrderObserved(node.body, node.target),
    },
    context,
  );
  const last = statements.length - 1;
  return statements.map((statement, position) => {
    if (position !== last) return statement;
    const isLoop = statement.kind === "RangeStmt" || statement.kind === "ForStmt";
    return labelled(
      isLoop && node.inner ? { ...statement, body: { ...statement.body, inner: node.inner } } : statement,
      node.label,
    );
  });
}
