import { bodiesOf, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, walk } from "../../ir/walk.ts";
import { isTemporary } from "../temporary.ts";
import type { Binding } from "../../types/binding.ts";

/* Where the variables of one function are bound and used, by statement list. */

/** The variables that the statements of one function bind, without those of functions inside it. */
export function boundVariables(body: Body): ReadonlySet<Binding> {
  const bound = new Set<Binding>();
  const target = (node: ir.Expression): void => {
    if (node.kind === "Variable") bound.add(node.binding);
    else if (node.kind === "TupleLiteral" || node.kind === "ListLiteral") node.elements.forEach(target);
    else if (node.kind === "Spread") target(node.operand);
  };
  const visit = (node: ir.Node): void => {
    switch (node.kind) {
      case "Closure":
        return;
      case "LocalDeclaration":
        if (node.declaration.kind === "Function") bound.add(node.declaration.binding);
        return;
      case "Declare":
        bound.add(node.binding);
        break;
      case "Assign":
        node.targets.forEach(target);
        break;
      case "Update":
        target(node.target);
        break;
      case "AssignmentExpression":
        if (!isTemporary(node.target.binding)) target(node.target);
        break;
      case "ForEach":
        target(node.target);
        break;
      case "With":
        for (const item of node.items) if (item.target) target(item.target);
        break;
      case "OpaqueStatement":
        node.assigns.forEach((binding) => bound.add(binding));
        break;
      default:
        break;
    }
    forEachChild(node, visit);
  };
  body.forEach(visit);
  return bound;
}

/** Bindings that a clause of a statement brings along: those of handlers, type switches and blocks of `with`. They begin where the clause does. */
export function clauseBindings(body: Body): ReadonlySet<Binding> {
  const found = new Set<Binding>();
  const visit = (list: Body): void => {
    for (const statement of list) {
      if (statement.kind === "Try")
        for (const handler of statement.handlers) if (handler.binding) found.add(handler.binding);
      if ("failure" in statement && statement.failure)
        for (const handler of statement.failure.handlers) if (handler.binding) found.add(handler.binding);
      if (statement.kind === "TypeSwitch")
        for (const clause of statement.cases) if (clause.binding) found.add(clause.binding);
      if (statement.kind === "With") for (const { parameter } of statement.items) if (parameter) found.add(parameter);
      bodiesOf(statement).forEach(visit);
    }
  };
  visit(body);
  return found;
}

/** Which variables occur in each statement list, its inner lists and closures included, and which of them closures inside loops may keep. */
export class Occurrences {
  readonly #inBody = new Map<Body, Set<Binding>>();
  readonly #direct = new Map<ir.Statement, Set<Binding>>();
  readonly #kept = new Map<Body, Set<Binding>>();

  constructor(body: Body) {
    this.#body(body);
  }

  /** Whether the variable occurs in the list at any depth. The target of a loop counts for the loop's body. */
  isIn(body: Body, binding: Binding): boolean {
    return this.#inBody.get(body)?.has(binding) ?? false;
  }

  /** Whether the variable occurs in the statement outside of its inner lists. The target of a `for` is left out. */
  isDirect(statement: ir.Statement, binding: Binding): boolean {
    return this.#direct.get(statement)?.has(binding) ?? false;
  }

  /** Whether a closure made in the list, at any depth, may live on and refers to the variable. */
  isKept(body: Body, binding: Binding): boolean {
    return this.#kept.get(body)?.has(binding) ?? false;
  }

  #body(body: Body): { readonly all: Set<Binding>; readonly kept: Set<Binding> } {
    const all = new Set<Binding>();
    const kept = new Set<Binding>();
    for (const statement of body) {
      const direct = new Set<Binding>();
      this.#direct.set(statement, direct);
      directNodes(statement, (node) => collectVariables(node, direct));
      if (statement.kind === "LocalDeclaration" && "binding" in statement.declaration)
        direct.add(statement.declaration.binding);
      if (statement.kind === "Declare") direct.add(statement.binding);
      if (statement.kind === "OpaqueStatement") statement.assigns.forEach((binding) => direct.add(binding));
      keptBy(statement, kept);
      direct.forEach((binding) => all.add(binding));
      bodiesOf(statement).forEach((inner, position) => {
        const found = this.#body(inner);
        if (statement.kind === "ForEach" && position === 0) {
          collectVariables(statement.target, found.all);
          this.#inBody.set(inner, found.all);
        }
        found.all.forEach((binding) => all.add(binding));
        found.kept.forEach((binding) => kept.add(binding));
      });
    }
    this.#inBody.set(body, all);
    this.#kept.set(body, kept);
    return { all, kept };
  }
}

