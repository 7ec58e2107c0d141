import { noneType, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import type { FunctionDecl } from "./analysis-declarations.ts";
import { annotationType } from "./infer-annotation.ts";
import { type Inference, meetNarrowings } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { inferExpression } from "./infer-expressions.ts";
import { callMethod } from "./infer-method-calls.ts";
import { applyFacts, factsOf, instancesOf } from "./infer-narrowing.ts";
import { binaryType } from "./infer-operators.ts";
import { inferMatch } from "./infer-patterns.ts";
import {
  insideFor,
  insideWhile,
  type LoopEvidence,
  noLoop,
  noteAppend,
  noteGrowth,
  noteRotation,
} from "./infer-growth.ts";
import { rangeMagnitude, startType } from "./infer-numbers.ts";
import { teach } from "./infer-signatures.ts";
import { isVariable } from "./infer-solver.ts";
import { branchCounts, inBranch, isPremature, typeTestOutcome } from "./infer-type-tests.ts";
import { assignTo, give } from "./infer-targets.ts";
import type { Arg, ClassDef, Expression, Statement } from "./tree.ts";
import { assignedKeys } from "./infer-loops.ts";
import { canFallThrough } from "./infer-reach.ts";

/** Infers the statements of a block in order; after a statement that leaves the block nothing is known to be reached. */
export function inferBlock(inference: Inference, body: readonly Statement[]): void {
  const outer = inference.isIdle;
  for (const statement of body) inferStatement(inference, statement);
  noteRotation(inference, body);
  inference.isIdle = outer;
}

function inferStatement(inference: Inference, node: Statement): void {
  switch (node.kind) {
    case "Expr":
      inferExpression(inference, node.value);
      if (node.value.kind === "Call" && node.value.func.kind === "Attribute" && node.value.func.attr === "append")
        for (const value of node.value.args) noteAppend(inference, node.value.func.value, value);
      return;
    case "Assign":
      assignment(inference, node);
      return;
    case "AnnAssign":
      annotatedAssignment(inference, node);
      return;
    case "AugAssign":
      augmentedAssignment(inference, node);
      return;
    case "Return":
      returnStatement(inference, node);
      return;
    case "If":
      ifStatement(inference, node);
      return;
    case "While":
      whileStatement(inference, node);
      return;
    case "For":
    case "AsyncFor":
      forStatement(inference, node);
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      inferFunction(inference, inference.decls.functions.get(node)!);
      return;
    case "ClassDef":
      inferClass(inference, node);
      return;
    case "With":
    case "AsyncWith":
      withStatement(inference, node);
      return;
    case "Try":
    case "TryStar":
      tryStatement(inference, node);
      return;
    case "Raise":
      if (node.exc) inferExpression(inference, node.exc);
      if (node.cause) inferExpression(inference, node.cause);
      inference.narrowings = undefined;
      return;
    case "Assert":
      inferExpression(inference, node.test);
      if (node.msg) inferExpression(inference, node.msg);
      applyFacts(inference, factsOf(inference, node.test, true));
      return;
    case "Delete":
      for (const target of node.targets) inferExpression(inference, target);
      return;
    case "Match":
      inferMatch(inference, node, (body) => inferBlock(inference, body));
      return;
    case "Break":
    case "Continue":
      inference.narrowings = undefined;
      return;
    default:
  }
}

function assignment(inference: Inference, node: Extract<Statement, { kind: "Assign" }>): void {
  const [target] = node.targets;
  const expected = target && expectedOf(inference, target);
  const type = startType(node.value, inferExpression(inference, node.value, expected));
  for (const each of node.targets) assignTo(inference, each, type);
  noteGrowth(inference, node);
}

/** What the place assigned to is declared to hold. */
function expectedOf(inference: Inference, target: Expression): Type | undefined {
  if (target.kind === "Name") {
    const term = inference.place(target)?.term;
    return term && !isVariable(term) ? term : undefined;
  }
  if (target.kind !== "Attribute" || target.value.kind !== "Name") return undefined;
  const record = inference.types.get(target);
  return record && !isVariable(record) ? record : undefined;
}

function declaredType(inference: Inference, annotation: Expression): Type {
  return annotationType(
    annotation,
    inference.env.annotationScope(inference.module, inference.scope, inference.frame.owner?.self),
  );
}

function annotatedAssignment(inference: Inference, node: Extract<Statement, { kind: "AnnAssign" }>): void {
  const declared = declaredType(inference, node.annotation);
  const value =
    node.value && inferExpression(inference, node.value, declared.kind === "unknown" ? undefined : declared);
  if (value) {
    assignTo(inference, node.target, startType(node.value, value));
    if (declared.kind !== "unknown") teach(inference, value, declared);
  } else if (node.target.kind === "Attribute") inferExpression(inference, node.target);
  else if (node.target.kind === "Name") {
    const place = inference.place(node.target);
    if (place) inference.record(node.target, place.term);
  }
}

function augmentedAssignment(inference: Inference, node: Extract<Statement, { kind: "AugAssign" }>): void {
  const { target } = node;
  const left = inferExpression(inference, target);
  const head = inference.head(left);
  const right = inferExpression(inference, node.value, head.kind === "list" ? head : undefined);
  if (head.kind === "list" && node.op === "Add") {
    // `list += x` extends the list by the elements of x.
    inference.solver.flow(elementOf(inference, right, node.value), head.element);
    return;
  }
  if ((head.kind === "set" || head.kind === "dict") && node.op === "BitOr") {
    const other = inference.head(right);
    if (head.kind === "set") inference.solver.flow(elementOf(inference, right, node.value), head.element);
    else if (other.kind === "dict") {
      inference.solver.flow(other.key, head.key);
      inference.solver.flow(other.value, head.value);
    }
    return;
  }
  const result = binaryType(inference, { node, op: node.op, left, right, leftNode: target, rightNode: node.value });
  assignTo(inference, target, result);
  noteGrowth(inference, node);
}

function returnStatement(inference: Inference, node: Extract<Statement, { kind: "Return" }>): void {
  const { result } = inference.frame;
  if (node.value) {
    const declared = isVariable(result) ? undefined : result;
    const type = inferExpression(inference, node.value, declared ?? inference.solver.shallow(result));
    if (!inference.frame.decl?.isGenerator && !inference.isIdle) give(inference, result, type);
    if (inference.frame.decl) inference.note(inference.frame.decl.resultSlot, type);
  } else if (isVariable(result) && !inference.frame.decl?.isGenerator && !inference.isIdle)
    inference.solver.flow(noneType, result);
  inference.narrowings = undefined;
}

function ifStatement(inference: Inference, node: Extract<Statement, { kind: "If" }>): void {
  inferExpression(inference, node.test);
  const before = inference.copyNarrowings();
  const outcome = typeTestOutcome(inference, node.test);
  applyFacts(inference, factsOf(inference, node.test, true));
  inBranch(inference, branchCounts(inference, outcome, true), () => {
    if (!isPremature(inference, outcome, node.test, assignedKeys(inference, node.body)))
      inferBlock(inference, node.body);
  });
  const after = outcome === false ? undefined : inference.narrowings;
  inference.narrowings = before;
  applyFacts(inference, factsOf(inference, node.test, false));
  inBranch(inference, branchCounts(inference, outcome, false), () => {
    inferBlock(inference, node.orelse);
  });
  inference.narrowings = outcome === true ? after : meetNarrowings(inference, after, inference.narrowings);
  // After `if isinstance(x, T): return …` the rest of the block is the other branch.
  if (outcome !== undefined && !after && node.orelse.length === 0 && !branchCounts(inference, outcome, false))
    inference.isIdle = true;
}

function forgetAssigned(inference: Inference, body: readonly Statement[]): void {
  for (const key of assignedKeys(inference, body)) inference.forget(key);
}

function whileStatement(inference: Inference, node: Extract<Statement, { kind: "While" }>): void {
  forgetAssigned(inference, [node]);
  inferExpression(inference, node.test);
  const before = inference.copyNarrowings();
  applyFacts(inference, factsOf(inference, node.test, true));
  inLoop(inference, insideWhile(inference, node.test), () => inferBlock(inference, node.body));
  inference.narrowings = before;
  if (!node.body.some(hasBreak)) applyFacts(inference, factsOf(inference, node.test, false));
  inferBlock(inference, node.orelse);
}

function hasBreak(node: Statement): boolean {
  if (node.kind === "Break") return true;
  if (node.kind === "If") return [...node.body, ...node.orelse].some(hasBreak);
  if (node.kind === "Try" || node.kind === "TryStar")
    return [...node.body, ...node.handlers.flatMap((handler) => handler.body), ...node.orelse, ...node.finalbody].some(
      hasBreak,
    );
  if (node.kind === "With" || node.kind === "AsyncWith") return node.body.some(hasBreak);
  return node.kind === "Match" && node.cases.some((part) => part.body.some(hasBreak));
}

function forStatement(inference: Inference, node: Extract<Statement, { kind: "For" | "AsyncFor" }>): void {
  const iterable = inferExpression(inference, node.iter);
  forgetAssigned(inference, [node]);
  const element = elementOf(inference, iterable, node.iter);
  assignTo(inference, node.target, element);
  const before = inference.copyNarrowings();
  const rounds = rangeMagnitude(inference, node.iter, element);
  inLoop(inference, insideFor(inference.loop, node.target, node.iter, rounds), () => inferBlock(inference, node.body));
  inference.narrowings = before;
  inferBlock(inference, node.orelse);
}

/** Infers the body of a loop of which this is known. */
function inLoop(inference: Inference, evidence: LoopEvidence, body: () => void): void {
  const { loop } = inference;
  inference.loop = evidence;
  body();
  inference.loop = loop;
}

function withStatement(inference: Inference, node: Extract<Statement, { kind: "With" | "AsyncWith" }>): void {
  for (const item of node.items) {
    const manager = inferExpression(inference, item.contextExpr);
    const head = inference.head(manager);
    let entered: Type = unknownType;
    if (head.kind === "iterator") entered = head.element;
    else {
      entered = callMethod(inference, head, node.kind === "With" ? "__enter__" : "__aenter__", [], item) ?? unknownType;
      const made = inference.solver.shallow(entered);
      if (node.kind === "AsyncWith" && made.kind === "awaitable") entered = made.result;
      callMethod(
        inference,
        head,
        node.kind === "With" ? "__exit__" : "__aexit__",
        [unknownType, unknownType, unknownType],
        item,
      );
    }
    if (item.optionalVars) assignTo(inference, item.optionalVars, entered);
  }
  inferBlock(inference, node.body);
}

function tryStatement(inference: Inference, node: Extract<Statement, { kind: "Try" | "TryStar" }>): void {
  const before = inference.copyNarrowings();
  inferBlock(inference, node.body);
  inferBlock(inference, node.orelse);
  let after = inference.narrowings;
  for (const handler of node.handlers) {
    inference.narrowings = before && new Map(before);
    forgetAssigned(inference, node.body);
    if (handler.type) inferExpression(inference, handler.type);
    if (handler.name !== undefined) {
      const place = inference.place(handler);
      if (place) give(inference, place.term, caughtType(inference, handler.type, node.kind === "TryStar"));
    }
    inferBlock(inference, handler.body);
    after = meetNarrowings(inference, after, inference.narrowings);
  }
  inference.narrowings = after;
  if (node.finalbody.length > 0) {
    const alive = inference.narrowings;
    if (!alive) inference.narrowings = before && new Map(before);
    inferBlock(inference, node.finalbody);
    if (!alive) inference.narrowings = undefined;
  }
}

function caughtType(inference: Inference, type: Expression | undefined, star: boolean): Type {
  const classes = type ? instancesOf(inference, type) : [];
  const path = star ? "builtins.ExceptionGroup" : "builtins.Exception";
  const fallback = inference.env.library.member(path);
  const base: Type =
    fallback?.kind === "library-class"
      ? { kind: "named", symbol: fallback.symbol, arguments: fallback.symbol.typeParameters.map(() => unknownType) }
      : unknownType;
  const [first] = classes;
  if (star && first && base.kind === "named") {
    const held = classes.reduce((a, b) => inference.solver.merge(a, b));
    return { ...base, arguments: base.symbol.typeParameters.map(() => held) };
  }
  if (star || classes.length === 0) return base;
  return classes.length === 1 ? first! : classes.reduce((a, b) => inference.solver.merge(a, b));
}

/** Infers a function: what its parameters get by default, its body, and what it returns. */
export function inferFunction(inference: Inference, decl: FunctionDecl): void {
  for (const decorator of decl.node.decoratorList) inferExpression(inference, decorator);
  const owner = decl.owner && inference.env.classInfo(decl.owner);
  const [outerFrame, outerNarrowings] = [inference.frame, inference.copyNarrowings()];
  for (const parameter of decl.parameters) parameterTerm(inference, parameter.node, parameter.slot, parameter.kind);
  if (decl.receiver && owner) {
    const web = inference.binding.webs.get(decl.receiver);
    if (web) inference.setWeb(web, decl.flavour === "class" ? { kind: "class", instance: owner.self } : owner.self);
  }
  inference.frame = {
    decl,
    owner: owner ?? outerFrame.owner,
    result: inference.slot(decl.resultSlot),
    yields: inference.slot(decl.yieldSlot),
  };
  inference.narrowings = new Map();
  const outerIdle = inference.isIdle;
  inference.isIdle = false;
  inLoop(inference, noLoop, () => inference.inScope(decl.node, () => inferBlock(inference, decl.node.body)));
  inference.isIdle = outerIdle;
  if (isVariable(inference.frame.result) && !decl.isGenerator && !decl.isAbstract && canFallThrough(decl.node.body))
    inference.solver.flow(noneType, inference.frame.result);
  inference.frame = outerFrame;
  inference.narrowings = outerNarrowings;
}

function parameterTerm(inference: Inference, arg: Arg, slot: string, kind: string): void {
  const term = inference.slot(slot);
  if (arg.default) {
    const type = startType(arg.default, inferExpression(inference, arg.default, isVariable(term) ? undefined : term));
    inference.note(slot, type);
    // `None` by default says that there may be nothing, and not what there else may be.
    give(
      inference,
      term,
      type.kind === "none" && isVariable(term) ? { kind: "optional", inner: inference.cell(arg, "given") } : type,
    );
  }
  const web = inference.binding.webs.get(arg);
  if (!web) return;
  if (kind === "variadic") {
    const cell = inference.cell(arg, "rest");
    inference.solver.flow(term, cell);
    inference.setWeb(web, { kind: "tuple", elements: [], rest: isVariable(term) ? term : cell });
  } else if (kind === "keywords") inference.setWeb(web, { kind: "dict", key: { kind: "string" }, value: term });
  else inference.setWeb(web, term);
}

function inferClass(inference: Inference, node: ClassDef): void {
  const decl = inference.decls.classes.get(node);
  if (!decl) return;
  for (const decorator of node.decoratorList) inferExpression(inference, decorator);
  for (const keyword of node.keywords) inferExpression(inference, keyword.value);
  const info = inference.env.classInfo(decl);
  const outer = inference.frame;
  inference.frame = { ...outer, owner: info };
  inference.inScope(node, () => inferBlock(inference, node.body));
  // The names of a class body are its fields.
  for (const [web, term] of inference.webTerms) {
    if (web.variable.scope.node !== node) continue;
    const field = decl.fields.get(web.variable.name);
    if (field) give(inference, inference.slot(field.slot), dataclassField(inference, field.default, term));
  }
  inference.frame = outer;
}

/** `field(default_factory=list)` stands for what the factory makes. */
function dataclassField(inference: Inference, value: Expression | undefined, term: Type): Type {
  if (value?.kind !== "Call") return term;
  const record = inference.calls.get(value);
  return record?.target === "dataclasses.field" ? inference.solver.shallow(term) : term;
}
