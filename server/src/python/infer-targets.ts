import { listOf, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { dictOf } from "../types/build.ts";
import { attributeOfType } from "./infer-attributes.ts";
import type { Inference } from "./infer-context.ts";
import { elementOf, joinAll } from "./infer-elements.ts";
import { inferExpression } from "./infer-expressions.ts";
import { callMethod } from "./infer-method-calls.ts";
import { findField } from "./infer-methods.ts";
import { teach } from "./infer-signatures.ts";
import { isVariable } from "./infer-solver.ts";
import type { Expression, Name } from "./tree.ts";

/** A value of this type is assigned to a target: the places there learn it. */
export function assignTo(inference: Inference, target: Expression, value: Type): void {
  switch (target.kind) {
    case "Name":
      assignName(inference, target, value);
      return;
    case "Tuple":
    case "List":
      unpack(inference, target.elts, value, target);
      inference.record(target, value);
      return;
    case "Starred":
      assignTo(inference, target.value, value);
      inference.record(target, value);
      return;
    case "Attribute":
      assignAttribute(inference, target, value);
      return;
    case "Subscript":
      assignItem(inference, target, value);
      return;
    default:
  }
}

function assignName(inference: Inference, target: Name, value: Type): void {
  const place = inference.place(target);
  if (!place) {
    inference.record(target, value);
    return;
  }
  give(inference, place.term, value);
  inference.record(target, place.term);
  inference.forget(place.key);
  narrowTo(inference, place.key, place.term, value);
}

/** Lets a place take a value; a declared place takes it as it is declared. */
export function give(inference: Inference, term: Type, value: Type): void {
  if (isVariable(term)) inference.solver.flow(value, term);
  else teach(inference, value, term);
}

/** Where a place can hold several kinds of value, it now holds the kind assigned. */
function narrowTo(inference: Inference, key: string, term: Type, value: Type): void {
  const held = inference.solver.shallow(term);
  const given = inference.solver.shallow(value);
  if (
    (held.kind !== "optional" && held.kind !== "union" && held.kind !== "any") ||
    given.kind === "optional" ||
    given.kind === "union" ||
    given.kind === "any"
  )
    return;
  if (isVariable(given) || given.kind === "unknown") return;
  if (held.kind === "optional" && given.kind !== "none")
    inference.narrowings?.set(
      key,
      inference.solver.shallow(held.inner).kind === given.kind
        ? held.inner
        : inference.solver.shallow(held.inner).kind === "any"
          ? given
          : held.inner,
    );
  else inference.narrowings?.set(key, given);
}

function unpack(inference: Inference, targets: readonly Expression[], value: Type, node: Expression): void {
  const head = inference.head(value);
  const star = targets.findIndex((target) => target.kind === "Starred");
  if (head.kind === "tuple" && head.rest === undefined) {
    targets.forEach((target, i) => {
      if (star < 0 || i < star) assignTo(inference, target, head.elements[i] ?? unknownType);
      else if (i > star)
        assignTo(inference, target, head.elements[head.elements.length - (targets.length - i)] ?? unknownType);
      else {
        const cell = inference.cell(target, "star");
        inference.solver.flow(
          joinAll(inference, head.elements.slice(star, head.elements.length - (targets.length - 1 - star))),
          cell,
        );
        assignTo(inference, target, listOf(cell));
      }
    });
    return;
  }
  if (isVariable(head) && star < 0) {
    // Unpacking tells how many there are, which a tuple has and a list may.
    const cells = targets.map((_, i) => inference.cell(node, `part ${i}`));
    inference.solver.hint(head, { kind: "tuple", elements: cells }, 2);
    targets.forEach((target, i) => assignTo(inference, target, cells[i]!));
    return;
  }
  const element = elementOf(inference, head, node);
  for (const target of targets) {
    if (target.kind !== "Starred") {
      assignTo(inference, target, element);
      continue;
    }
    const cell = inference.cell(target, "star");
    inference.solver.flow(element, cell);
    assignTo(inference, target, listOf(cell));
  }
}

function assignAttribute(inference: Inference, target: Extract<Expression, { kind: "Attribute" }>, value: Type): void {
  const owner = inferExpression(inference, target.value);
  const key = inference.narrowKey(target);
  if (key !== undefined) inference.forget(key);
  const term = attributeOfType(inference, target, owner);
  inference.record(target, term);
  give(inference, term, value);
  const info = inference.env.classOfType(inference.head(owner));
  const field = info && findField(info, target.attr);
  if (field) inference.note(field.slot, value);
  if (key !== undefined) narrowTo(inference, key, term, value);
}

function assignItem(inference: Inference, target: Extract<Expression, { kind: "Subscript" }>, value: Type): void {
  const owner = inference.head(inferExpression(inference, target.value));
  const index = inferExpression(inference, target.slice);
  const key = inference.narrowKey(target);
  if (key !== undefined) inference.forget(key);
  if (target.slice.kind === "Slice") {
    if (owner.kind === "list") give(inference, owner.element, elementOf(inference, value, target));
    inference.record(target, value);
    return;
  }
  switch (owner.kind) {
    case "list":
      give(inference, owner.element, value);
      inference.record(target, owner.element);
      return;
    case "dict":
      give(inference, owner.key, index);
      give(inference, owner.value, value);
      inference.record(target, owner.value);
      return;
    case "named":
      callMethod(inference, owner, "__setitem__", [index, value], target);
      inference.record(target, value);
      return;
    default:
  }
  inference.record(target, value);
  if (!isVariable(owner)) return;
  const cell = inference.cell(target, "item");
  inference.solver.hint(cell, value, 2);
  if (inference.solver.shallow(index).kind === "int") inference.solver.hint(owner, listOf(cell), 2);
  else inference.solver.hint(owner, dictOf(index, cell), 2);
}