/** The nodes of a statement that do not stand in one of its lists. */
function directNodes(statement: ir.Statement, visit: (node: ir.Node) => void): void {
  const inner = new Set<ir.Node>(bodiesOf(statement).flat());
  forEachChild(statement, (child) => {
    if (inner.has(child)) return;
    if (statement.kind === "ForEach" && child === statement.target) return;
    visit(child);
  });
}

function collectVariables(node: ir.Node, into: Set<Binding>): void {
  walk(node, (inner) => {
    if (inner.kind === "Variable") into.add(inner.binding);
  });
}

/** Operations that call a function they are given and do not keep it. */
const callers: ReadonlySet<ir.Kind> = new Set([
  "Sorted",
  "ListSort",
  "Extreme",
  "LibraryCall",
  "Comprehension",
  "Quantify",
  "Sum",
]);

/** Variables that a closure made by the statement itself refers to, where the closure may be called later. */
function keptBy(statement: ir.Statement, kept: Set<Binding>): void {
  if (statement.kind === "LocalDeclaration" && statement.declaration.kind === "Function") {
    collectVariables(statement.declaration, kept);
    return;
  }
  const visit = (node: ir.Node, isCalledAtOnce: boolean): void => {
    if (node.kind === "Closure" && !isCalledAtOnce) {
      collectVariables(node, kept);
      return;
    }
    forEachChild(node, (child) =>
      visit(child, callers.has(node.kind) || (node.kind === "Call" && child === node.callee)),
    );
  };
  directNodes(statement, (node) => visit(node, false));
}

/**
 * Local variables that the statements read and nothing in them binds: a statement that could not be lifted did. `isOwn` tells which bindings can be
 * variables of this function.
 */
export function orphans(body: Body, isOwn: (binding: Binding) => boolean): ReadonlySet<Binding> {
  const used = new Set<Binding>();
  const bound = new Set<Binding>();
  let hasOpaque = false;
  const target = (node: ir.Expression): void => {
    if (node.kind === "Variable") bound.add(node.binding);
    else if (node.kind === "TupleLiteral" || node.kind === "ListLiteral") node.elements.forEach(target);
    else if (node.kind === "Spread") target(node.operand);
  };
  const visit = (node: ir.Node): void => {
    if (node.kind === "Variable" && isOwn(node.binding)) used.add(node.binding);
    hasOpaque ||= node.kind === "OpaqueStatement";
    if (node.kind === "Function" || node.kind === "Closure") {
      boundVariables(node.body).forEach((binding) => bound.add(binding));
      node.parameters.forEach((parameter) => bound.add(parameter.binding));
    }
    if (node.kind === "Comprehension") node.clauses.forEach((clause) => target(clause.target));
    if (node.kind === "Match")
      collectCaptures(
        node.cases.map((clause) => clause.pattern),
        bound,
      );
    forEachChild(node, visit);
  };
  body.forEach(visit);
  if (!hasOpaque) return new Set();
  boundVariables(body).forEach((binding) => bound.add(binding));
  clauseBindings(body).forEach((binding) => bound.add(binding));
  return new Set([...used].filter((binding) => !bound.has(binding)));
}

function collectCaptures(patterns: readonly ir.Pattern[], bound: Set<Binding>): void {
  for (const pattern of patterns) {
    if (pattern.form === "capture") {
      if (pattern.binding) bound.add(pattern.binding);
      if (pattern.pattern) collectCaptures([pattern.pattern], bound);
    }
    if (pattern.form === "sequence" || pattern.form === "alternatives") collectCaptures(pattern.patterns, bound);
    if (pattern.form === "class")
      collectCaptures(
        pattern.fields.map((field) => field.pattern),
        bound,
      );
    if (pattern.form === "mapping") {
      if (pattern.rest) bound.add(pattern.rest);
      collectCaptures(
        pattern.entries.map((entry) => entry.pattern),
        bound,
      );
    }
  }
}
