import { bodiesOf, isLoop, mapBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { isAssignedBeforeRead } from "./flow.ts";
import type { Pass } from "./pass.ts";
import { boundVariables, clauseBindings, Occurrences, orphans } from "./occurrences.ts";

/*
 * Python's variables belong to functions, Go's to blocks. This pass decides in which block each variable begins: the innermost one that holds all of
 * its uses, unless the value must live from one round of a loop to the next, or a closure shares the variable between rounds. A variable that is
 * used for unrelated things in several blocks begins in each of them.
 */

/** Runs after the passes that make variables and before those that remove them. */
export const declarationsPass: Pass = {
  name: "declarations",
  reason: "Python's variables belong to functions, Go's to blocks.",
  from: "python",
  to: "go",
  run: (declarations, context) =>
    declarations.map((declaration) => placeDeclarations(declaration, (binding) => context.isGlobal(binding))),
};

/** Places the declarations of all functions in a declaration that was lifted from Python. `isGlobal` names what the package declares. */
export function placeDeclarations<D extends ir.Declaration>(
  declaration: D,
  isGlobal: (binding: Binding) => boolean,
): D {
  if (declaration.kind === "TopLevel") {
    const body = declaration.body.map((statement) => inside(statement, new Set(), isGlobal));
    return { ...declaration, body: new Placement(body, new Set(), isGlobal, true).result };
  }
  return inside(declaration, new Set(), isGlobal);
}

/** Rewrites the functions inside a node. `outer`: the variables of the functions around it. */
function inside<N extends ir.Node>(node: N, outer: ReadonlySet<Binding>, isGlobal: (binding: Binding) => boolean): N {
  if (node.kind === "Function" || node.kind === "Closure") {
    const known = new Set(outer);
    for (const parameter of node.parameters) known.add(parameter.binding);
    if (node.kind === "Function" && node.receiver) known.add(node.receiver);
    const own = new Set([...known, ...boundVariables(node.body)]);
    const body = node.body.map((statement) => inside(statement, own, isGlobal));
    const placed = new Placement(body, known, isGlobal, false).result;
    const rest = mapChildren({ ...node, body: [] }, (child) => inside(child, outer, isGlobal));
    return { ...rest, body: placed } as unknown as N;
  }
  return mapChildren(node, (child) => inside(child, outer, isGlobal));
}

class Placement {
  readonly #body: Body;
  readonly #occurrences: Occurrences;
  /** The variables that begin with a statement (an assignment or loop). */
  readonly #begins = new Map<ir.Statement, Binding[]>();
  /** The variables that must be declared before a statement. */
  readonly #before = new Map<ir.Statement, Binding[]>();
  readonly #forward = new Set<ir.Statement>();

  constructor(body: Body, known: ReadonlySet<Binding>, isGlobal: (binding: Binding) => boolean, isTopLevel: boolean) {
    this.#body = body;
    this.#occurrences = new Occurrences(body);
    const clauses = clauseBindings(body);
    const isOwn = (binding: Binding): boolean =>
      !known.has(binding) &&
      !isGlobal(binding) &&
      (binding.kind === "local" || (isTopLevel && binding.kind === "global"));
    for (const binding of [...boundVariables(body), ...orphans(body, isOwn)]) {
      if (known.has(binding) || clauses.has(binding) || isGlobal(binding)) continue;
      if (
        !isTopLevel &&
        (binding.kind === "global" ||
          binding.kind === "constant" ||
          binding.kind === "type" ||
          binding.kind === "import")
      )
        continue;
      this.#place(body, binding, undefined);
    }
  }

  get result(): Body {
    return this.#rebuild(this.#body);
  }

  /** `around` is the statement whose list this is. */
  #place(body: Body, binding: Binding, around: ir.Statement | undefined): void {
    const apart = this.#apart(body, binding);
    for (const [inner, owner] of apart) this.#place(inner, binding, owner);
    const remains = (statement: ir.Statement): boolean =>
      this.#occurrences.isDirect(statement, binding) ||
      bodiesOf(statement).some((inner) => !apart.has(inner) && this.#occurrences.isIn(inner, binding));
    const isTarget = around?.kind === "ForEach" && around.body === body && assignsTo(around.target, binding);
    if (isTarget) {
      push(this.#begins, around, binding);
      return;
    }
    const first = body.find(remains);
    if (!first) return;
    if (
      first.kind === "Assign" &&
      first.targets.some((target) => assignsTo(target, binding)) &&
      (first.targets.length === 1 || first.targets.every((target) => target.kind === "Variable")) &&
      !mentionsInClosure(first.value, binding)
    ) {
      push(this.#begins, first, binding);
    } else if (
      first.kind === "LocalDeclaration" &&
      "binding" in first.declaration &&
      first.declaration.binding === binding
    ) {
      if (mentions(first.declaration, binding)) this.#declareBefore(first, binding);
    } else {
      this.#declareBefore(first, binding);
    }
  }

  #declareBefore(statement: ir.Statement, binding: Binding): void {
    push(this.#before, statement, binding);
    this.#forward.add(statement);
  }

  /**
   * The lists inside the statements of `body` in which the variable can be one of its own: each read in them comes after an assignment in them, and
   * nothing outside reads what they assigned. The statement that each belongs to comes with it.
   */
  #apart(body: Body, binding: Binding): ReadonlyMap<Body, ir.Statement> {
    const candidates = new Map<Body, ir.Statement>();
    for (const statement of body) {
      for (const inner of bodiesOf(statement)) {
        if (
          inner.length > 0 &&
          this.#occurrences.isIn(inner, binding) &&
          this.#isSelfContained(statement, inner, binding)
        )
          candidates.set(inner, statement);
      }
    }
    if (candidates.size === 0) return candidates;
    if (isAssignedBeforeRead(body, binding, (list) => candidates.has(list))) return candidates;
    const loops = new Map([...candidates].filter(([, statement]) => isLoop(statement)));
    if (
      loops.size > 0 &&
      loops.size < candidates.size &&
      isAssignedBeforeRead(body, binding, (list) => loops.has(list))
    )
      return loops;
    return new Map();
  }

  #isSelfContained(statement: ir.Statement, inner: Body, binding: Binding): boolean {
    if (isLoop(statement) && this.#occurrences.isKept(inner, binding)) return false;
    const isTarget = statement.kind === "ForEach" && statement.body === inner && assignsTo(statement.target, binding);
    return isAssignedBeforeRead(inner, binding, () => false, isTarget ? "assigned" : "maybe");
  }

  #rebuild(body: Body): Body {
    return body.flatMap((statement) => {
      const declared = this.#before.get(statement) ?? [];
      const begun = this.#begins.get(statement) ?? [];
      const rebuilt = this.#finish(
        mapBodies(statement, (inner) => this.#rebuild(inner)),
        begun,
        declared,
      );
      if (declared.length === 0) return [rebuilt];
      const declarations = declared.map((binding): ir.Declare => ({
        sort: "statement",
        kind: "Declare",
        binding,
        typed: true,
        ...(statement.origin ? { origin: statement.origin } : {}),
      }));
      return [...declarations, rebuilt];
    });
  }

  #finish(statement: ir.Statement, begun: readonly Binding[], declared: readonly Binding[]): ir.Statement {
    switch (statement.kind) {
      case "Assign":
      case "ForEach":
        return begun.length === 0 ? statement : { ...statement, declares: [...statement.declares, ...begun] };
      case "LocalDeclaration":
        return "binding" in statement.declaration &&
          !declared.includes(statement.declaration.binding) &&
          !this.#isDeclaredElsewhere(statement.declaration.binding)
          ? statement
          : { ...statement, declared: true };
      default:
        return statement;
    }
  }

  #isDeclaredElsewhere(binding: Binding): boolean {
    for (const bindings of this.#before.values()) if (bindings.includes(binding)) return true;
    return false;
  }
}

function push<Key>(map: Map<Key, Binding[]>, key: Key, binding: Binding): void {
  const list = map.get(key);
  if (list) list.push(binding);
  else map.set(key, [binding]);
}

function assignsTo(target: ir.Expression, binding: Binding): boolean {
  if (target.kind === "Variable") return target.binding === binding;
  if (target.kind === "TupleLiteral" || target.kind === "ListLiteral")
    return target.elements.some((element) => assignsTo(element, binding));
  return target.kind === "Spread" && assignsTo(target.operand, binding);
}

function mentions(node: ir.Node, binding: Binding): boolean {
  let found = false;
  const visit = (inner: ir.Node): ir.Node => {
    if (found) return inner;
    if (inner.kind === "Variable" && inner.binding === binding) found = true;
    else mapChildren(inner, visit);
    return inner;
  };
  visit(node);
  return found;
}

/** A closure that refers to the variable it is assigned to needs the variable to exist before. */
function mentionsInClosure(value: ir.Expression, binding: Binding): boolean {
  return mentions(value, binding);
}
