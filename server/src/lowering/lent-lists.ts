import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import type { Type } from "../types/type.ts";
import { methodKey } from "./method-key.ts";
import { storedIn } from "./stored-operands.ts";

/*
 * Lists that functions lend: a function may give a list that it was given, or that something else holds too, and may keep a list that it was given.
 * Whoever lets such a list grow is seen by the other holders in Python.
 */

/** Where a list comes from: made just now unless one of these says otherwise. */
interface Sources {
  /** Something else holds it. */
  readonly isHeld: boolean;
  /** Parameters of the function that may be it. */
  readonly parameters: readonly number[];
  /** Functions that gave it. */
  readonly calls: readonly string[];
}

interface LendingFunction {
  readonly id: string;
  readonly result: Sources;
  /** The parameters that are kept, and those that are handed on. */
  readonly kept: readonly number[];
  readonly passed: readonly { readonly index: number; readonly callee: string; readonly at: number }[];
}

/** What one unit tells about lists that its functions give and keep. */
export interface LendingSummary {
  readonly functions: readonly LendingFunction[];
}

/** What is known of the lists that a function gives and takes. */
export interface LendingFacts {
  /** Whether the function or method may give a list that something else holds. */
  givesHeld(id: string): boolean;
  /** The positions of the arguments that its result may be. */
  givesArguments(id: string): readonly number[];
  /** The positions of the arguments that it keeps. */
  keeps(id: string): readonly number[];
}

/** What a call is known by: the function, or `.name` of whatever methods have the name; undefined where nothing says what is called. */
export function lender(node: ir.Expression): string | undefined {
  if (node.kind === "Await") return lender(node.operand);
  if (node.kind === "MethodCall") return `.${node.method}`;
  if (node.kind !== "Call" || node.callee.kind !== "Variable" || node.callee.binding.kind !== "function")
    return undefined;
  return node.callee.binding.id;
}

/** The arguments of a call that `lender` knows. */
export function lentArguments(node: ir.Expression): readonly ir.Argument[] {
  if (node.kind === "Await") return lentArguments(node.operand);
  return node.kind === "Call" || node.kind === "MethodCall" ? node.arguments : [];
}

function holdsLists(type: Type): boolean {
  if (type.kind === "tuple") return type.elements.some(holdsLists);
  return type.kind === "list" || (type.kind === "optional" && holdsLists(type.inner)) || type.kind === "named";
}

/** Summarises the declarations of a unit. */
export function lendingOf(declarations: readonly ir.Node[]): LendingSummary {
  const functions: LendingFunction[] = [];
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function") {
      const found = new Lending(node).summary();
      if (found.result.isHeld || found.result.parameters.length + found.result.calls.length > 0) functions.push(found);
      else if (found.kept.length + found.passed.length > 0) functions.push(found);
      // A method that gives lists of its own says so: methods that nothing is known of are expected to lend.
      else if (node.symbol) functions.push(found);
    }
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  return { functions };
}

/** Follows the lists through one function, whatever the order of its statements. */
class Lending {
  readonly #node: ir.Function;
  readonly #values = new Map<Binding, ir.Expression[]>();
  readonly #held = new Set<Binding>();
  readonly #returned: ir.Expression[] = [];
  readonly #passed: { readonly value: ir.Expression; readonly callee: string; readonly at: number }[] = [];

