import { assign, expression, ifStatement, integer, localBinding, tuple, variable } from "../../ir/build.ts";
import { breaksOf, type Body } from "../../ir/blocks.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { boolType, iteratorOf, listOf, tupleOf } from "../../types/build.ts";
import { sameType } from "../../types/relations.ts";
import type { Type } from "../../types/type.ts";
import { Untranslatable } from "../untranslatable.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Makes `match` a switch where it only compares with constants, and else a chain of conditions with assignments of what the patterns bind.
 */

export const matchesPass: Pass = {
  name: "matches",
  reason: "Go's switch compares values; Python's patterns also take them apart.",
  from: "python",
  to: "go",
  run: (declarations, context) =>
    declarations.map((declaration) => mapChildren(declaration, (node) => rewrite(node, context))),
};

function rewrite(node: ir.Node, context: PassContext): ir.Node | readonly ir.Node[] {
  const inner = mapChildren(node, (child) => rewrite(child, context));
  if (inner.kind !== "Match") return inner;
  try {
    return asSwitch(inner) ?? asChain(inner, context);
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    context.report(inner, { severity: "mark", code: error.code, message: error.message });
    return {
      sort: "statement",
      kind: "OpaqueStatement",
      text: "",
      code: error.code,
      message: error.message,
      assigns: [],
      ...(inner.origin ? { origin: inner.origin } : {}),
    };
  }
}

const constants: ReadonlySet<ir.Kind> = new Set(["IntegerLiteral", "StringLiteral", "FloatLiteral", "Negate"]);

/** The constants that the pattern stands for, or undefined where it is anything else. */
function constantsOf(pattern: ir.Pattern): readonly ir.Expression[] | undefined {
  if (pattern.form === "value") return constants.has(pattern.value.kind) ? [pattern.value] : undefined;
  if (pattern.form !== "alternatives") return undefined;
  const parts = pattern.patterns.map(constantsOf);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function isWildcard(clause: ir.MatchCase): boolean {
  return (
    clause.guard === undefined &&
    clause.pattern.form === "capture" &&
    clause.pattern.pattern === undefined &&
    clause.pattern.binding === undefined
  );
}

function asSwitch(node: ir.Match): ir.Switch | undefined {
  const kind = node.subject.type.kind;
  if (kind !== "int" && kind !== "string" && kind !== "float") return undefined;
  if (node.cases.some((clause) => breaksOf(clause.body).length > 0)) return undefined;
  const cases = node.cases.map((clause, position): ir.SwitchCase | undefined => {
    const { body, origin, leading, trailing, inner, blankBefore } = clause;
    const decoration = {
      ...(origin ? { origin } : {}),
      ...(leading ? { leading } : {}),
      ...(trailing ? { trailing } : {}),
      ...(inner ? { inner } : {}),
      ...(blankBefore ? { blankBefore } : {}),
    };
    if (isWildcard(clause) && position === node.cases.length - 1) return { body, fallsThrough: false, ...decoration };
    const values = clause.guard ? undefined : constantsOf(clause.pattern);
    return values && { values, body, fallsThrough: false, ...decoration };
  });
  if (!cases.every((clause) => clause !== undefined)) return undefined;
  const { subject, origin, leading, trailing, blankBefore } = node;
  return {
    sort: "statement",
    kind: "Switch",
    subject,
    cases,
    ...(origin ? { origin } : {}),
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore ? { blankBefore } : {}),
  };
}

/** What a pattern asks for, and what it binds to which part of the value. */
interface Plan {
  readonly tests: readonly ir.Expression[];
  readonly binds: readonly { readonly binding: Binding; readonly value: ir.Expression }[];
  /** The pattern can never match a value of this type. */
  readonly never?: boolean;
}

