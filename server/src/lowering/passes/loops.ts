import { assign, boolean, breakStatement, ifStatement, tuple, variable } from "../../ir/build.ts";
import { breaksOf, replaceBreaks, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walkAll } from "../../ir/walk.ts";
import { boolType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import { iteratedType } from "../../types/members.ts";
import { join, sameType } from "../../types/relations.ts";
import type { Type } from "../../types/type.ts";
import { coerce } from "../coerce.ts";
import type { Pass } from "./pass.ts";

/*
 * Makes Python's loops ones that Go has: `else` becomes a flag, and targets that Go cannot assign in a loop's head are assigned at the head of the
 * body. Runs before the declarations are placed, since it makes variables.
 */

export const loopsPass: Pass = {
  name: "loops",
  reason: "Go has no `else` of loops, and assigns only variables in a loop's head.",
  from: "python",
  to: "go",
  run: (declarations, context) =>
    declarations.map((declaration) => plainLoops(declaration, (name, type) => context.temporary(name, type))),
};

/** The declaration with all loops inside it made plain. */
function plainLoops<D extends ir.Declaration>(declaration: D, fresh: (name: string, type: Type) => Binding): D {
  const visit = (node: ir.Node): ir.Node | readonly ir.Node[] => {
    const inner = mapChildren(node, visit);
    if (inner.kind === "ForEach") return withoutElse(plainTarget(inner, fresh), fresh);
    if (inner.kind === "While") return withoutElse(inner, fresh);
    return inner;
  };
  return mapChildren(declaration, visit);
}

function withoutElse(
  loop: ir.ForEach | ir.While,
  fresh: (name: string, type: Type) => Binding,
): readonly ir.Statement[] {
  if (loop.orElse.length === 0) return [loop];
  const plain = { ...loop, orElse: [] };
  if (breaksOf(loop.body).length === 0) return [plain, ...loop.orElse];
  const completed = fresh("completed", boolType);
  const body = replaceBreaks(loop.body, (statement) => [
    { ...assign(variable(completed), boolean(false)), origin: statement.origin },
    { ...breakStatement(), origin: statement.origin },
  ]);
  const { leading, blankBefore, ...bare } = { ...plain, body };
  return [
    {
      ...assign(variable(completed), boolean(true)),
      ...(leading ? { leading } : {}),
      ...(blankBefore ? { blankBefore } : {}),
      origin: loop.origin,
    },
    { ...bare, origin: loop.origin },
    { ...ifStatement(variable(completed), loop.orElse), origin: loop.origin },
  ];
}

/** The type of the elements that iterating over a value of this type gives. */
export function elementType(type: Type): Type {
  switch (type.kind) {
    case "list":
    case "set":
    case "array":
    case "iterator":
    case "channel":
      return type.element;
    case "dict":
      return type.key;
    case "string":
      return { kind: "string", character: true };
    case "bytes":
      return { kind: "int", size: "unbounded", signed: true };
    case "tuple":
      return [...type.elements, ...(type.rest ? [type.rest] : [])].reduce(join, { kind: "unknown" } as Type);
    case "class":
      return type.instance.kind === "named" && type.instance.symbol.enumeration ? type.instance : { kind: "unknown" };
    case "named":
      return iteratedType(type) ?? { kind: "unknown" };
    default:
      return { kind: "unknown" };
  }
}

/** Forms whose elements Go's `range` gives as two variables. */
const pairs: ReadonlySet<string> = new Set(["enumerate", "entries", "runes"]);

function plainTarget(loop: ir.ForEach, fresh: (name: string, type: Type) => Binding): ir.ForEach {
  const { iterable, target } = loop;
  const element = elementType(iterable.type);
  if (
    iterable.kind === "Iterate" &&
    (pairs.has(iterable.form) || iterable.form === "zip") &&
    target.kind === "TupleLiteral"
  ) {
    const types = element.kind === "tuple" ? element.elements : [];
    if (target.elements.length === iterableWidth(iterable)) return plainParts(loop, target, types, fresh);
  }
  if (iterable.kind === "Itertool" && target.kind === "TupleLiteral" && element.kind === "tuple")
    if (element.rest === undefined && target.elements.length === element.elements.length && isFlat(target))
      return plainParts(loop, target, element.elements, fresh);
  const name = iterable.kind === "Range" ? "index" : target.kind === "TupleLiteral" ? "item" : "value";
  return plainPart(loop, target, element, name, fresh);
}

function isFlat(target: ir.TupleLiteral): boolean {
  return !target.elements.some((part) => part.kind === "Spread");
}

function iterableWidth(iterable: ir.Iterate): number {
  return iterable.form === "zip" ? iterable.operands.length : 2;
}

/** Each element of the target must be a plain variable of its own type. */
function plainParts(
  loop: ir.ForEach,
  target: ir.TupleLiteral,
  types: readonly Type[],
  fresh: (name: string, type: Type) => Binding,
): ir.ForEach {
  const head: ir.Statement[] = [];
  const elements = target.elements.map((part, position) => {
    const type = types[position] ?? part.type;
    if (isPlain(part, type, loop)) return part;
    const binding = fresh(part.kind === "TupleLiteral" ? "item" : "value", type);
    head.push({ ...assign(part, coerce(variable(binding), part.type)), origin: loop.origin });
    return variable(binding);
  });
  return head.length === 0 ? loop : { ...loop, target: tuple(elements), body: [...head, ...loop.body] };
}

function plainPart(
  loop: ir.ForEach,
  target: ir.Expression,
  type: Type,
  name: string,
  fresh: (name: string, type: Type) => Binding,
): ir.ForEach {
  if (isPlain(target, type, loop)) return loop;
  const binding = fresh(name, type);
  const head: ir.Statement = { ...assign(target, coerce(variable(binding), target.type)), origin: loop.origin };
  return { ...loop, target: variable(binding), body: [head, ...loop.body] };
}

function isPlain(target: ir.Expression, type: Type, loop: ir.ForEach): boolean {
  if (target.kind !== "Variable") return false;
  if (isCounted(loop) && isAssigned(loop.body, target.binding)) return false;
  const { binding } = target;
  return type.kind === "unknown" || binding.type.kind === "unknown" || sameType(binding.type, type);
}

/** Loops over numbers whose variable Go counts up itself: assigning to it in the body would change the count. */
function isCounted(loop: ir.ForEach): boolean {
  const { iterable } = loop;
  return (
    iterable.kind === "Range" ||
    (iterable.kind === "Iterate" && iterable.operands.some((operand) => operand.kind === "Range"))
  );
}

function isAssigned(body: Body, binding: Binding): boolean {
  let found = false;
  const check = (target: ir.Expression): void => {
    if (target.kind === "Variable") found ||= target.binding === binding;
    else if (target.kind === "TupleLiteral") target.elements.forEach(check);
    else if (target.kind === "Spread") check(target.operand);
  };
  walkAll(body, (node) => {
    if (node.kind === "Assign") node.targets.forEach(check);
    else if (node.kind === "Update" || node.kind === "ForEach" || node.kind === "AssignmentExpression")
      check(node.target);
  });
  return found;
}
