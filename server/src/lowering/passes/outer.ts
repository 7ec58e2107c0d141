import { bodiesOf, isLoop, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walkAll } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { isSettled } from "../round-variables.ts";
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
    declarations.map((declaration) => new Marker(context.source === "go").declaration(declaration)),
};

/** The variables of one function, or of the rounds of the loops around a place in it. */
interface Surroundings {
  readonly outer: ReadonlySet<Binding>;
  readonly rounds: ReadonlyMap<Binding, Body>;
}

class Marker {
  readonly #isGo: boolean;

  constructor(isGo: boolean) {
    this.#isGo = isGo;
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
    return [...kept].filter((binding) => {
      const body = around.rounds.get(binding)!;
      return isSettled(binding, body, node) || isCounter(body, binding);
    });
  }

  #loop(node: Extract<ir.Statement, { kind: "While" | "Loop" | "ForEach" }>, around: Surroundings): ir.Statement {
    const rounds = new Map(around.rounds);
    const begin = (binding: Binding): void => void rounds.set(binding, node.body);
    if (node.kind === "ForEach") node.declares.forEach(begin);
    if (node.kind === "Loop" && node.init?.kind === "Assign") node.init.declares.forEach(begin);
    declaredIn(node.body).forEach(begin);
    return mapChildren(node as ir.Node, (child) => this.#node(child, { ...around, rounds })) as ir.Statement;
  }
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