function asChain(node: ir.Match, context: PassContext): readonly ir.Statement[] {
  const before: ir.Statement[] = [];
  const stable = (value: ir.Expression): ir.Expression => {
    if (isSimple(value)) return value;
    if (value.kind === "TupleLiteral") return { ...value, elements: value.elements.map(stable) };
    const binding = context.temporary("subject", value.type);
    before.push({ ...assign(variable(binding), value), ...(node.origin ? { origin: node.origin } : {}) });
    return variable(binding);
  };
  const subject = stable(node.subject);
  let chain: Body = [];
  for (const clause of node.cases.flatMap(separated).reverse()) {
    const plan = planOf(clause.pattern, subject);
    if (plan.never) continue;
    const guard = clause.guard && substitute(clause.guard, plan.binds);
    const tests = guard ? [...plan.tests, guard] : plan.tests;
    const comments = clause.leading ? { leading: clause.leading } : {};
    const binds = plan.binds.map(({ binding, value }) => ({
      ...assign(variable(binding), value),
      ...(clause.origin ? { origin: clause.origin } : {}),
    }));
    const [head, ...rest] = [...binds, ...clause.body];
    const body: Body = head
      ? [
          {
            ...head,
            ...comments,
            ...(comments.leading && head.leading ? { leading: [...comments.leading, ...head.leading] } : {}),
          },
          ...rest,
        ]
      : [];
    if (tests.length === 0) {
      chain = body;
      continue;
    }
    const test = tests.reduce((left, right) => expression("Logical", boolType, { operator: "and", left, right }));
    chain = [{ ...ifStatement(test, body, chain), ...(clause.origin ? { origin: clause.origin } : {}) }];
  }
  const { leading, blankBefore } = node;
  const [first, ...rest] = [...before, ...chain];
  return first ? [{ ...first, ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) }, ...rest] : [];
}

/** Alternatives that bind names become one case each, with the same body. */
function separated(clause: ir.MatchCase): readonly ir.MatchCase[] {
  const { pattern } = clause;
  if (pattern.form !== "alternatives" || !pattern.patterns.some(bindsNames)) return [clause];
  return pattern.patterns.map((one) => ({ ...clause, pattern: one }));
}

function bindsNames(pattern: ir.Pattern): boolean {
  switch (pattern.form) {
    case "value":
      return false;
    case "capture":
      return pattern.binding !== undefined || (pattern.pattern !== undefined && bindsNames(pattern.pattern));
    case "alternatives":
    case "sequence":
      return pattern.patterns.some(bindsNames);
    case "mapping":
      return pattern.rest !== undefined || pattern.entries.some((entry) => bindsNames(entry.pattern));
    case "class":
      return pattern.fields.some((field) => bindsNames(field.pattern));
  }
}

function substitute(guard: ir.Expression, binds: Plan["binds"]): ir.Expression {
  const replace = (node: ir.Node): ir.Node => {
    if (node.kind === "Variable") return binds.find((bind) => bind.binding === node.binding)?.value ?? node;
    return mapChildren(node, replace);
  };
  return replace(guard) as ir.Expression;
}

const nothing: Plan = { tests: [], binds: [] };

function merged(plans: readonly Plan[]): Plan {
  return {
    tests: plans.flatMap((plan) => plan.tests),
    binds: plans.flatMap((plan) => plan.binds),
    never: plans.some((plan) => plan.never === true),
  };
}

function planOf(pattern: ir.Pattern, value: ir.Expression): Plan {
  switch (pattern.form) {
    case "value":
      return { tests: [equalTo(value, pattern.value)], binds: [] };
    case "capture": {
      const inner = pattern.pattern ? planOf(pattern.pattern, value) : nothing;
      const { binding } = pattern;
      const narrow = binding && pattern.pattern?.form === "class" ? narrowed(value, pattern.pattern.type) : value;
      return binding ? { ...inner, binds: [...inner.binds, { binding, value: narrow }] } : inner;
    }
    case "alternatives":
      return alternatives(pattern.patterns, value);
    case "sequence":
      return sequence(pattern, value);
    case "mapping":
      return mapping(pattern, value);
    case "class":
      return classPlan(pattern, value);
  }
}

