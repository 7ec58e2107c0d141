import { anyType } from "../types/build.ts";
import { sameType } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { Inference } from "./infer-context.ts";
import { instancesOf } from "./infer-narrowing.ts";
import { isVariable } from "./infer-solver.ts";
import type { Expression } from "./tree.ts";
import { walk } from "./walk.ts";

/** Kinds of values that have no kinds below them, so that a value of known type is one of these or is not. */
const settledKinds: ReadonlySet<Type["kind"]> = new Set([
  "list",
  "dict",
  "set",
  "string",
  "tuple",
  "int",
  "float",
  "iterator",
  "function",
]);

/**
 * What a condition that asks for types gives, as far as evidence goes: it always holds, it never does, or nothing is known of the value yet. Undefined
 * where it depends.
 */
export function typeTestOutcome(inference: Inference, test: Expression): boolean | "open" | undefined {
  if (test.kind === "UnaryOp" && test.op === "Not") {
    const inner = typeTestOutcome(inference, test.operand);
    return typeof inner === "boolean" ? !inner : inner;
  }
  if (test.kind === "BoolOp") {
    const deciding = test.op === "Or";
    const [first, ...others] = test.values.map((value) => typeTestOutcome(inference, value));
    if (first === deciding || first === "open") return first;
    return others.every((one) => one === !deciding) && first === !deciding ? first : undefined;
  }
  if (test.kind !== "Call" || test.func.kind !== "Name" || test.func.id !== "isinstance") return undefined;
  const [subject, classes] = test.args;
  const type = subject && inference.types.get(subject);
  if (!type || !classes) return undefined;
  const head = inference.solver.shallow(type);
  if (isVariable(head) && !inference.waitsForEvidence) {
    // Nothing but the branches themselves would say what the value is, and the program asks because it may be something else.
    inference.solver.flow(anyType, head);
    return undefined;
  }
  if (isVariable(head) || head.kind === "unknown") return "open";
  if (!settledKinds.has(head.kind) || (head.kind === "float" && head.mixed)) return undefined;
  const wanted = instancesOf(inference, classes);
  if (wanted.length === 0) return undefined;
  // A class of the program or library may know instances of its own.
  if (wanted.some((one) => one.kind === "named" || one.kind === "any")) return undefined;
  // Truth values among integers have the type of integers.
  if (head.kind === "int" && wanted.some((one) => one.kind === "bool")) return undefined;
  return wanted.some((one) => one.kind === head.kind || sameType(one, head));
}

/** Whether a branch counts that is taken where the condition has this outcome: never, where evidence rules it out, and not yet, where there is none. */
export function branchCounts(inference: Inference, outcome: boolean | "open" | undefined, branch: boolean): boolean {
  if (outcome === undefined) return true;
  if (outcome !== "open") return outcome === branch;
  if (inference.waitsForEvidence) inference.isWaiting = true;
  return !inference.waitsForEvidence;
}

/** Infers a branch; what it gives its function counts only where `counts` says so. */
export function inBranch<Result>(inference: Inference, counts: boolean, infer: () => Result): Result {
  const outer = inference.isIdle;
  inference.isIdle ||= !counts;
  const result = infer();
  inference.isIdle = outer;
  return result;
}

/** Whether nothing is known yet of what the condition asks for, and the branch sets it anew: that would be all the evidence there is. */
export function isPremature(
  inference: Inference,
  outcome: boolean | "open" | undefined,
  test: Expression,
  assigned: Iterable<string>,
): boolean {
  if (outcome !== "open" || !inference.waitsForEvidence) return false;
  const keys = new Set(assigned);
  let found = false;
  walk(test, (node) => {
    const key = node.kind === "Name" ? inference.narrowKey(node) : undefined;
    found ||= key !== undefined && keys.has(key);
  });
  return found;
}
