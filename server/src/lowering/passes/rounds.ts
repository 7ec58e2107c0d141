import { bodiesOf, isLoop, mapBodies, type Body } from "../../ir/blocks.ts";
import { assign, expression, expressionStatement, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walkAll } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { functionOf, noneType } from "../../types/build.ts";
import { escapingClosures, isSettled, mentioned, roundVariables } from "../round-variables.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * A function literal that lives on when its round of a loop is over, and shares a variable of the round that still changes, needs a variable of its own.
 * In Python only a function has variables of its own, so the round becomes one.
 */

export const roundsPass: Pass = {
  name: "rounds",
  reason: "Python has one variable for all rounds of a loop, Go one for each.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => rewrite(declaration, context)),
};

type CountedLoop = ir.ForEach | ir.Loop | ir.While;

function rewrite<N extends ir.Node>(node: N, context: PassContext): N {
  const inner = mapChildren<ir.Node>(node, (child) => {
    const made = rewrite(child, context);
    return made.sort === "statement" && isLoop(made) ? separated(made, context) : made;
  });
  return inner as N;
}

function separated(loop: CountedLoop, context: PassContext): ir.Statement | readonly ir.Statement[] {
  const variables = roundVariables(loop);
  const isShared = [...escapingClosures(loop.body, context.facts)].some((closure) =>
    mentioned(closure, variables).some(
      (binding) => !isSettled(binding, loop.body, closure) && !isCounter(binding, loop),
    ),
  );
  if (!isShared) return loop;
  const head = [...headOf(loop)];
  if (leavesRound(loop.body) || head.some((binding) => assignedIn(loop.body, binding))) {
    context.report(loop, {
      severity: "mark",
      code: "round-variable",
      message:
        "A function outlives its round of this loop and shares a variable of it that changes; Python has one variable for all rounds. Make the function in a function of its own.",
    });
    return loop;
  }
  const parameters = head.map((binding): Binding => ({ ...binding, kind: "parameter", assignments: 0 }));
  const renamed = new Map(head.map((binding, position) => [binding, parameters[position]!]));
  const body = loop.body.map((statement) => withNames(withReturns(statement), renamed) as ir.Statement);
  const type = functionOf(
    head.map((binding) => ({ type: binding.type, kind: "positional" as const })),
    noneType,
  );
  const step = context.temporary("step", type);
  const closure = expression("Closure", type, {
    parameters: parameters.map((binding) => ({ binding, type: binding.type, kind: "positional" as const })),
    result: noneType,
    body,
  });
  const call = expression("Call", noneType, {
    callee: variable(step),
    arguments: head.map((binding) => ({ value: variable(binding) })),
  });
  return [
    { ...assign(variable(step), closure, [step]), ...(loop.origin ? { origin: loop.origin } : {}) },
    { ...loop, body: [{ ...expressionStatement(call), ...(loop.origin ? { origin: loop.origin } : {}) }] },
  ];
}

/** The counter of a loop, which only its head sets. */
function isCounter(binding: Binding, loop: CountedLoop): boolean {
  return loop.kind === "Loop" && [...headOf(loop)].includes(binding) && !changes(loop.body, binding);
}

function headOf(loop: CountedLoop): readonly Binding[] {
  const named = (bindings: readonly Binding[]): readonly Binding[] => bindings.filter(({ name }) => name !== "_");
  if (loop.kind === "ForEach") return named(loop.declares);
  return loop.kind === "Loop" && loop.init?.kind === "Assign" ? named(loop.init.declares) : [];
}

function assigns(node: ir.Node, binding: Binding): boolean {
  if (node.kind === "Assign")
    return node.targets.some((target) => target.kind === "Variable" && target.binding === binding);
  return node.kind === "Update" && node.target.kind === "Variable" && node.target.binding === binding;
}

/** Whether anything in the body sets the variable, function literals included. */
function changes(body: Body, binding: Binding): boolean {
  let found = false;
  walkAll(body, (node) => void (found ||= assigns(node, binding)));
  return found;
}

/** Whether the round itself sets the variable, which the head of the loop would see. */
function assignedIn(body: Body, binding: Binding): boolean {
  let found = false;
  const visit = (node: ir.Node): ir.Node => {
    found ||= assigns(node, binding);
    return node.kind === "Closure" ? node : mapChildren(node, visit);
  };
  body.forEach(visit);
  return found;
}

/** Whether the body ends the loop or the function from inside. */
function leavesRound(body: Body, depth = 0): boolean {
  return body.some((statement) => {
    if (statement.kind === "Return" || statement.kind === "Goto") return true;
    if (statement.kind === "Break") return depth === 0 || statement.label !== undefined;
    if (statement.kind === "Continue" && statement.label !== undefined) return true;
    return bodiesOf(statement).some((inner) => leavesRound(inner, depth + (isLoop(statement) ? 1 : 0)));
  });
}

/** `continue` ends the round's function. */
function withReturns(statement: ir.Statement): ir.Statement {
  if (statement.kind === "Continue")
    return {
      sort: "statement",
      kind: "Return",
      ...(statement.origin ? { origin: statement.origin } : {}),
      ...(statement.leading ? { leading: statement.leading } : {}),
    };
  return isLoop(statement) ? statement : mapBodies(statement, (body) => body.map(withReturns));
}

function withNames(node: ir.Node, renamed: ReadonlyMap<Binding, Binding>): ir.Node {
  if (node.kind === "Variable") {
    const binding = renamed.get(node.binding);
    return binding ? { ...node, binding } : node;
  }
  return mapChildren(node, (child) => withNames(child, renamed));
}
