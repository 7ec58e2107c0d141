import { assign, boolean, breakStatement, expression, ifStatement, not, variable } from "../../ir/build.ts";
import { bodiesOf, breaksOf, mapBodies, type Body } from "../../ir/blocks.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { boolType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Makes Go's switches chains of `if`, and replaces what Python has no word for: leaving a switch by `break`, and labels.
 */

export const branchesPass: Pass = {
  name: "branches",
  reason: "Python has neither switches that `break` leaves nor labels.",
  from: "go",
  to: "python",
  run: (declarations, context) =>
    declarations.map((declaration) => mapChildren(declaration, (node) => rewrite(node, context))),
};

function rewrite(node: ir.Node, context: PassContext): ir.Node | readonly ir.Node[] {
  const inner = mapChildren(node, (child) => rewrite(child, context));
  switch (inner.kind) {
    case "Switch":
      return switchChain(inner, context);
    case "TypeSwitch":
      return typeChain(inner, context);
    case "Loop":
    case "While":
    case "ForEach":
      return inner.label === undefined ? inner : withoutLabel(inner, inner.label, context);
    default:
      return inner;
  }
}

/** One branch of the chain: without a test it is the last. */
interface Branch {
  readonly test: ir.Expression | undefined;
  readonly body: Body;
  readonly decoration: Pick<ir.SwitchCase, "leading" | "trailing" | "inner" | "blankBefore" | "origin">;
}

function switchChain(node: ir.Switch, context: PassContext): readonly ir.Statement[] {
  const { subject } = node;
  const isStable = subject === undefined || isSimple(subject) || subject.kind === "Field";
  const binding = isStable ? undefined : context.temporary("value", subject.type);
  const asked = binding ? variable(binding) : subject;
  const branches = node.cases.map((clause, position): Branch => {
    const test = clause.values && disjunction(clause.values.map((value) => testOf(asked, value)));
    return { test, body: caseBody(node.cases, position), decoration: decorationOf(clause) };
  });
  const chain = chainOf(node, branches);
  if (!chain) return [node];
  return binding && subject
    ? [{ ...assign(variable(binding), subject, [binding]), origin: node.origin }, ...chain]
    : chain;
}

function testOf(subject: ir.Expression | undefined, value: ir.Expression): ir.Expression {
  if (subject === undefined) return value;
  if (value.kind === "NoneLiteral") return expression("IsNone", boolType, { operand: subject, negated: false });
  if (subject.type.kind === "bool" && subject.kind === "BooleanLiteral")
    return subject.value ? value : expression("Not", boolType, { operand: value });
  return expression("Compare", boolType, { operator: "equal", left: subject, right: value });
}

/** `x == 1 or x == 2 …`; three values and more of one subject are asked for together. */
function disjunction(tests: readonly ir.Expression[]): ir.Expression {
  const [first] = tests;
  if (
    first?.kind === "Compare" &&
    tests.length > 1 &&
    tests.every((test) => test.kind === "Compare" && test.left === first.left && isSimple(test.right))
  ) {
    const elements = tests.map((test) => (test as ir.Compare).right);
    const container = expression(
      "TupleLiteral",
      { kind: "tuple", elements: elements.map((element) => element.type) },
      { elements },
    );
    return expression("Membership", boolType, { element: first.left, container, negated: false });
  }
  return tests.reduce((left, right) => expression("Logical", boolType, { operator: "or", left, right }));
}

/** The body of a case and of those that it falls through to. */
function caseBody(cases: readonly ir.SwitchCase[], position: number): Body {
  const clause = cases[position]!;
  return clause.fallsThrough && position + 1 < cases.length
    ? [...clause.body, ...caseBody(cases, position + 1)]
    : clause.body;
}

function decorationOf(clause: Branch["decoration"]): Branch["decoration"] {
  const { leading, trailing, inner, blankBefore, origin } = clause;
  return {
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(inner ? { inner } : {}),
    ...(blankBefore ? { blankBefore } : {}),
    ...(origin ? { origin } : {}),
  };
}

