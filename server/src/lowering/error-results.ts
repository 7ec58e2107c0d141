import { mapBodies, type Body } from "../ir/blocks.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import { noneType, tupleOf } from "../types/build.ts";
import type { Type } from "../types/type.ts";

/*
 * Functions of Go whose last result is an `error`, seen from Python: which of them may raise instead. A function qualifies when its other results mean
 * nothing where there is an error, and when all of its calls stand where the exception can be caught.
 */

/** Whether the type is Go's `error`. */
export function isErrorType(type: Type): boolean {
  return type.kind === "named" && type.symbol.name === "error" && type.symbol.module === "universe";
}

/** The result without its error; undefined where it has none. */
export function withoutError(type: Type): Type | undefined {
  if (isErrorType(type)) return noneType;
  if (type.kind !== "tuple" || type.elements.length < 2 || !isErrorType(type.elements.at(-1)!)) return undefined;
  const rest = type.elements.slice(0, -1);
  return rest.length === 1 ? rest[0]! : tupleOf(rest);
}

/** What one function tells about its error result. */
export interface ErrorSummary {
  /** Its own returns allow that it raises. */
  readonly mayRaise: boolean;
  /** Calls whose results it hands on as they are: by the id of the function, or the name of the method. */
  readonly handsOn: readonly string[];
}

/** How functions are used in the program other than by calls that can be adapted: ids of functions, names of methods. */
export type FixedUses = ReadonlySet<string>;

const keptMethods: ReadonlySet<string> = new Set([
  "Unwrap",
  "Is",
  "As",
  "Read",
  "Write",
  "Close",
  "Err",
  "MarshalJSON",
  "UnmarshalJSON",
  "Scan",
  "Set",
  "Cause",
]);

export function errorSummary(node: ir.Function): ErrorSummary | undefined {
  if (withoutError(node.result) === undefined) return undefined;
  if (node.symbol !== undefined && keptMethods.has(node.name)) return { mayRaise: false, handsOn: [] };
  const returns = returnsOf(node.body);
  const handsOn: string[] = [];
  let mayRaise = (node.results ?? []).length === 0;
  let succeeds = node.body.length === 0;
  for (const { value } of returns) {
    if (value === undefined) mayRaise = false;
    else if (value.kind === "TupleLiteral") {
      const error = value.elements.at(-1)!;
      if (error.kind === "NoneLiteral") succeeds = true;
      else if (!value.elements.slice(0, -1).every(isZero)) mayRaise = false;
      if (error.kind === "Variable" && error.binding.kind !== "global") succeeds = true;
    } else if (value.type.kind === "tuple") {
      succeeds = true;
      const name = calleeName(value);
      if (name !== undefined) handsOn.push(name);
      else if (value.kind !== "LibraryCall") mayRaise = false;
    } else if (
      value.kind === "NoneLiteral" ||
      value.kind === "Variable" ||
      value.kind === "Call" ||
      value.kind === "MethodCall" ||
      value.kind === "LibraryCall"
    )
      succeeds = true;
  }
  return { mayRaise: mayRaise && succeeds, handsOn };
}

/** The returns of the function itself. */
export function returnsOf(body: Body): readonly ir.Return[] {
  return body.flatMap((statement): readonly ir.Return[] => {
    if (statement.kind === "Return") return [statement];
    const inner: ir.Return[] = [];
    mapBodies(statement, (list) => (inner.push(...returnsOf(list)), list));
    return inner;
  });
}

/** Whether the value is what Go gives where there is nothing. */
export function isZero(node: ir.Expression): boolean {
  switch (node.kind) {
    case "IntegerLiteral":
      return node.value === 0n;
    case "FloatLiteral":
      return node.value === 0;
    case "StringLiteral":
      return node.value === "";
    case "BooleanLiteral":
      return !node.value;
    case "NoneLiteral":
    case "ZeroValue":
      return true;
    case "RecordLiteral":
      return node.fields.length === 0;
    case "Cast":
      return isZero(node.operand);
    default:
      return false;
  }
}

/** The function or method that a call calls: the id of its binding, or the method's name. */
export function calleeName(node: ir.Expression): string | undefined {
  if (node.kind === "Call" && node.callee.kind === "Variable" && node.callee.binding.kind === "function")
    return node.callee.binding.id;
  return node.kind === "MethodCall" ? `method ${node.method}` : undefined;
}

/** Uses of functions in the nodes that keep them as they are: as values, or called where no exception could be caught. */
export function fixedUses(nodes: readonly ir.Node[]): FixedUses {
  const fixed = new Set<string>();
  const visit = (node: ir.Node, isAdaptable: boolean): void => {
    const name = node.sort === "expression" ? calleeName(node) : undefined;
    if (name !== undefined) {
      if (!isAdaptable) fixed.add(name);
      if (node.kind === "Call") {
        node.arguments.forEach((argument) => visit(argument.value, false));
        return;
      }
    }
    if (node.kind === "Variable" && node.binding.kind === "function") fixed.add(node.binding.id);
    if (node.kind === "Field" && node.member === "method") fixed.add(`method ${node.name}`);
    const whole =
      node.kind === "Assign" || node.kind === "Return"
        ? node.value
        : node.kind === "ExpressionStatement"
          ? node.expression
          : undefined;
    forEachChild(node, (child) => visit(child, child === whole));
  };
  nodes.forEach((node) => visit(node, false));
  return fixed;
}
