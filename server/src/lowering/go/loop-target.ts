import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import * as build from "./syntax.ts";
import { tupleElement } from "./tuples.ts";
import { store } from "./unpack.ts";

/*
 * How the head of a Go loop and the first statements of its body give the elements to the targets of a loop.
 */

/** A loop to be made. */
export interface LoopRequest {
  /** A variable, or a tuple of targets. */
  readonly target: ir.Expression;
  readonly iterable: ir.Expression;
  /** The variables that begin in the loop; others are assigned. */
  readonly declares: readonly Binding[];
  /** Makes the statements of the body. */
  readonly body: () => readonly go.Stmt[];
  /** The body as IR where there is one: what it assigns decides whether bounds must be kept. */
  readonly statements: readonly ir.Statement[];
  /** The node that reports belong to. */
  readonly node: ir.Node;
  /** Whether the order of the elements can be observed. */
  readonly isOrderObserved: boolean;
}

/** A name for what `range` gives, and what the body does first to store it in the target. */
export interface Place {
  readonly name: string | undefined;
  readonly head: (made: go.Expr | undefined) => readonly go.Stmt[];
  readonly isAssigned: boolean;
  /** The same with a new variable in the head, for a loop whose other variable begins there. */
  readonly renamed?: () => Place;
}

/** In a comprehension; the variables of statements were looked at before. */
function isNeverRead(binding: Binding, request: LoopRequest): boolean {
  return request.statements.length === 0 && binding.reads === 0 && request.declares.includes(binding);
}

/** The target as a variable of the loop's head where it is one, else a new variable that the body takes apart. `hint` names it. */
export function place(
  target: ir.Expression,
  type: Type,
  hint: string,
  request: LoopRequest,
  context: GoLowerContext,
): Place {
  if (target.kind === "Variable") {
    if (target.binding.name === "_" || isNeverRead(target.binding, request))
      return { name: undefined, head: () => [], isAssigned: false };
    const name = context.name(target.binding);
    if (request.declares.includes(target.binding)) return { name, head: () => [], isAssigned: false };
    const renamed = (): Place => {
      const own = context.fresh(hint);
      return { name: own, head: () => [build.assign(build.ident(name), build.ident(own))], isAssigned: false };
    };
    return { name, head: () => [], isAssigned: true, renamed };
  }
  const name = context.fresh(hint);
  return { name, head: () => storeRead(target, build.ident(name), type, request, context), isAssigned: false };
}

/** The same for a value that must be converted before it is stored: the head of the loop has `raw`, the body begins with the conversion. */
export function converted(
  target: ir.Expression,
  type: Type,
  raw: string,
  convert: (raw: go.Expr) => go.Expr,
  request: LoopRequest,
  context: GoLowerContext,
): Place {
  if (target.kind === "Variable" && (target.binding.name === "_" || isNeverRead(target.binding, request))) {
    return { name: undefined, head: () => [], isAssigned: false };
  }
  const name = context.fresh(raw);
  return { name, head: () => storeRead(target, convert(build.ident(name)), type, request, context), isAssigned: false };
}

/** `for key, value := range x`, with `=` where a variable is to outlive the loop. */
export function rangeLoop(
  key: Place | undefined,
  value: Place | undefined,
  x: go.Expr,
  request: LoopRequest,
): readonly go.Stmt[] {
  const begins = [key, value].some((one) => one?.name !== undefined && !one.isAssigned);
  const assigned = [key, value].some((one) => one?.isAssigned === true);
  if (begins && assigned) return rangeLoop(ownVariable(key), ownVariable(value), x, request);
  const head = [...(key?.head(undefined) ?? []), ...(value?.head(undefined) ?? [])];
  const loop = build.range(key?.name, value?.name, x, [...head, ...request.body()]);
  const isAssigned = key?.isAssigned === true || value?.isAssigned === true;
  return [isAssigned && loop.tok !== undefined ? { ...loop, tok: "=" } : loop];
}

function ownVariable(one: Place | undefined): Place | undefined {
  return one?.isAssigned === true && one.renamed ? one.renamed() : one;
}

/** The parts of a target that takes apart exactly so many values; undefined for any other target. */
export function partsOf(target: ir.Expression, count: number): readonly ir.Expression[] | undefined {
  return target.kind === "TupleLiteral" &&
    target.elements.length === count &&
    !target.elements.some((part) => part.kind === "Spread")
    ? target.elements
    : undefined;
}

/** Whether nobody reads what the target would be given. */
export function isUnread(target: ir.Expression, request: LoopRequest): boolean {
  return target.kind === "Variable" && (target.binding.name === "_" || isNeverRead(target.binding, request));
}

/** Stores a value in the target, or its parts in those of the target that somebody reads. */
export function storeRead(
  target: ir.Expression,
  value: go.Expr,
  type: Type,
  request: LoopRequest,
  context: GoLowerContext,
): readonly go.Stmt[] {
  const isPlain =
    target.kind === "TupleLiteral" &&
    type.kind === "tuple" &&
    type.rest === undefined &&
    type.elements.length === target.elements.length &&
    !target.elements.some((part) => part.kind === "Spread");
  if (!isPlain || !target.elements.some((part) => isUnread(part, request)))
    return store(target, value, type, request.declares, context);
  const whole = value.kind === "Ident" ? value : context.temporary("parts", value);
  return target.elements.flatMap((part, position) =>
    isUnread(part, request)
      ? []
      : storeRead(part, tupleElement(type, whole, position), type.elements[position]!, request, context),
  );
}
