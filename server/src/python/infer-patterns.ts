import { dictOf, listOf, stringType, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";

import { type Inference, type Narrowings, meetNarrowings, withoutNone } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { inferExpression } from "./infer-expressions.ts";
import { findField, receiverSubstitution } from "./infer-methods.ts";
import { applyFacts, factsOf, instancesOf } from "./infer-narrowing.ts";
import { isIrrefutable } from "./infer-reach.ts";
import { substitute } from "./infer-signatures.ts";
import { isVariable } from "./infer-solver.ts";
import { give } from "./infer-targets.ts";
import type { NamingNode } from "./analysis-api.ts";
import type { Match, Pattern, Statement } from "./tree.ts";

/** Infers a `match`: captures get the types that their patterns let through. */
export function inferMatch(inference: Inference, node: Match, block: (body: readonly Statement[]) => void): void {
  const subject = inferExpression(inference, node.subject);
  const key = inference.narrowKey(node.subject);
  const before = inference.copyNarrowings();
  let after: Narrowings | undefined;
  let some = false;
  let exhaustive = false;
  for (const part of node.cases) {
    inference.narrowings = before && new Map(before);
    const narrowed = inferPattern(inference, part.pattern, subject);
    if (key !== undefined && narrowed !== undefined) inference.narrowings?.set(key, narrowed);
    if (part.guard) {
      inferExpression(inference, part.guard);
      applyFacts(inference, factsOf(inference, part.guard, true));
    }
    block(part.body);
    after = some ? meetNarrowings(inference, after, inference.narrowings) : inference.narrowings;
    some = true;
    exhaustive ||= part.guard === undefined && isIrrefutable(part.pattern);
  }
  inference.narrowings = exhaustive ? after : meetNarrowings(inference, after, before);
}

function capture(inference: Inference, node: NamingNode, type: Type): void {
  const place = inference.place(node);
  if (place) give(inference, place.term, type);
}

/** Infers a pattern against the type of its subject. Gives the type of the subject where it matches, if that is narrower. */
function inferPattern(inference: Inference, pattern: Pattern, subject: Type): Type | undefined {
  switch (pattern.kind) {
    case "MatchValue": {
      const type = inferExpression(inference, pattern.value);
      inference.solver.hint(subject, type, 1);
      const head = inference.solver.shallow(subject);
      return head.kind === "optional" ? withoutNone(inference, head) : undefined;
    }
    case "MatchSingleton":
      return pattern.value === null ? { kind: "none" } : undefined;
    case "MatchAs": {
      const narrowed = pattern.pattern ? inferPattern(inference, pattern.pattern, subject) : undefined;
      if (pattern.name !== undefined) capture(inference, pattern, narrowed ?? subject);
      return narrowed;
    }
    case "MatchOr": {
      const results = pattern.patterns.map((one) => inferPattern(inference, one, subject));
      return results.every((result) => result !== undefined)
        ? results.reduce((a, b) => inference.solver.merge(a, b))
        : undefined;
    }
    case "MatchSequence":
      return sequencePattern(inference, pattern, subject);
    case "MatchMapping":
      return mappingPattern(inference, pattern, subject);
    case "MatchClass":
      return classPattern(inference, pattern, subject);
    default:
      return undefined;
  }
}

function sequencePattern(
  inference: Inference,
  pattern: Extract<Pattern, { kind: "MatchSequence" }>,
  subject: Type,
): Type | undefined {
  const head = inference.head(subject);
  const star = pattern.patterns.findIndex((one) => one.kind === "MatchStar");
  const candidates = head.kind === "union" ? head.members.map((member) => inference.solver.shallow(member)) : [head];
  const fitting = candidates.filter(
    (one) =>
      one.kind === "list" ||
      (one.kind === "tuple" &&
        (one.rest !== undefined ||
          (star < 0
            ? one.elements.length === pattern.patterns.length
            : one.elements.length >= pattern.patterns.length - 1))),
  );
  const [only] = fitting;
  pattern.patterns.forEach((one, i) => {
    const part = (type: Type): Type => {
      if (type.kind === "tuple" && type.rest === undefined)
        return (
          type.elements[star >= 0 && i > star ? type.elements.length - (pattern.patterns.length - i) : i] ?? unknownType
        );
      return elementOf(inference, type, one);
    };
    const type =
      fitting.length === 0
        ? isVariable(head)
          ? inference.cell(one, "part")
          : unknownType
        : fitting.map(part).reduce((a, b) => inference.solver.merge(a, b));
    if (one.kind !== "MatchStar") {
      inferPattern(inference, one, type);
      return;
    }
    if (one.name === undefined) return;
    const cell = inference.cell(one, "star");
    for (const candidate of fitting) {
      const parts =
        candidate.kind === "tuple" && candidate.rest === undefined
          ? candidate.elements.slice(star, candidate.elements.length - (pattern.patterns.length - 1 - star))
          : [elementOf(inference, candidate, one)];
      for (const each of parts) inference.solver.flow(each, cell);
    }
    capture(inference, one, listOf(cell));
  });
  return fitting.length === 1 && candidates.length > 1 ? only : undefined;
}

function mappingPattern(
  inference: Inference,
  pattern: Extract<Pattern, { kind: "MatchMapping" }>,
  subject: Type,
): Type | undefined {
  const head = inference.head(subject);
  const candidates = head.kind === "union" ? head.members.map((member) => inference.solver.shallow(member)) : [head];
  const dict = candidates.find((one) => one.kind === "dict");
  if (isVariable(head)) inference.solver.hint(head, dictOf(stringType, inference.cell(pattern, "value")), 1);
  for (const item of pattern.items) {
    inferExpression(inference, item.key);
    inferPattern(
      inference,
      item.pattern,
      dict?.kind === "dict" ? dict.value : isVariable(head) ? inference.cell(pattern, "value") : unknownType,
    );
  }
  if (pattern.rest !== undefined) capture(inference, pattern, dict ?? unknownType);
  return dict && candidates.length > 1 ? dict : undefined;
}

function classPattern(
  inference: Inference,
  pattern: Extract<Pattern, { kind: "MatchClass" }>,
  subject: Type,
): Type | undefined {
  inferExpression(inference, pattern.cls);
  const [wanted] = instancesOf(inference, pattern.cls);
  const instance = wanted && inference.open(wanted, pattern, "instance");
  const info = instance && inference.env.classOfType(instance);
  const substitution = info && instance ? receiverSubstitution(info, instance) : new Map<string, Type>();
  const fieldType = (name: string | undefined): Type => {
    const field = info && name !== undefined ? findField(info, name) : undefined;
    return field ? substitute(inference.slot(field.slot), substitution) : unknownType;
  };
  const order = info
    ? (matchArgs(info.decl.node.body) ?? info.constructorFields?.map((field) => field.name) ?? [])
    : [];
  pattern.patterns.forEach((one, i) =>
    inferPattern(inference, one, info ? fieldType(order[i]) : (instance ?? unknownType)),
  );
  for (const keyword of pattern.keywords) inferPattern(inference, keyword.pattern, fieldType(keyword.attr));
  void subject;
  return instance;
}

function matchArgs(body: readonly Statement[]): string[] | undefined {
  for (const statement of body) {
    if (
      statement.kind !== "Assign" ||
      statement.targets[0]?.kind !== "Name" ||
      statement.targets[0].id !== "__match_args__"
    )
      continue;
    if (statement.value.kind === "Tuple")
      return statement.value.elts.flatMap((element) =>
        element.kind === "Constant" && element.value.type === "str" ? [element.value.value] : [],
      );
  }
  return undefined;
}
