import { bodiesOf, isLoop, type Body } from "../ir/blocks.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild, walkAll } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import { localClosures } from "./concurrency.ts";
import type { ProgramFacts } from "./facts.ts";
import { boundVariables } from "./passes/occurrences.ts";

/*
 * Variables of the rounds of a loop. In Go each round has its own, in Python all rounds share one: it matters to a function literal that lives on when its
 * round is over.
 */

/** The function literals of a round that may live on after it: kept, sent, started, handed to a function that keeps them. */
export function escapingClosures(body: Body, facts: Pick<ProgramFacts, "keepsFunction">): ReadonlySet<ir.Closure> {
  const held = localClosures(body);
  const found = new Set<ir.Closure>();
  const closureOf = (node: ir.Node): ir.Closure | undefined =>
    node.kind === "Closure" ? node : node.kind === "Variable" ? held.get(node.binding) : undefined;
  const visit = (node: ir.Node): void => {
    const isHarmless = harmless(node, facts, held);
    forEachChild(node, (child) => {
      const closure = closureOf(child);
      if (closure && !isHarmless(child)) found.add(closure);
      visit(child);
    });
  };
  body.forEach(visit);
  return found;
}

/** Tells the operands of a node that are called at once, or never again. */
function harmless(
  node: ir.Node,
  facts: Pick<ProgramFacts, "keepsFunction">,
  held: ReadonlyMap<Binding, ir.Closure>,
): (child: ir.Node) => boolean {
  switch (node.kind) {
    case "LibraryCall":
      return (child) => child.kind === "Closure" && child.isStarted !== true;
    case "ListSort":
    case "Sorted":
    case "ExpressionStatement":
    case "Compare":
    case "Identical":
    case "IsNone":
    case "Return":
      return () => true;
    case "Synchronize":
      return () => node.form === "once";
    case "Assign":
      return (child) =>
        (node.targets as readonly ir.Node[]).includes(child) ||
        node.targets.every((target) => target.kind === "Variable" && held.has(target.binding));
    case "Declare":
      return () => held.has(node.binding);
    case "Call":
    case "MethodCall":
      return (child) => child === calleeOf(node) || !keeps(node, child, facts);
    default:
      return () => false;
  }
}

function calleeOf(node: ir.Call | ir.MethodCall): ir.Expression {
  return node.kind === "Call" ? node.callee : node.receiver;
}

function keeps(node: ir.Call | ir.MethodCall, child: ir.Node, facts: Pick<ProgramFacts, "keepsFunction">): boolean {
  const position = node.arguments.findIndex(({ value }) => value === child);
  if (node.kind === "MethodCall")
    return node.symbol === undefined || facts.keepsFunction({ symbol: node.symbol, name: node.method }, position);
  const { callee } = node;
  return (
    callee.kind !== "Variable" || callee.binding.kind !== "function" || facts.keepsFunction(callee.binding.id, position)
  );
}

/** The variables that begin anew in each round, but for those of loops inside it. */
export function roundVariables(loop: ir.ForEach | ir.Loop | ir.While): ReadonlySet<Binding> {
  const found = new Set<Binding>(loop.kind === "ForEach" ? loop.declares : []);
  if (loop.kind === "Loop" && loop.init?.kind === "Assign") loop.init.declares.forEach((binding) => found.add(binding));
  const declared = (body: Body): void => {
    for (const statement of body) {
      if (statement.kind === "Assign") statement.declares.forEach((binding) => found.add(binding));
      if (statement.kind === "Declare") found.add(statement.binding);
      if (!isLoop(statement)) bodiesOf(statement).forEach(declared);
    }
  };
  declared(loop.body);
  return found;
}

/** Whether the variable keeps its value from where the literal is made to the end of the round. */
export function isSettled(binding: Binding, body: Body, closure: ir.Closure): boolean {
  if (binding.assignments <= 1) return true;
  if (isChangedInside(binding, body)) return false;
  const place = body.findIndex((statement) => contains(statement, closure));
  return body.slice(Math.max(place, 0)).every((statement) => !boundVariables([statement]).has(binding));
}

/** Whether a function literal of the round assigns the variable. */
function isChangedInside(binding: Binding, body: Body): boolean {
  let found = false;
  walkAll(body, (node) => {
    if (node.kind === "Closure") found ||= boundVariables(node.body).has(binding);
  });
  return found;
}

function contains(statement: ir.Statement, closure: ir.Closure): boolean {
  let found = false;
  walkAll([statement], (node) => void (found ||= node === closure));
  return found;
}

/** The variables of the round that a function literal mentions, itself or in literals inside it. */
export function mentioned(closure: ir.Closure, among: ReadonlySet<Binding>): readonly Binding[] {
  const found = new Set<Binding>();
  walkAll(closure.body, (node) => {
    if (node.kind === "Variable" && among.has(node.binding)) found.add(node.binding);
  });
  return [...found];
}