function typeChain(node: ir.TypeSwitch, context: PassContext): readonly ir.Statement[] {
  const { subject } = node;
  const binding = isSimple(subject) ? undefined : context.temporary("value", subject.type);
  const asked = binding ? variable(binding) : subject;
  const branches = node.cases.map((clause): Branch => {
    const test = clause.types && disjunction(typeTests(asked, clause.types));
    const only = clause.types?.length === 1 ? clause.types[0]! : asked.type;
    const own =
      clause.binding && clause.binding.reads > 0
        ? [
            assign(
              variable(clause.binding),
              expression("Cast", clause.binding.type.kind === "unknown" ? only : clause.binding.type, {
                operand: asked,
              }),
              [clause.binding],
            ),
          ]
        : [];
    return { test, body: [...own, ...clause.body], decoration: decorationOf(clause) };
  });
  const chain = chainOf(node, branches);
  if (!chain) return [node];
  return binding ? [{ ...assign(variable(binding), subject, [binding]), origin: node.origin }, ...chain] : chain;
}

function typeTests(subject: ir.Expression, types: readonly Type[]): readonly ir.Expression[] {
  const named = types.filter((type) => type.kind !== "none");
  const tests: ir.Expression[] =
    named.length > 0 ? [expression("TypeTest", boolType, { operand: subject, targets: named })] : [];
  return named.length < types.length
    ? [...tests, expression("IsNone", boolType, { operand: subject, negated: false })]
    : tests;
}

/** The branches as one `if` with `elif`s; undefined where a `break` leaves the switch from a place that Python cannot leave. */
function chainOf(node: ir.Switch | ir.TypeSwitch, branches: readonly Branch[]): readonly ir.Statement[] | undefined {
  const ordered = [...branches.filter((branch) => branch.test), ...branches.filter((branch) => !branch.test)];
  const bodies = ordered.map((branch) => withoutTailBreaks(branch.body));
  const { leading, trailing, blankBefore, origin, label } = node;
  const decoration = {
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore ? { blankBefore } : {}),
    ...(origin ? { origin } : {}),
  };
  const needsLoop =
    bodies.some((body) => breaksOf(body).length > 0) ||
    (label !== undefined && bodies.some((body) => breaksLabel(body, label)));
  if (needsLoop) return undefined;
  let chain: Body = [];
  for (const [position, branch] of [...ordered.entries()].reverse()) {
    const body = bodies[position]!;
    if (!branch.test) {
      chain = [...commented(body, branch.decoration)];
      continue;
    }
    const made: ir.If = {
      ...ifStatement(branch.test, commented(body, branch.decoration), chain),
      ...(branch.decoration.origin ? { origin: branch.decoration.origin } : {}),
    };
    chain = [made];
  }
  const [first, ...rest] = chain;
  return first ? [{ ...first, ...decoration }, ...rest] : [{ sort: "statement", kind: "Empty", ...decoration }];
}

/** The comments of a case stand at the head of its branch. */
function commented(body: Body, decoration: Branch["decoration"]): Body {
  const comments = [...(decoration.leading ?? []), ...(decoration.trailing ? [decoration.trailing] : [])];
  if (comments.length === 0) return body;
  const [first, ...rest] = body;
  return first
    ? [{ ...first, leading: [...comments, ...(first.leading ?? [])] }, ...rest]
    : [{ sort: "statement", kind: "Empty", leading: comments }];
}

/** `break` at the end of a case says nothing; a `break` at the end of an `if` puts what follows into its `else`. */
function withoutTailBreaks(body: Body): Body {
  const [last] = body.slice(-1);
  if (last?.kind === "Break" && last.label === undefined) return withoutTailBreaks(body.slice(0, -1));
  const position = body.findIndex((statement) => statement.kind === "If" && breaksOf([statement]).length > 0);
  const found = body[position];
  if (found?.kind === "If") {
    const rest = body.slice(position + 1);
    const then = endsInBreak(found.then) ? withoutTailBreaks(found.then) : found.then;
    const otherwise = endsInBreak(found.otherwise) ? withoutTailBreaks(found.otherwise) : found.otherwise;
    if (rest.length === 0)
      return [
        ...body.slice(0, position),
        { ...found, then: withoutTailBreaks(then), otherwise: withoutTailBreaks(otherwise) },
      ];
    if (endsInBreak(found.then) && !endsInBreak(found.otherwise) && breaksOf(then).length === 0) {
      const following = withoutTailBreaks([...otherwise, ...rest]);
      const joined: ir.If =
        then.length === 0
          ? { ...found, test: opposite(found.test), then: following, otherwise: [] }
          : { ...found, then, otherwise: following };
      return [...body.slice(0, position), joined];
    }
    return body;
  }
  return last?.kind === "Block" ? [...body.slice(0, -1), { ...last, body: withoutTailBreaks(last.body) }] : body;
}