function equalTo(left: ir.Expression, right: ir.Expression): ir.Expression {
  if (right.kind === "NoneLiteral") return expression("IsNone", boolType, { operand: left, negated: false });
  if (right.kind === "BooleanLiteral" && left.type.kind === "bool")
    return right.value ? left : expression("Not", boolType, { operand: left });
  return expression("Compare", boolType, { operator: "equal", left, right });
}

function alternatives(patterns: readonly ir.Pattern[], value: ir.Expression): Plan {
  const plans = patterns.map((pattern) => planOf(pattern, value)).filter((plan) => !plan.never);
  if (plans.some((plan) => plan.binds.length > 0))
    throw new Untranslatable("pattern", "Alternatives that bind names are not translated; write one case for each.");
  if (plans.length === 0) return { ...nothing, never: true };
  if (plans.some((plan) => plan.tests.length === 0)) return nothing;
  const tests = plans.map((plan) =>
    plan.tests.reduce((left, right) => expression("Logical", boolType, { operator: "and", left, right })),
  );
  return {
    tests: [tests.reduce((left, right) => expression("Logical", boolType, { operator: "or", left, right }))],
    binds: [],
  };
}

function sequence(pattern: Extract<ir.Pattern, { form: "sequence" }>, value: ir.Expression): Plan {
  const { patterns, starAt } = pattern;
  const { type } = value;
  const count = patterns.length;
  if (type.kind === "union") return sequenceOfUnion(pattern, value, type.members);
  if (type.kind === "optional" && type.inner.kind === "union")
    return sequenceOfUnion(pattern, value, type.inner.members);
  if (type.kind === "tuple" && type.rest === undefined) {
    if (starAt !== undefined) throw new Untranslatable("pattern", "A starred pattern over a tuple is not translated.");
    if (type.elements.length !== count) return { ...nothing, never: true };
    return merged(patterns.map((part, position) => planOf(part, elementAt(value, position, type.elements[position]!))));
  }
  if (type.kind !== "list")
    throw new Untranslatable("pattern", "A sequence pattern is only translated for lists and tuples.");
  const length = expression(
    "Length",
    { kind: "int", size: "unbounded", signed: true },
    { operand: value, unit: "element" },
  );
  const fixed = starAt === undefined ? count : count - 1;
  const test = expression("Compare", boolType, {
    operator: starAt === undefined ? "equal" : "greaterEqual",
    left: length,
    right: integer(fixed),
  });
  const tests = starAt !== undefined && fixed === 0 ? [] : [test];
  const parts = patterns.map((part, position) => {
    if (position === starAt) return planOf(part, between(value, position, count - 1 - position, type));
    const fromEnd = starAt !== undefined && position > starAt;
    const index = fromEnd
      ? expression("Arithmetic", length.type, { operator: "subtract", left: length, right: integer(count - position) })
      : integer(position);
    return planOf(part, expression("Index", type.element, { object: value, index, unit: "element", wraps: false }));
  });
  return merged([{ tests, binds: [] }, ...parts]);
}

/** Where only one of the types that the value may have is a sequence of this length, the value is tested for it. */
function sequenceOfUnion(
  pattern: Extract<ir.Pattern, { form: "sequence" }>,
  value: ir.Expression,
  members: readonly Type[],
): Plan {
  const count = pattern.patterns.length;
  const fitting = members.filter(
    (member) =>
      member.kind === "list" ||
      (member.kind === "tuple" && (member.rest !== undefined || member.elements.length === count)),
  );
  const [only, ...others] = fitting;
  if (!only) return { ...nothing, never: true };
  if (others.length > 0)
    throw new Untranslatable("pattern", "A sequence pattern over several kinds of sequences is not translated.");
  const test = expression("TypeTest", boolType, { operand: value, targets: [only] });
  return merged([{ tests: [test], binds: [] }, sequence(pattern, narrowed(value, only))]);
}

