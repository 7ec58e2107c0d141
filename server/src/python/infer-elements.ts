import { bigIntType, characterType, listOf, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { callMethod } from "./infer-method-calls.ts";
import type { Inference } from "./infer-context.ts";
import { isVariable } from "./infer-solver.ts";
import type { Expression, PythonNode, Subscript } from "./tree.ts";

/** What iterating over a value gives. Of an unknown value it is noted that it can be iterated over. */
export function elementOf(inference: Inference, type: Type, node: PythonNode): Type {
  const head = inference.head(type);
  switch (head.kind) {
    case "list":
    case "set":
    case "iterator":
    case "array":
    case "channel":
      return head.element;
    case "any":
      return head;
    case "dict":
      return head.key;
    case "string":
      return characterType;
    case "bytes":
      return bigIntType;
    case "tuple":
      return joinAll(inference, [...head.elements, ...(head.rest ? [head.rest] : [])]);
    case "union":
      return joinAll(
        inference,
        head.members.map((member) => elementOf(inference, member, node)),
      );
    case "class":
      return inference.env.classOfType(head.instance)?.form === "enum" ? head.instance : unknownType;
    case "named": {
      const iterator =
        callMethod(inference, head, "__iter__", [], node) ?? callMethod(inference, head, "__aiter__", [], node);
      if (iterator === undefined) return callMethod(inference, head, "__getitem__", [bigIntType], node) ?? unknownType;
      const made = inference.head(iterator);
      if (made.kind === "named")
        return awaited(
          inference,
          callMethod(inference, made, "__next__", [], node) ??
            callMethod(inference, made, "__anext__", [], node) ??
            unknownType,
        );
      return made.kind === "unknown" || isVariable(made) ? unknownType : elementOf(inference, made, node);
    }
    default:
      break;
  }
  if (!isVariable(head)) return unknownType;
  const cell = inference.cell(node, "element");
  inference.solver.hint(head, listOf(cell), 1);
  return cell;
}

function awaited(inference: Inference, type: Type): Type {
  const head = inference.solver.shallow(type);
  return head.kind === "awaitable" ? head.result : type;
}

export function joinAll(inference: Inference, types: readonly Type[]): Type {
  return types.reduce((left, right) => inference.solver.merge(left, right), unknownType);
}

/** The value of `value[index]`, where `index` is no slice. */
export function itemOf(inference: Inference, node: Subscript, value: Type, index: Type): Type {
  const head = inference.head(value);
  switch (head.kind) {
    case "any":
      return head;
    case "list":
    case "array":
      inference.solver.hint(index, bigIntType, 3);
      return head.element;
    case "string":
      inference.solver.hint(index, bigIntType, 3);
      return characterType;
    case "bytes":
      return bigIntType;
    case "iterator":
      return head.source === "range" ? bigIntType : unknownType;
    case "dict":
      if (head.variant === "defaultdict") inference.solver.flow(index, head.key);
      else {
        inference.solver.hint(head.key, index, 2);
        inference.solver.hint(index, head.key, 2);
      }
      return head.value;
    case "tuple":
      return tupleItem(inference, head, node.slice);
    case "named":
      return callMethod(inference, head, "__getitem__", [index], node) ?? unknownType;
    case "union":
      return joinAll(
        inference,
        head.members.map((member) => itemOf(inference, node, member, index)),
      );
    case "class":
      return inference.env.classOfType(head.instance)?.form === "enum" ? head.instance : unknownType;
    default:
      return isVariable(head) ? hintItem(inference, node, head, index) : unknownType;
  }
}

function hintItem(inference: Inference, node: Subscript, head: Type, index: Type): Type {
  const cell = inference.cell(node, "item");
  const key = inference.solver.shallow(index);
  if (key.kind === "int") inference.solver.hint(head, listOf(cell), 1);
  else if (key.kind === "string" || key.kind === "tuple")
    inference.solver.hint(head, { kind: "dict", key, value: cell }, 2);
  return cell;
}

function tupleItem(inference: Inference, tuple: Extract<Type, { kind: "tuple" }>, slice: Expression): Type {
  const index = constantIndex(slice);
  if (index !== undefined && tuple.rest === undefined) return tuple.elements.at(index) ?? unknownType;
  if (index !== undefined && index >= 0 && index < tuple.elements.length) return tuple.elements[index]!;
  return joinAll(inference, [...tuple.elements, ...(tuple.rest ? [tuple.rest] : [])]);
}

/** The value of an integer literal, with its sign; undefined for anything else. */
export function constantIndex(node: Expression | undefined): number | undefined {
  if (node?.kind === "Constant" && node.value.type === "int") return Number(node.value.value);
  if (node?.kind === "UnaryOp" && node.op === "USub") {
    const inner = constantIndex(node.operand);
    return inner === undefined ? undefined : -inner;
  }
  return undefined;
}

/** The value of `value[lower:upper:step]`: a new container. */
export function sliceOf(inference: Inference, node: Subscript, value: Type): Type {
  const head = inference.head(value);
  switch (head.kind) {
    case "string":
      return { kind: "string" };
    case "list":
      return inference.open(listOf(head.element), node, "slice");
    case "tuple": {
      if (node.slice.kind !== "Slice" || head.rest !== undefined || node.slice.step !== undefined)
        return {
          kind: "tuple",
          elements: [],
          rest: joinAll(inference, [...head.elements, ...(head.rest ? [head.rest] : [])]),
        };
      const [lower, upper] = [constantIndex(node.slice.lower), constantIndex(node.slice.upper)];
      if ((node.slice.lower && lower === undefined) || (node.slice.upper && upper === undefined))
        return { kind: "tuple", elements: [], rest: joinAll(inference, head.elements) };
      return { kind: "tuple", elements: head.elements.slice(lower ?? 0, upper) };
    }
    case "named":
      return (
        callMethod(inference, head, "__getitem__", [inference.types.get(node.slice) ?? unknownType], node) ??
        unknownType
      );
    default:
      if (!isVariable(head)) return head.kind === "bytes" || head.kind === "iterator" ? head : unknownType;
      inference.solver.hint(head, listOf(inference.cell(node, "item")), 1);
      return head;
  }
}