function opposite(test: ir.Expression): ir.Expression {
  if (test.kind === "Compare" && (test.operator === "equal" || test.operator === "notEqual"))
    return { ...test, operator: test.operator === "equal" ? "notEqual" : "equal" };
  return not(test);
}

function endsInBreak(body: Body): boolean {
  const last = body.at(-1);
  return last?.kind === "Break" && last.label === undefined;
}

function breaksLabel(body: Body, label: string): boolean {
  return body.some(
    (statement) =>
      ((statement.kind === "Break" || statement.kind === "Continue") && statement.label === label) ||
      bodiesOf(statement).some((inner) => breaksLabel(inner, label)),
  );
}

type AnyLoop = Extract<ir.Statement, { kind: "While" | "Loop" | "ForEach" }>;

/** Replaces `break outer` and `continue outer` by flags that the loops inside test. */
function withoutLabel(loop: AnyLoop, label: string, context: PassContext): ir.Statement | readonly ir.Statement[] {
  const { label: _label, ...bare } = loop;
  const flags = new Map<"Break" | "Continue", Binding>();
  const flag = (kind: "Break" | "Continue"): Binding => {
    const known = flags.get(kind);
    if (known) return known;
    const made = context.temporary(kind === "Break" ? "done" : "skip", boolType);
    flags.set(kind, made);
    return made;
  };
  const body = leave(loop.body, label, flag, 0);
  const skip = flags.get("Continue");
  const done = flags.get("Break");
  const reset = skip ? [assign(variable(skip), boolean(false), [skip])] : [];
  const plain = { ...bare, body: [...reset, ...body] } as ir.Statement;
  if (!done) return plain;
  const { leading, blankBefore, ...rest } = plain;
  const start = {
    ...assign(variable(done), boolean(false), [done]),
    ...(leading ? { leading } : {}),
    ...(blankBefore ? { blankBefore } : {}),
  };
  return [start, rest];
}

/** `depth` counts the loops between the labelled one and the list. */
function leave(body: Body, label: string, flag: (kind: "Break" | "Continue") => Binding, depth: number): Body {
  return body.flatMap((statement): Body => {
    if ((statement.kind === "Break" || statement.kind === "Continue") && statement.label === label) {
      if (depth === 0)
        return [{ sort: "statement", kind: statement.kind, ...(statement.origin ? { origin: statement.origin } : {}) }];
      return [assign(variable(flag(statement.kind)), boolean(true)), breakStatement()];
    }
    const kinds = new Set<"Break" | "Continue">();
    const isLoop = statement.kind === "While" || statement.kind === "Loop" || statement.kind === "ForEach";
    const noted = (kind: "Break" | "Continue"): Binding => {
      kinds.add(kind);
      return flag(kind);
    };
    const mapped = mapBodies(statement, (inner) => leave(inner, label, noted, isLoop ? depth + 1 : depth));
    if (!isLoop) return [mapped];
    return [mapped, ...[...kinds].map((kind) => passOn(kind, flag(kind), depth))];
  });
}

/** Behind an inner loop: goes on leaving. */
function passOn(kind: "Break" | "Continue", binding: Binding, depth: number): ir.Statement {
  const step: ir.Statement = depth > 0 || kind === "Break" ? breakStatement() : { sort: "statement", kind: "Continue" };
  return ifStatement(variable(binding), [step]);
}