  constructor(node: ir.Function) {
    this.#node = node;
    node.body.forEach((statement) => this.#visit(statement));
  }

  summary(): LendingFunction {
    const { symbol, binding, parameters } = this.#node;
    const kept = new Set<number>();
    for (const one of this.#held) this.#sources(variableOf(one), new Set(), (index) => kept.add(index));
    const passed = this.#passed.flatMap(({ value, callee, at }) => {
      const found: number[] = [];
      this.#sources(value, new Set(), (index) => found.push(index));
      return found.map((index) => ({ index, callee, at }));
    });
    const result: { isHeld: boolean; parameters: Set<number>; calls: Set<string> } = {
      isHeld: false,
      parameters: new Set(),
      calls: new Set(),
    };
    for (const value of this.#returned) {
      const isHeld = this.#sources(
        value,
        new Set(),
        (index) => result.parameters.add(index),
        (callee) => result.calls.add(callee),
      );
      result.isHeld ||= isHeld;
    }
    const isList = (index: number): boolean => holdsLists(parameters[index]!.type);
    return {
      id: symbol ? `.${methodKey(this.#node)}` : binding.id,
      result: { isHeld: result.isHeld, parameters: [...result.parameters].filter(isList), calls: [...result.calls] },
      kept: [...kept].filter(isList),
      passed: passed.filter(({ index }) => isList(index)),
    };
  }

  #visit(node: ir.Node): void {
    if (node.kind === "Function" || node.kind === "Closure") {
      // What a function inside uses may be held by it.
      forEachChild(node, (child) => this.#visitInner(child));
      return;
    }
    if (node.kind === "Assign")
      for (const target of node.targets) {
        if (target.kind === "Variable") this.#note(target.binding, node.value);
        else if (target.kind === "TupleLiteral") this.#unpack(target, node.value);
        else this.#hold(node.value);
      }
    if (node.kind === "Declare" && node.value) this.#note(node.binding, node.value);
    if (node.kind === "AssignmentExpression") this.#note(node.target.binding, node.value);
    if (node.kind === "ForEach") this.#elements(node.target);
    if (node.kind === "Return" && node.value) {
      const given = parts(node.value);
      this.#returned.push(...given);
      // The tuple of several results holds nothing on.
      given.forEach((value) => this.#visit(value));
      return;
    }
    storedIn(node).forEach((value) => this.#hold(value));
    if (node.sort === "expression") {
      const callee = node.kind === "Await" ? undefined : lender(node);
      if (callee !== undefined)
        lentArguments(node).forEach(({ value }, at) => this.#passed.push({ value, callee, at }));
    }
    forEachChild(node, (child) => this.#visit(child));
  }

  /** Functions inside may keep what they see; what they return is theirs. */
  #visitInner(node: ir.Node): void {
    if (node.kind === "Return") forEachChild(node, (child) => this.#visitInner(child));
    else this.#visit(node);
  }

  #note(binding: Binding, value: ir.Expression): void {
    this.#values.set(binding, [...(this.#values.get(binding) ?? []), value]);
    if (binding.kind === "global") this.#hold(value);
  }

  #unpack(target: ir.TupleLiteral, value: ir.Expression): void {
    target.elements.forEach((part, at) => {
      const given = value.kind === "TupleLiteral" ? value.elements[at] : value;
      if (part.kind === "Variable" && given) this.#note(part.binding, given);
      else if (given) this.#hold(given);
    });
  }

  /** The elements of something are held by it. */
  #elements(target: ir.Expression): void {
    if (target.kind === "Variable") this.#held.add(target.binding);
    else if (target.kind === "TupleLiteral") target.elements.forEach((part) => this.#elements(part));
  }

  #hold(value: ir.Expression): void {
    for (const part of choices(value)) if (part.kind === "Variable") this.#held.add(part.binding);
  }

  /** Tells which parameters and calls a value may come from; whether something else may hold it. */
  #sources(
    value: ir.Expression,
    seen: Set<Binding>,
    parameter: (index: number) => unknown,
    call?: (callee: string) => unknown,
  ): boolean {
    let isHeld = false;
    for (const part of choices(value)) {
      if (!holdsLists(part.type) && part.type.kind !== "unknown") continue;
      if (part.kind === "Variable") {
        const { binding } = part;
        if (seen.has(binding)) continue;
        seen.add(binding);
        const index = this.#node.parameters.findIndex((one) => one.binding === binding);
        if (index >= 0) parameter(index);
        else if (call && (this.#held.has(binding) || !this.#values.has(binding))) isHeld = true;
        for (const source of this.#values.get(binding) ?? [])
          isHeld = this.#sources(source, seen, parameter, call) || isHeld;
        continue;
      }
      const callee = lender(part);
      if (callee !== undefined) call?.(callee);
      else if (heldKinds.has(part.kind)) isHeld = true;
    }
    return isHeld;
  }
}

const heldKinds: ReadonlySet<ir.Expression["kind"]> = new Set([
  "Field",
  "Index",
  "Lookup",
  "DictGet",
  "DictSetDefault",
  "Dereference",
  "Extreme",
  "Next",
]);

function variableOf(binding: Binding): ir.Expression {
  return { sort: "expression", kind: "Variable", binding, type: binding.type };
}

/** The values of a result: several where it is a tuple. */
function parts(value: ir.Expression): readonly ir.Expression[] {
  return value.kind === "TupleLiteral" ? value.elements.flatMap(parts) : [value];
}

/** The values that an expression may give. */
function choices(value: ir.Expression): readonly ir.Expression[] {
  switch (value.kind) {
    case "Cast":
    case "Convert":
      return choices(value.operand);
    case "DefaultArgument":
    case "AssignmentExpression":
      return choices(value.value);
    case "Conditional":
      return [...choices(value.then), ...choices(value.otherwise)];
    case "Either":
      return [...choices(value.left), ...choices(value.right)];
    default:
      return [value];
  }
}

/** Solves the summaries over the call graph. */
export function solveLending(summaries: readonly LendingSummary[]): LendingFacts {
  const functions = new Map<string, LendingFunction[]>();
  for (const { functions: all } of summaries)
    for (const one of all) functions.set(one.id, [...(functions.get(one.id) ?? []), one]);
  const held = new Set<string>();
  const kept = new Map<string, Set<number>>();
  const keptOf = (id: string): Set<number> => {
    if (!kept.has(id)) kept.set(id, new Set());
    return kept.get(id)!;
  };
  // A method of a library, or one that is not known, may lend what it holds.
  const isHeld = (id: string): boolean => held.has(id) || (id.startsWith(".") && !functions.has(id));
  const pass = (): boolean => {
    let changed = false;
    for (const [id, all] of functions)
      for (const one of all) {
        if (!held.has(id) && (one.result.isHeld || one.result.calls.some(isHeld))) changed = !!held.add(id);
        const keeps = keptOf(id);
        const more = [
          ...one.kept,
          ...one.passed.flatMap(({ index, callee, at }) => (kept.get(callee)?.has(at) ? [index] : [])),
        ];
        for (const index of more) if (!keeps.has(index)) changed = !!keeps.add(index);
      }
    return changed;
  };
  while (pass());
  return {
    givesHeld: isHeld,
    givesArguments: (id) => [...new Set((functions.get(id) ?? []).flatMap((one) => one.result.parameters))],
    keeps: (id) => [...(kept.get(id) ?? [])],
  };
}