function elementAt(value: ir.Expression, position: number, type: Type): ir.Expression {
  if (value.kind === "TupleLiteral") return value.elements[position]!;
  return expression("Index", type, { object: value, index: integer(position), unit: "element", wraps: false });
}

/** A copy of the elements from `low` on, without the last `behind`. */
function between(
  value: ir.Expression,
  low: number,
  behind: number,
  type: Extract<Type, { kind: "list" }>,
): ir.Expression {
  const length = expression(
    "Length",
    { kind: "int", size: "unbounded", signed: true },
    { operand: value, unit: "element" },
  );
  const high =
    behind === 0
      ? undefined
      : expression("Arithmetic", length.type, { operator: "subtract", left: length, right: integer(behind) });
  return expression("Slice", listOf(type.element), {
    object: value,
    low: integer(low),
    high,
    unit: "element",
    wraps: false,
    clamps: false,
    shares: false,
  });
}

function mapping(pattern: Extract<ir.Pattern, { form: "mapping" }>, value: ir.Expression): Plan {
  const { type } = value;
  if (type.kind !== "dict")
    throw new Untranslatable("pattern", "This mapping pattern is only translated for a dict of known types.");
  const rest = pattern.rest
    ? [{ tests: [], binds: [{ binding: pattern.rest, value: without(value, type, pattern) }] }]
    : [];
  return merged([
    ...pattern.entries.map((entry) => {
      const present = expression("Membership", boolType, { element: entry.key, container: value, negated: false });
      const inner = planOf(
        entry.pattern,
        expression("Lookup", type.value, { map: value, key: entry.key, missing: "raise" }),
      );
      return { ...inner, tests: [present, ...inner.tests] };
    }),
    ...rest,
  ]);
}

/** The entries of a dict whose keys the pattern does not name. */
function without(
  value: ir.Expression,
  type: Extract<Type, { kind: "dict" }>,
  pattern: Extract<ir.Pattern, { form: "mapping" }>,
): ir.Expression {
  const [key, item] = [
    variable(localBinding("key", type.key, "rest/key")),
    variable(localBinding("value", type.value, "rest/value")),
  ];
  const conditions = pattern.entries.map((entry) =>
    expression("Compare", boolType, { operator: "notEqual", left: key, right: entry.key }),
  );
  const entries = expression("Iterate", iteratorOf(tupleOf([type.key, type.value]), "items"), {
    form: "entries",
    operands: [value],
  });
  return expression("Comprehension", type, {
    result: "dict",
    key,
    element: item,
    clauses: [{ target: tuple([key, item]), iterable: entries, conditions, isAsync: false }],
  });
}

function classPlan(pattern: Extract<ir.Pattern, { form: "class" }>, value: ir.Expression): Plan {
  const isKnown = sameType(value.type, pattern.type);
  const test = expression("TypeTest", boolType, { operand: value, targets: [pattern.type] });
  const inner = narrowed(value, pattern.type);
  const fields = pattern.fields.map((field) => {
    const declared = pattern.type.kind === "named" ? pattern.type.symbol.fields.get(field.name)?.type : undefined;
    return planOf(
      field.pattern,
      expression("Field", declared ?? { kind: "unknown" }, { object: inner, name: field.name, member: "field" }),
    );
  });
  return merged([isKnown ? nothing : { tests: [test], binds: [] }, ...fields]);
}

function narrowed(value: ir.Expression, type: Type): ir.Expression {
  if (sameType(value.type, type)) return value;
  if (value.kind === "Variable") return variable(value.binding, type);
  return value.type.kind === "any" || value.type.kind === "union"
    ? expression("TypeAssertion", type, { operand: value, target: type, commaOk: false })
    : expression("Cast", type, { operand: value });
}
