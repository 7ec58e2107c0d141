import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import { typeKey } from "../types/relations.ts";
import type { FunctionType, Type, TypeSymbol } from "../types/type.ts";
import { underlying } from "./lift/go-operators.ts";
import type { Callee } from "./raises.ts";

/*
 * Functions of Go that are values, in Python: whoever calls one must know whether to await it. So all functions that may stand in one variable are
 * coroutines as soon as one of them waits. Those are the functions of one type; type parameters stand for every type.
 */

/** A function that is used as a value: one of the program, or a literal. */
export interface FunctionUse {
  readonly type: FunctionType;
  readonly value: Callee | ir.Closure;
}

/** The function type of a value that can be called, defined types included. */
export function callableType(type: Type): FunctionType | undefined {
  const shape = underlying(type);
  if (shape.kind === "function") return shape;
  return shape.kind === "optional" ? callableType(shape.inner) : undefined;
}

/** The same, but for the types that a library gives its own functions, such as `context.CancelFunc`: those do not wait. */
export function waitingType(type: Type): FunctionType | undefined {
  return type.kind === "named" && type.symbol.module !== "" ? undefined : callableType(type);
}

/** Whether a function of the one type may stand where the other is asked for. */
export function mayMeet(left: FunctionType, right: FunctionType): boolean {
  if (left === right) return true;
  return (
    left.parameters.length === right.parameters.length &&
    left.parameters.every((parameter, position) => mayBeOne(parameter.type, right.parameters[position]!.type)) &&
    mayBeOne(left.result, right.result)
  );
}

function mayBeOne(left: Type, right: Type): boolean {
  if (left.kind === "parameter" || right.kind === "parameter") return true;
  if (left.kind === "tuple" && right.kind === "tuple")
    return (
      left.elements.length === right.elements.length &&
      left.elements.every((element, position) => mayBeOne(element, right.elements[position]!))
    );
  if (left.kind !== right.kind) return false;
  return typeKey(left) === typeKey(right) || mentionsParameter(left) || mentionsParameter(right);
}

function mentionsParameter(type: Type): boolean {
  switch (type.kind) {
    case "parameter":
      return true;
    case "list":
    case "array":
    case "set":
    case "channel":
    case "iterator":
      return mentionsParameter(type.element);
    case "dict":
      return mentionsParameter(type.key) || mentionsParameter(type.value);
    case "pointer":
      return mentionsParameter(type.target);
    case "optional":
      return mentionsParameter(type.inner);
    case "tuple":
      return type.elements.some(mentionsParameter);
    case "named":
      return type.arguments.some(mentionsParameter);
    case "function":
      return type.parameters.some((parameter) => mentionsParameter(parameter.type)) || mentionsParameter(type.result);
    default:
      return false;
  }
}

/** The type whose method a value is: `server.handle`, by a pointer or not. */
export function methodOwner(node: ir.Expression): TypeSymbol | undefined {
  if (node.kind !== "Field" || node.member !== "method") return undefined;
  const { type } = node.object;
  const named = type.kind === "pointer" ? type.target : type;
  return named.kind === "named" ? named.symbol : undefined;
}

/** What calls the functions that it is given itself, without awaiting them. */
const callers: ReadonlySet<ir.Kind> = new Set([
  "LibraryCall",
  "UnknownCall",
  "ExternalName",
  "Synchronize",
  "ListSort",
  "Sorted",
]);

/**
 * The functions that declarations use as values: not those that are called or started where they stand, nor literals that stay in one variable
 * (`closures`) and are only called, nor what only a library calls.
 */
export function functionUses(
  declarations: readonly ir.Node[],
  closures: ReadonlyMap<Binding, ir.Closure>,
): readonly FunctionUse[] {
  const found: FunctionUse[] = [];
  const kept = new Set(closures.values());
  const note = (node: ir.Expression): void => {
    const type = waitingType(node.type);
    if (!type) return;
    if (node.kind === "Closure" && !kept.has(node)) found.push({ type, value: node });
    if (node.kind === "Variable") {
      const closure = closures.get(node.binding);
      if (closure) found.push({ type, value: closure });
      else if (node.binding.kind === "function") found.push({ type, value: { kind: "function", id: node.binding.id } });
    }
    const symbol = methodOwner(node);
    if (node.kind === "Field" && symbol) found.push({ type, value: { kind: "method", symbol, name: node.name } });
  };
  const visit = (node: ir.Node): void => {
    const callee = node.kind === "Call" ? node.callee : undefined;
    const stored = node.kind === "Assign" ? node.targets : [];
    forEachChild(node, (child) => {
      const isPlace = (stored as readonly ir.Node[]).includes(child);
      const isCaller = callers.has(node.kind) && !(node.kind === "Synchronize" && node.form === "once");
      if (child !== callee && !isPlace && !isCaller && child.sort === "expression") note(child);
      visit(child);
    });
  };
  declarations.forEach(visit);
  return found;
}
