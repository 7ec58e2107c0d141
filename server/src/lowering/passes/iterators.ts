import { assign, expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import type { Pass, PassContext } from "./pass.ts";

/*
 * Python's iterators can be gone through once, and the next loop goes on where the one before stopped. Go's iterator functions begin anew. So an
 * iterator that is kept and looked at more than once is made resumable where it is made.
 */

export const iteratorsPass: Pass = {
  name: "iterators",
  reason: "Go's iterator functions begin anew with each loop; Python's iterators go on.",
  from: "python",
  to: "go",
  run: (declarations, context) =>
    declarations.map((declaration) => kept(failing(sending(declaration), context), context)),
};

/** Iterables that Python, too, goes through from the start each time. */
const repeatable: ReadonlySet<string> = new Set(["range", "iterable", "keys", "values", "items"]);

function isOnce(type: Type): boolean {
  return type.kind === "iterator" && !repeatable.has(type.source ?? "") && type.source !== "async";
}

/** Whether the expression makes an iterator, and does not only hand one on. */
function makesIterator(node: ir.Expression): boolean {
  if (!isOnce(node.type)) return false;
  if (node.kind === "Iterate") return node.form === "zip" || node.form === "enumerate" || node.form === "reversed";
  return (
    node.kind === "Call" ||
    node.kind === "MethodCall" ||
    node.kind === "LibraryCall" ||
    node.kind === "Comprehension" ||
    node.kind === "Itertool"
  );
}

function resumable(node: ir.Expression): ir.Expression {
  return expression("Resumable", node.type, { operand: node, ...(node.origin ? { origin: node.origin } : {}) });
}

/** How often, and how deep in loops and functions, each variable is assigned and read. */
interface Uses {
  reads: number;
  deepest: number;
  made: number;
}

/** Notes which generators look at what they are sent; a name that nobody reads is no look. */
function sending<D extends ir.Declaration>(declaration: D): D {
  const visit = (node: ir.Node): ir.Node => {
    if (node.kind === "Assign" && node.value.kind === "Yield") {
      const [target, ...others] = node.targets;
      if (target?.kind === "Variable" && others.length === 0 && target.binding.reads === 0) {
        const { targets: _targets, declares: _declares, value, ...rest } = node;
        return visit({ ...rest, kind: "ExpressionStatement", expression: value });
      }
    }
    return mapChildren(node, (child) => {
      const made = visit(child);
      return made.kind === "Yield" && node.kind !== "ExpressionStatement" ? { ...made, isUsed: true } : made;
    });
  };
  return visit(declaration) as D;
}

/** Generators that raise are told apart by the type of what they give, and so are the variables that hold it. */
function failing<D extends ir.Declaration>(declaration: D, context: PassContext): D {
  const { facts } = context;
  const fails = (node: ir.Expression): boolean =>
    node.kind === "Call"
      ? node.callee.kind === "Variable" && facts.generatorFails(node.callee.binding)
      : node.kind === "MethodCall" && node.symbol !== undefined && facts.generatorMethodFails(node.symbol, node.method);
  const held = new Set<Binding>();
  const collect = (node: ir.Node): void => {
    const [target] = node.kind === "Assign" ? node.targets : [];
    if (node.kind === "Assign" && target?.kind === "Variable" && fails(node.value) && target.binding.assignments === 1)
      held.add(target.binding);
    forEachChild(node, collect);
  };
  collect(declaration);
  const visit = (node: ir.Node): ir.Node => {
    const inner = mapChildren(node, visit);
    if (inner.sort !== "expression" || inner.type.kind !== "iterator") return inner;
    const isFailing = fails(inner) || (inner.kind === "Variable" && held.has(inner.binding));
    return isFailing ? { ...inner, type: { ...inner.type, fails: true } } : inner;
  };
  return visit(declaration) as D;
}

function kept<D extends ir.Declaration>(declaration: D, context: PassContext): D {
  const uses = usesIn(declaration);
  const isReused = (binding: Binding): boolean => {
    if (context.isGlobal(binding) && (binding.reads > 1 || declaration.kind !== "TopLevel")) return true;
    const found = uses.get(binding);
    return found !== undefined && (found.reads > 1 || found.deepest > found.made);
  };
  const isKept = (target: ir.Expression): boolean =>
    target.kind === "Variable" ? isReused(target.binding) : target.kind !== "TupleLiteral";
  const visit = (node: ir.Node): ir.Node => {
    const inner = mapChildren(node, visit);
    switch (inner.kind) {
      case "Assign":
        return inner.targets.some(isKept) && isKeptValue(inner) ? { ...inner, value: resumable(inner.value) } : inner;
      case "Global":
        return inner.value && makesIterator(inner.value) && isKept(inner.target)
          ? { ...inner, value: resumable(inner.value) }
          : inner;
      case "ListLiteral":
      case "TupleLiteral":
        return inner.elements.some(makesIterator) ? { ...inner, elements: inner.elements.map(ifMade) } : inner;
      case "ListAppend":
        return inner.elements.some(makesIterator) ? { ...inner, elements: inner.elements.map(ifMade) } : inner;
      case "Comprehension":
        return makesIterator(inner.element) ? { ...inner, element: resumable(inner.element) } : inner;
      case "Function":
      case "Closure":
        return withParameters(inner, isReused);
      default:
        return inner;
    }
  };
  return visit(declaration) as D;
}

function isKeptValue(node: ir.Assign): boolean {
  // What is handed on to a member may be gone through by others as well.
  const isStored = node.targets.some((target) => target.kind === "Field") && isOnce(node.value.type);
  return makesIterator(node.value) || (isStored && node.value.kind === "Variable");
}

function ifMade(node: ir.Expression): ir.Expression {
  return makesIterator(node) ? resumable(node) : node;
}

/** Parameters that hold iterators and are looked at more than once. */
function withParameters<N extends ir.Function | ir.Closure>(node: N, isReused: (binding: Binding) => boolean): N {
  const reused = node.parameters.filter(
    ({ binding, type, kind }) => kind !== "variadic" && kind !== "keywords" && isOnce(type) && isReused(binding),
  );
  if (reused.length === 0) return node;
  const head = reused.map(({ binding, type }) =>
    assign(variable(binding, type), expression("Resumable", type, { operand: variable(binding, type) })),
  );
  return { ...node, body: [...head, ...node.body] };
}

function usesIn(root: ir.Node): ReadonlyMap<Binding, Uses> {
  const uses = new Map<Binding, Uses>();
  const of = (binding: Binding): Uses => {
    let found = uses.get(binding);
    if (!found) uses.set(binding, (found = { reads: 0, deepest: 0, made: 0 }));
    return found;
  };
  const visit = (node: ir.Node, depth: number): void => {
    if (node.kind === "Variable") {
      const found = of(node.binding);
      found.reads++;
      found.deepest = Math.max(found.deepest, depth);
      return;
    }
    if (node.kind === "Assign") {
      visit(node.value, depth);
      for (const target of node.targets) {
        if (target.kind === "Variable") of(target.binding).made = depth;
        else visit(target, depth);
      }
      return;
    }
    if (node.kind === "ForEach") {
      visit(node.iterable, depth);
      [...node.body, ...node.orElse].forEach((statement) => visit(statement, depth + 1));
      return;
    }
    if (node.kind === "Comprehension") {
      node.clauses.forEach((clause, position) => visit(clause.iterable, position === 0 ? depth : depth + 1));
      for (const clause of node.clauses) clause.conditions.forEach((condition) => visit(condition, depth + 1));
      if (node.key) visit(node.key, depth + 1);
      visit(node.element, depth + 1);
      return;
    }
    const isDeeper =
      node.kind === "While" || node.kind === "Loop" || node.kind === "Function" || node.kind === "Closure";
    if (node.kind === "Function" || node.kind === "Closure")
      for (const parameter of node.parameters) of(parameter.binding).made = depth + 1;
    forEachChild(node, (child) => visit(child, isDeeper ? depth + 1 : depth));
  };
  visit(root, 0);
  return uses;
}
