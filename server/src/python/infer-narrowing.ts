import { anyType, listOf, noneType, stringType } from "../types/build.ts";
import { ancestors } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import { type Inference, withoutNone } from "./infer-context.ts";
import { entityOf, entityType } from "./infer-entities.ts";
import { isVariable } from "./infer-solver.ts";
import type { Expression } from "./tree.ts";

/** What a test says about paths when it holds. */
export type Facts = readonly { readonly key: string; readonly type: Type }[];

/** Takes facts into account from here on. */
export function applyFacts(inference: Inference, facts: Facts): void {
  for (const fact of facts) inference.narrowings?.set(fact.key, fact.type);
}

/** What is known when a test, already inferred, has come out true or false. */
export function factsOf(inference: Inference, test: Expression, outcome: boolean): Facts {
  switch (test.kind) {
    case "UnaryOp":
      return test.op === "Not" ? factsOf(inference, test.operand, !outcome) : [];
    case "BoolOp":
      // All parts of a true `and`, and of a false `or`, came out alike.
      return (test.op === "And") === outcome ? test.values.flatMap((value) => factsOf(inference, value, outcome)) : [];
    case "Compare":
      return comparisonFacts(inference, test, outcome);
    case "Call":
      return callFacts(inference, test, outcome);
    case "NamedExpr":
      return [...truthFacts(inference, test, outcome)];
    default:
      return truthFacts(inference, test, outcome);
  }
}

function truthFacts(inference: Inference, test: Expression, outcome: boolean): Facts {
  const key = inference.narrowKey(test);
  const type = inference.types.get(test);
  if (key === undefined || type === undefined || !outcome) return [];
  const head = inference.solver.shallow(type);
  return head.kind === "optional" || head.kind === "union" ? [{ key, type: withoutNone(inference, head) }] : [];
}

function comparisonFacts(
  inference: Inference,
  test: Extract<Expression, { kind: "Compare" }>,
  outcome: boolean,
): Facts {
  const [comparison] = test.comparisons;
  if (test.comparisons.length !== 1 || comparison === undefined) return [];
  const { op, right } = comparison;
  const other = right.kind === "Name" ? inference.types.get(right) : undefined;
  const isNone =
    (right.kind === "Constant" && right.value.type === "None") ||
    (other !== undefined && inference.solver.shallow(other).kind === "none");
  const key = inference.narrowKey(test.left);
  const type = inference.types.get(test.left);
  if (key === undefined || type === undefined) return [];
  const head = inference.solver.shallow(type);
  if (isNone && (op === "Is" || op === "IsNot" || op === "Eq" || op === "NotEq")) {
    const none = (op === "Is" || op === "Eq") === outcome;
    if (!none)
      return head.kind === "optional" || head.kind === "union" ? [{ key, type: withoutNone(inference, head) }] : [];
    return head.kind === "optional" ? [{ key, type: noneType }] : [];
  }
  // `x == 3` means that x is no None.
  if (op === "Eq" && outcome && head.kind === "optional") {
    const other = inference.types.get(right);
    const otherHead = other && inference.solver.shallow(other);
    if (
      otherHead &&
      otherHead.kind !== "none" &&
      otherHead.kind !== "optional" &&
      otherHead.kind !== "any" &&
      !isVariable(otherHead)
    )
      return [{ key, type: head.inner }];
  }
  return [];
}

function callFacts(inference: Inference, test: Extract<Expression, { kind: "Call" }>, outcome: boolean): Facts {
  const [subject, classes] = test.args;
  if (
    test.func.kind !== "Name" ||
    (test.func.id !== "isinstance" && test.func.id !== "callable") ||
    subject === undefined
  )
    return [];
  const key = inference.narrowKey(subject);
  const type = inference.types.get(subject);
  if (key === undefined || type === undefined || classes === undefined) return [];
  inference.solver.block(type);
  const wanted = instancesOf(inference, classes);
  if (wanted.length === 0) return [];
  const narrowed = outcome ? keep(inference, type, wanted, test) : drop(inference, type, wanted);
  return narrowed === undefined ? [] : [{ key, type: narrowed }];
}

/** The instances that `isinstance` accepts: of one class, of a tuple of classes, of `A | B`. */
export function instancesOf(inference: Inference, node: Expression): Type[] {
  if (node.kind === "Tuple") return node.elts.flatMap((element) => instancesOf(inference, element));
  if (node.kind === "BinOp" && node.op === "BitOr")
    return [...instancesOf(inference, node.left), ...instancesOf(inference, node.right)];
  if (node.kind === "Constant" && node.value.type === "None") return [noneType];
  const entity = entityOf(inference, node);
  const type = entity ? entityType(inference, entity) : inference.types.get(node);
  const head = type && inference.solver.shallow(type);
  return head?.kind === "class" ? [head.instance] : [];
}

function isInstance(inference: Inference, value: Type, wanted: Type): boolean {
  const head = inference.solver.shallow(value);
  if (wanted.kind === "any") return true;
  if (head.kind === "named" && wanted.kind === "named")
    return ancestors(head).some((base) => base.kind === "named" && base.symbol === wanted.symbol);
  if (head.kind === "bool" && wanted.kind === "int") return true;
  return head.kind === wanted.kind;
}

function membersOf(inference: Inference, type: Type): readonly Type[] {
  const head = inference.solver.shallow(type);
  if (head.kind === "optional") return [...membersOf(inference, head.inner), noneType];
  return head.kind === "union" ? head.members : [head];
}

function fromMembers(inference: Inference, members: readonly Type[]): Type | undefined {
  if (members.length === 0) return undefined;
  return members.reduce((a, b) => inference.solver.merge(a, b));
}

function keep(inference: Inference, type: Type, wanted: readonly Type[], site: Expression): Type | undefined {
  const kept = membersOf(inference, type).filter((member) => wanted.some((one) => isInstance(inference, member, one)));
  if (kept.length > 0) return fromMembers(inference, kept);
  const head = inference.solver.shallow(type);
  // A value of a base class is one of the class asked for; of an unknown value nothing else is known.
  return head.kind === "any" || head.kind === "unknown" || head.kind === "named" || isVariable(head)
    ? fromMembers(
        inference,
        // What is in a list of which nothing more is known may be anything, as Go's type test has to say.
        wanted.map((one) =>
          head.kind === "any"
            ? (openShape(one) ?? inference.open(one, site, "isinstance"))
            : inference.open(one, site, "isinstance"),
        ),
      )
    : undefined;
}

function openShape(type: Type): Type | undefined {
  if (type.kind === "list") return listOf(anyType);
  return type.kind === "dict" && !type.variant ? { kind: "dict", key: stringType, value: anyType } : undefined;
}

function drop(inference: Inference, type: Type, wanted: readonly Type[]): Type | undefined {
  const members = membersOf(inference, type);
  if (members.length < 2) return undefined;
  return fromMembers(
    inference,
    members.filter((member) => !wanted.some((one) => isInstance(inference, member, one))),
  );
}
