import { boolType, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { expressionText, describe } from "./check-messages.ts";
import { combine } from "./check-operators.ts";
import { anyValues, singleValue } from "./check-operand.ts";
import { untyped } from "./check-types.ts";
import { entity } from "./scope.ts";
import type { Entity } from "./scope.ts";
import { errorType } from "./universe.ts";
import type { AssignStmt, BinaryOperator, Expr, GoNode, Ident, IncDecStmt } from "./tree.ts";

/**
 * A new local variable; whether it is used (it itself, or as `usedElsewhere` tells) is checked when its function
 * has been seen. Not yet in scope.
 */
export function localVariable(
  check: Checker,
  node: Ident,
  type: Type,
  usedElsewhere: () => boolean = () => false,
): Entity {
  const declared = entity({
    name: node.name,
    kind: "local",
    role: "variable",
    id: check.nextId(node.name),
    type,
    assignments: 1,
    owner: check.context.function,
    node,
    package: check.context.file.package,
  });
  if (node.name !== "_") check.define(node, declared);
  if (node.name !== "_" && check.context.function?.signature !== undefined) {
    check.later(() => {
      if (!declared.used && !usedElsewhere())
        check.error(node, "unused-variable", `declared and not used: ${node.name}`);
    });
  }
  return declared;
}

/** Declares in the current scope and reports a name that the scope has already. */
export function declareLocal(check: Checker, node: GoNode, declared: Entity): void {
  if (check.context.scope.declare(declared) !== undefined) {
    declared.used = true;
    check.error(node, "duplicate-declaration", `${declared.name} redeclared in this block`);
  }
}

/**
 * The values of the right side, one for each of `count` variables: a call with several results and the comma-ok forms are spread. Undefined
 * when the numbers differ, which is reported.
 */
export function rightValues(
  check: Checker,
  at: GoNode,
  nodes: readonly Expr[],
  count: number,
  hints: readonly (Type | undefined)[],
  returning = false,
): Operand[] | undefined {
  const [only] = nodes;
  if (nodes.length === count && !(count === 1 && only === undefined))
    return nodes.map((node, i) => singleValue(check, node, hints[i]));
  if (nodes.length !== 1 || only === undefined) {
    for (const node of nodes) check.expression(node);
    mismatch(check, at, count, nodes, undefined, returning);
    return undefined;
  }
  const operand = anyValues(check, only);
  if (operand.mode === "invalid") return Array.from({ length: count }, () => invalid(only));
  if (operand.type.kind === "tuple" && operand.type.elements.length === count)
    return operand.type.elements.map((type) => valueOf(only, type));
  if (count === 2 && !returning && (operand.mode === "map index" || operand.mode === "commaOk")) {
    return [valueOf(only, operand.type), { node: only, mode: "value", type: untyped("bool") }];
  }
  mismatch(check, at, count, nodes, operand, returning);
  return undefined;
}

function mismatch(
  check: Checker,
  at: GoNode,
  count: number,
  nodes: readonly Expr[],
  operand: Operand | undefined,
  returning: boolean,
): void {
  const given = operand?.type.kind === "tuple" ? operand.type.elements.length : nodes.length;
  if (returning) {
    check.error(at, "assignment-mismatch", given < count ? "not enough return values" : "too many return values");
    return;
  }
  const variables = `${count} variable${count === 1 ? "" : "s"}`;
  const [only] = nodes;
  const call = nodes.length === 1 && only?.kind === "CallExpr";
  const values = call
    ? `${expressionText(only.fun)}() returns ${given} value${given === 1 ? "" : "s"}`
    : `${given} value${given === 1 ? "" : "s"}`;
  check.error(at, "assignment-mismatch", `assignment mismatch: ${variables} but ${values}`);
}

/** Gives variables without a declared type the types of their values, and checks the values against the declared ones. */
export function initialise(
  check: Checker,
  at: GoNode,
  variables: readonly Entity[],
  declaredType: Type | undefined,
  nodes: readonly Expr[],
  purpose: string,
): void {
  const values = rightValues(
    check,
    at,
    nodes,
    variables.length,
    variables.map(() => declaredType),
  );
  for (const [i, variable] of variables.entries()) {
    const value = values?.[i];
    if (value === undefined) {
      variable.type = declaredType ?? unknownType;
      // What is not initialised properly is not reported as unused as well.
      variable.used = true;
      continue;
    }
    const good = assign(check, value, declaredType, purpose);
    variable.type = declaredType ?? (good ? value.type : unknownType);
    if (variable.type.kind === "unknown") variable.used = true;
  }
}

export function checkAssignment(check: Checker, node: AssignStmt): void {
  if (node.tok === ":=") checkDefinition(check, node);
  else if (node.tok === "=") checkPlainAssignment(check, node);
  else {
    const [left, right] = [node.lhs[0], node.rhs[0]];
    if (left === undefined || right === undefined || node.lhs.length > 1 || node.rhs.length > 1) {
      check.error(node, "assignment-mismatch", `assignment operation ${node.tok} requires single-valued expressions`);
      return;
    }
    update(check, left, node.tok.slice(0, -1) as BinaryOperator, () => singleValue(check, right));
  }
}

/** `x++` and `x--`. */
export function checkIncrement(check: Checker, node: IncDecStmt): void {
  const one: Operand = { node: node.x, mode: "constant", type: untyped("int"), value: { kind: "int", value: 1n } };
  update(check, node.x, node.tok === "++" ? "+" : "-", () => one);
}

function update(check: Checker, left: Expr, op: BinaryOperator, right: () => Operand): void {
  const x = singleValue(check, left);
  const result = combine(check, left, { ...x }, right(), op);
  countAssignment(check, left);
  if (x.mode === "invalid") return;
  if (!isAssignable(x)) notAssignable(check, x);
  else if (result.mode !== "invalid") {
    // The result must not overwrite what is known about the left side.
    assign(check, { ...result, mode: "value", value: undefined }, x.type, "assignment operation");
  }
}

function countAssignment(check: Checker, node: Expr): void {
  const inner = unparen(node);
  const target = inner.kind === "Ident" ? check.context.scope.lookup(inner.name) : undefined;
  if (target === undefined || inner.kind !== "Ident" || !check.context.recording) return;
  const count = target.owner === undefined ? check.countOf(target) : target;
  count.assignments += 1;
}

function unparen(node: Expr): Expr {
  let inner = node;
  while (inner.kind === "ParenExpr") inner = inner.x;
  return inner;
}

function isAssignable(operand: Operand): boolean {
  return operand.mode === "variable" || operand.mode === "map index";
}

function notAssignable(check: Checker, x: Operand): void {
  check.error(
    x.node,
    "not-addressable",
    `cannot assign to ${expressionText(x.node)} (neither addressable nor a map index expression: ${describe(x)})`,
  );
}

function checkPlainAssignment(check: Checker, node: AssignStmt): void {
  const targets = node.lhs.map((left) => assignmentTarget(check, left));
  const values = rightValues(
    check,
    node,
    node.rhs,
    node.lhs.length,
    targets.map((target) => target?.type),
  );
  if (values === undefined) {
    // A failed assignment is no reason to report its variables as unused.
    for (const left of node.lhs) markUsed(check, left);
    return;
  }
  targets.forEach((target, i) => {
    if (target?.mode === "invalid") return;
    assign(check, values[i]!, target?.type, "assignment");
  });
}

function markUsed(check: Checker, node: Expr): void {
  const inner = unparen(node);
  const target = inner.kind === "Ident" ? check.context.scope.lookup(inner.name) : undefined;
  if (target?.role === "variable") target.used = true;
}

/** What is assigned to; undefined for `_`. A plain variable does not count as used. */
export function assignmentTarget(check: Checker, node: Expr): Operand | undefined {
  const inner = unparen(node);
  if (inner.kind === "Ident") {
    if (inner.name === "_") return undefined;
    const target = check.context.scope.lookup(inner.name);
    if (target?.role === "variable") {
      check.resolve(target);
      check.use(inner, target, "assign");
      const operand = {
        node: inner,
        mode: target.type.kind === "unknown" ? "invalid" : "variable",
        type: target.type,
      } as Operand;
      if (inner !== node) check.record({ ...operand, node });
      return check.record(operand);
    }
  }
  const operand = singleValue(check, node);
  if (operand.mode === "invalid" || isAssignable(operand)) return operand;
  if (inner.kind === "SelectorExpr" && check.facts.expressions.get(inner.x)?.mode === "map index") {
    check.error(node, "not-addressable", `cannot assign to struct field ${expressionText(node)} in map`);
  } else notAssignable(check, operand);
  return invalid(node);
}

function checkDefinition(check: Checker, node: AssignStmt): void {
  const { scope } = check.context;
  const seen = new Set<string>();
  const fresh: Entity[] = [];
  const targets = node.lhs.map((left): Entity | undefined => {
    if (left.kind !== "Ident") {
      check.expression(left);
      check.error(left, "misplaced", `non-name ${expressionText(left)} on left side of :=`);
      return undefined;
    }
    if (left.name !== "_" && seen.has(left.name)) {
      check.error(left, "duplicate-declaration", `${left.name} repeated on left side of :=`);
      return undefined;
    }
    seen.add(left.name);
    const existing = left.name === "_" ? undefined : scope.names.get(left.name);
    if (existing !== undefined) {
      check.use(left, existing, "assign");
      if (existing.role === "variable") return existing;
      check.error(left, "not-addressable", `cannot assign to ${left.name}`);
      return undefined;
    }
    const declared = localVariable(check, left, unknownType);
    if (left.name !== "_") fresh.push(declared);
    return declared;
  });
  defineValues(check, node, targets, new Set(fresh));
  if (fresh.length === 0 && seen.size === node.lhs.length)
    check.error(node, "no-new-variables", "no new variables on left side of :=");
  for (const declared of fresh) scope.declare(declared);
  for (const [i, left] of node.lhs.entries()) {
    const target = targets[i];
    if (target !== undefined)
      check.record({ node: left, mode: target.type.kind === "unknown" ? "invalid" : "variable", type: target.type });
  }
}

/**
 * The type that a variable has by convention when the package that the value comes from is not known: `err` is an error, and the `ok` of two is a bool.
 */
function conventionalType(name: string, value: Expr, count: number): Type {
  if (unparen(value).kind !== "CallExpr") return unknownType;
  if (/^err$|^err\d$|[a-z]Err$/.test(name)) return errorType;
  return name === "ok" && count === 2 ? boolType : unknownType;
}

function defineValues(
  check: Checker,
  node: AssignStmt,
  targets: readonly (Entity | undefined)[],
  fresh: ReadonlySet<Entity>,
): void {
  const isNew = (target: Entity | undefined): boolean =>
    target !== undefined && (fresh.has(target) || target.name === "_");
  const hints = targets.map((target) => (isNew(target) ? undefined : target?.type));
  const values = rightValues(check, node, node.rhs, node.lhs.length, hints);
  for (const [i, target] of targets.entries()) {
    const value = values?.[i];
    if (target === undefined || value === undefined) {
      if (target !== undefined) target.used = true;
      continue;
    }
    if (!isNew(target)) assign(check, value, target.type, "assignment");
    else if (value.mode === "invalid") {
      target.type = conventionalType(target.name, node.rhs[i] ?? node.rhs[0]!, node.lhs.length);
      target.used = true;
    } else if (assign(check, value, undefined, "assignment")) target.type = value.type;
    else target.used = true;
  }
}
