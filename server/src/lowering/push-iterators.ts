import type * as ir from "../ir/node.ts";
import { iteratorOf } from "../types/build.ts";
import type { FunctionType, IteratorType, Type } from "../types/type.ts";
import { callableType } from "./waiting-values.ts";

/*
 * Iterators of Go: functions that hand their values to a function called `yield`, which says whether to go on. They are generators in Python. That name is
 * what tells them from functions that call back.
 */

/** The position of a function's `yield`; -1 for functions that are no iterators. */
export function yieldPosition(type: FunctionType): number {
  const { kind } = type.result;
  if (kind !== "none" && kind !== "bool") return -1;
  return type.parameters.findIndex((parameter) => parameter.name === "yield" && isYield(parameter.type));
}

/** The same of a declaration or a literal. */
export function yieldParameter(node: ir.Function | ir.Closure): ir.Parameter | undefined {
  const { kind } = node.result;
  if (kind !== "none" && kind !== "bool") return undefined;
  return node.parameters.find(({ binding, type }) => binding.name === "yield" && isYield(type));
}

function isYield(type: Type): boolean {
  const shape = callableType(type);
  return shape !== undefined && shape.result.kind === "bool" && shape.parameters.length <= 2;
}

/** The type of a function that is an iterator, for what is gone through: `iter.Seq[V]`, or the function type itself. */
export function pushed(type: Type): FunctionType | undefined {
  const shape = callableType(type);
  const [only, ...others] = shape?.parameters ?? [];
  if (!shape || !only || others.length > 0 || shape.result.kind !== "none" || !isYield(only.type)) return undefined;
  return only.name === "yield" || isSequence(type) ? shape : undefined;
}

/** `iter.Seq` and `iter.Seq2`. */
export function isSequence(type: Type): boolean {
  return type.kind === "named" && type.symbol.module === "iter";
}

/** What a generator gives that calls this `yield`. */
export function generated(yielded: Type): IteratorType {
  const parameters = callableType(yielded)?.parameters ?? [];
  const [first, second] = parameters;
  if (first === undefined) return iteratorOf({ kind: "none" }, "generator");
  return second === undefined
    ? iteratorOf(first.type, "generator")
    : iteratorOf({ kind: "tuple", elements: [first.type, second.type] }, "generator");
}
