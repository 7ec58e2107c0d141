import { bodiesOf, isLoop, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walkAll } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { boundVariables } from "./occurrences.ts";
import type { Pass } from "./pass.ts";

/*
 * Python decides by assignment whose a variable is, and has one variable for all rounds of a loop. This pass says for each function which outer
 * variables it assigns (`global`, `nonlocal`), and for each closure made in a loop of Go which variables of the round it must keep.
 */

export const outerPass: Pass = {
  name: "outer-variables",
  reason:
    "Python needs `global` and `nonlocal` where a function assigns a variable that is not its own, and defaults where a closure keeps a round's variable.",
  to: "python",
  run: (declarations, context) =>
    declarations.map((declaration) =>
      new Marker(context.source === "go", (node) => context.report(node, sharedRound)).declaration(declaration),
    ),
};

const sharedRound = {
  severity: "mark",
  code: "round-variable",
  message:
    "This function outlives its round of the loop and changes a variable of it; Python has one variable for all rounds. Make the function in a function of its own.",
} as const;

/** The variables of one function, or of the rounds of the loops around a place in it. */
interface Surroundings {
  readonly outer: ReadonlySet<Binding>;
  readonly rounds: ReadonlyMap<Binding, Body>;
}

class Marker {
  readonly #isGo: boolean;
  readonly #sharesRound: (node: ir.Node) => void;
  /** Closures that something keeps beyond the round that makes them. */
  readonly #stored = new Set<ir.Node>();

  constructor(isGo: boolean, sharesRound: (node: ir.Node) => void) {
    this.#isGo = isGo;
    this.#sharesRound = sharesRound;
  }

  declaration<D extends ir.Declaration>(declaration: D): D {
    return this.#node(declaration, { outer: new Set(), rounds: new Map() }) as D;
  }

  #node(node: ir.Node, around: Surroundings): ir.Node {
    if (node.kind === "Function" || node.kind === "Closure") return this.#function(node, around);
    if (this.#isGo && node.sort === "statement" && isLoop(node)) return this.#loop(node, around);
    return mapChildren(node, (child) => this.#node(child, around));
  }

  #function<F extends ir.Function | ir.Closure>(node: F, around: Surroundings): F {
    const own = new Set(node.parameters.map((parameter) => parameter.binding));
    if (node.kind === "Function" && node.receiver) own.add(node.receiver);
    node.results?.forEach((binding) => own.add(binding));
    const bound = boundVariables(node.body);
    const assigned = [...bound].filter(
      (binding) => !own.has(binding) && (around.outer.has(binding) || isOfModule(binding)),
    );
    const inner: Surroundings = { outer: new Set([...around.outer, ...own, ...bound]), rounds: new Map() };
    const keeps = node.kind === "Closure" ? this.#kept(node, around) : [];
    const mapped = mapChildren(node as ir.Node, (child) => this.#node(child, inner)) as F;
    return { ...mapped, ...(assigned.length > 0 ? { outer: assigned } : {}), ...(keeps.length > 0 ? { keeps } : {}) };
  }

  /** Variables of a round that the closure reads and that nothing assigns after it was made, as far as one can see. */
  #kept(node: ir.Closure, around: Surroundings): readonly Binding[] {
    if (around.rounds.size === 0) return [];
    const kept = new Set<Binding>();
    walkAll(node.body, (inner) => {
      if (
        inner.kind === "Variable" &&
        around.rounds.has(inner.binding) &&
        !boundVariables(node.body).has(inner.binding)
      )
        kept.add(inner.binding);
    });
    const assigned = boundVariables(node.body);
    if (this.#stored.has(node) && [...around.rounds.keys()].some((binding) => assigned.has(binding)))
      this.#sharesRound(node);
    return [...kept].filter((binding) => binding.assignments <= 1 || isCounter(around.rounds.get(binding)!, binding));
  }

  #loop(node: Extract<ir.Statement, { kind: "While" | "Loop" | "ForEach" }>, around: Surroundings): ir.Statement {
    const rounds = new Map(around.rounds);
    const begin = (binding: Binding): void => void rounds.set(binding, node.body);
    if (node.kind === "ForEach") node.declares.forEach(begin);
    if (node.kind === "Loop" && node.init?.kind === "Assign") node.init.declares.forEach(begin);
    declaredIn(node.body).forEach(begin);
    storedIn(node.body).forEach((closure) => this.#stored.add(closure));
    return mapChildren(node as ir.Node, (child) => this.#node(child, { ...around, rounds })) as ir.Statement;
  }
}

/** The closures in the body that are put into a list, a field or an element, sent, or started as goroutines. */
function storedIn(body: Body): readonly ir.Node[] {
  const stored: ir.Node[] = [];
  walkAll(body, (node) => {
    if (node.kind === "ListAppend" || node.kind === "Appended") stored.push(...node.elements);
    else if (node.kind === "Send") stored.push(node.value);
    else if (node.kind === "Spawn" && node.call.kind === "Call") stored.push(node.call.callee);
    else if (node.kind === "Assign" && node.targets.some((target) => target.kind !== "Variable"))
      stored.push(node.value);
  });
  return stored.filter((node) => node.kind === "Closure");
}

function isOfModule(binding: Binding): boolean {
  return binding.kind === "global" || binding.kind === "constant";
}

/** The counter of a loop is set by its head alone. */
function isCounter(body: Body, binding: Binding): boolean {
  return !boundVariables(body).has(binding);
}

function declaredIn(body: Body): readonly Binding[] {
  return body.flatMap((statement) => [
    ...(statement.kind === "Assign" ? statement.declares : statement.kind === "Declare" ? [statement.binding] : []),
    ...bodiesOf(statement).flatMap(declaredIn),
  ]);
}
