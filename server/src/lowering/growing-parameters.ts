import { listGrowthKinds } from "../ir/growth.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { methodKey } from "./method-key.ts";
import { storedIn } from "./stored-operands.ts";

/*
 * Lists that grow or shrink through a parameter: the caller sees it in Python. In Go such a parameter is a pointer to the slice where a caller keeps the
 * list; where each caller hands over a list that it does not keep, or none is known and the function returns the list, the slice itself will do.
 */

/** A list parameter of a function. */
interface GrowingParameter {
  readonly index: number;
  readonly grows: boolean;
  readonly isReturned: boolean;
  /** The list is kept in something that lives on, which a pointer would not see grow. */
  readonly isStored: boolean;
  /** Where it is handed on to. */
  readonly passed: readonly { readonly callee: string; readonly index: number }[];
}

/** What one unit tells about lists that it hands over and that its functions change. */
export interface GrowthSummary {
  readonly functions: readonly { readonly id: string; readonly parameters: readonly GrowingParameter[] }[];
  /** The positions at which calls hand over a list that the caller keeps. */
  readonly calls: readonly { readonly callee: string; readonly kept: readonly number[] }[];
  /** Functions that are used as values or called in ways that do not say which argument is which. */
  readonly values: readonly string[];
  /** All methods that the unit declares. */
  readonly methods: readonly { readonly owner: string; readonly name: string }[];
  readonly classes: readonly {
    readonly name: string;
    readonly isInterface: boolean;
    readonly bases: readonly string[];
  }[];
}

/** What becomes of a list parameter that grows. */
export type GrowthOfParameter = "pointer" | "own" | undefined;

/** The list whose length the node changes. */
export function grownList(node: ir.Node): ir.Expression | undefined {
  if (listGrowthKinds.has(node.kind)) {
    const list = "list" in node ? node.list : "container" in node ? node.container : undefined;
    return list?.kind === "Cast" ? list.operand : list;
  }
  if (node.kind === "Update" && node.target.type.kind === "list") return node.target;
  return undefined;
}

/** Summarises the declarations of a unit. */
export function growthOf(declarations: readonly ir.Node[]): GrowthSummary {
  const functions: { id: string; parameters: readonly GrowingParameter[] }[] = [];
  const calls: { callee: string; kept: readonly number[] }[] = [];
  const methods: { owner: string; name: string }[] = [];
  const classes: { name: string; isInterface: boolean; bases: readonly string[] }[] = [];
  const values = new Set<string>();
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function") functions.push({ id: declaredId(node), parameters: parametersOf(node) });
    if (node.kind === "Function" && node.symbol) methods.push({ owner: node.symbol.name, name: methodKey(node) });
    if (node.kind === "Record" || node.kind === "Interface") classes.push(summaryOfClass(node.symbol, node.kind));
    const callee = calledId(node);
    if (callee !== undefined && (node.kind === "Call" || node.kind === "MethodCall")) {
      const kept = node.arguments.flatMap((argument, index) => (isKept(argument.value) ? [index] : []));
      calls.push({ callee, kept });
      if (node.arguments.some((argument) => argument.spread !== undefined)) values.add(callee);
      if (node.kind === "MethodCall") visit(node.receiver);
      node.arguments.forEach((argument) => visit(argument.value));
      return;
    }
    if (isFunction(node)) values.add(node.binding.id);
    if (node.kind === "Field" && node.member === "method") values.add(methodId("*", node.name));
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  return { functions, calls, values: [...values].sort(), methods, classes };
}

function summaryOfClass(symbol: TypeSymbol, kind: "Record" | "Interface"): GrowthSummary["classes"][number] {
  const bases = symbol.bases.flatMap((base) => (base.kind === "named" ? [base.symbol.name] : []));
  return { name: symbol.name, isInterface: kind === "Interface" || symbol.form === "interface", bases };
}

/** What a method of a class of the program is known by. */
function methodId(owner: string, name: string): string {
  return `${owner}.${name}`;
}

function declaredId(node: ir.Function): string {
  return node.symbol ? methodId(node.symbol.name, methodKey(node)) : node.binding.id;
}

/** What the node calls; the class of a method is the one that the object is held as. */
function calledId(node: ir.Node): string | undefined {
  if (node.kind === "Call") return isFunction(node.callee) ? node.callee.binding.id : undefined;
  if (node.kind !== "MethodCall" || node.symbol === undefined) return undefined;
  return methodId(node.symbol.name, node.method);
}

function isFunction(node: ir.Node): node is ir.Variable {
  return node.kind === "Variable" && node.binding.kind === "function";
}

/** Whether the caller can look at the list after the call. */
function isKept(value: ir.Expression): boolean {
  switch (value.kind) {
    case "Variable":
    case "Field":
    case "Index":
    case "Lookup":
    case "MethodCall":
    case "DictGet":
    case "DefaultArgument":
      return true;
    case "Cast":
    case "Convert":
      return isKept(value.operand);
    case "Conditional":
      return isKept(value.then) || isKept(value.otherwise);
    default:
      return false;
  }
}

function parametersOf(node: ir.Function): readonly GrowingParameter[] {
  return node.parameters.flatMap((parameter, index): GrowingParameter[] => {
    const { binding, type, kind, defaultValue } = parameter;
    if (type.kind !== "list" || kind !== "positional" || defaultValue !== undefined) return [];
    const use = usesOf(node.body, binding);
    return use.isRebound || (!use.grows && use.passed.length === 0) ? [] : [{ index, ...use }];
  });
}

function usesOf(
  body: readonly ir.Statement[],
  binding: Binding,
): Omit<GrowingParameter, "index"> & { isRebound: boolean } {
  let [grows, isReturned, isRebound, isStored] = [false, false, false, false];
  const passed: { callee: string; index: number }[] = [];
  const isIt = (node: ir.Expression | undefined): boolean => node?.kind === "Variable" && node.binding === binding;
  const visit = (node: ir.Node): void => {
    if (isIt(grownList(node))) grows = true;
    if (node.kind === "Delete")
      for (const target of node.targets)
        if ((target.kind === "Index" || target.kind === "Slice") && isIt(target.object)) grows = true;
    if (node.kind === "Assign")
      for (const target of node.targets) {
        if (isIt(target) || (target.kind === "TupleLiteral" && target.elements.some(isIt))) isRebound = true;
        if (target.kind === "Slice" && isIt(target.object)) grows = true;
        if (target.kind !== "Slice" && isIt(node.value)) isStored = true;
      }
    if (node.kind === "Declare" && isIt(node.value)) isStored = true;
    if (storedIn(node).some(isIt)) isStored = true;
    if (node.kind === "ForEach" && isIt(node.target)) isRebound = true;
    if (node.kind === "AssignmentExpression" && node.target.binding === binding) isRebound = true;
    if (node.kind === "Return" && isIt(node.value)) isReturned = true;
    const callee = calledId(node);
    if (callee !== undefined && (node.kind === "Call" || node.kind === "MethodCall"))
      node.arguments.forEach((argument, index) => isIt(argument.value) && passed.push({ callee, index }));
    forEachChild(node, visit);
  };
  body.forEach(visit);
  return { grows, isReturned, isRebound, isStored, passed };
}

/** What becomes of the list parameters of functions and of methods. */
export interface GrowthFacts {
  ofFunction(binding: Pick<Binding, "id">, index: number): GrowthOfParameter;
  /** Methods that another class of the hierarchy or a protocol declares too are left as they are. */
  ofMethod(symbol: TypeSymbol, method: string, index: number): GrowthOfParameter;
}

/** Solves the summaries: which parameters grow, through the functions that they are handed on to, and what becomes of them. */
export function solveGrowth(summaries: readonly GrowthSummary[]): GrowthFacts {
  const functions = new Map(
    summaries.flatMap(({ functions: all }) => all.map(({ id, parameters }) => [id, parameters] as const)),
  );
  const values = new Set(summaries.flatMap((summary) => summary.values));
  const classes = new ClassGroups(summaries);
  const calls = summaries
    .flatMap((summary) => summary.calls)
    .map((call) => ({ ...call, callee: classes.declared(call.callee) }));
  const growing = new Set<string>();
  for (let before = -1; before !== growing.size;) {
    before = growing.size;
    for (const [id, parameters] of functions)
      for (const { index, grows, passed } of parameters)
        if (grows || passed.some((other) => growing.has(`${classes.declared(other.callee)} ${other.index}`)))
          growing.add(`${id} ${index}`);
  }
  const growthOfId = (id: string, index: number): GrowthOfParameter => {
    const parameter = functions.get(id)?.find((one) => one.index === index);
    if (!parameter || !growing.has(`${id} ${index}`) || values.has(id)) return undefined;
    const own = calls.filter((call) => call.callee === id);
    const isPointer = own.length > 0 ? own.some((call) => call.kept.includes(index)) : !parameter.isReturned;
    if (!isPointer) return "own";
    return parameter.isStored ? undefined : "pointer";
  };
  return {
    ofFunction: (binding, index) => growthOfId(binding.id, index),
    ofMethod: (symbol, method, index) => {
      const id = classes.declared(methodId(symbol.name, method));
      if (values.has(methodId("*", method)) || !classes.isOnly(id)) return undefined;
      return growthOfId(id, index) === "pointer" ? "pointer" : undefined;
    },
  };
}

/** The classes of the program by name, and which of them declare a method. */
class ClassGroups {
  readonly #bases = new Map<string, readonly string[]>();
  readonly #interfaces = new Set<string>();
  /** The classes that declare a method, by its name. */
  readonly #owners = new Map<string, string[]>();

  constructor(summaries: readonly GrowthSummary[]) {
    for (const { name, isInterface, bases } of summaries.flatMap((summary) => summary.classes)) {
      this.#bases.set(name, bases);
      if (isInterface) this.#interfaces.add(name);
    }
    for (const { owner, name } of summaries.flatMap((summary) => summary.methods))
      this.#owners.set(name, [...(this.#owners.get(name) ?? []), owner]);
  }

  /** The method as the nearest class declares it; what is no method stays as it is. */
  declared(id: string): string {
    const [owner, name, ...rest] = id.split(".");
    if (owner === undefined || name === undefined || rest.length > 0) return id;
    const owners = this.#owners.get(name);
    const found = owners && this.#upwards(owner).find((one) => owners.includes(one));
    return found === undefined ? id : methodId(found, name);
  }

  /** Whether nothing that is related to its class declares the method too, and no protocol could stand for it. */
  isOnly(id: string): boolean {
    const [owner, name] = id.split(".");
    if (owner === undefined || name === undefined || name.startsWith("__")) return false;
    const others = [...(this.#owners.get(name) ?? [])];
    others.splice(others.indexOf(owner), 1);
    if (others.some((other) => other === owner || this.#interfaces.has(other))) return false;
    const own = new Set(this.#upwards(owner));
    return !others.some((other) => this.#upwards(other).some((base) => own.has(base)));
  }

  #upwards(name: string): readonly string[] {
    return [
      name,
      ...(this.#bases.get(name) ?? []).filter((base) => base !== name).flatMap((base) => this.#upwards(base)),
    ];
  }
}

/** The type of a parameter that points to a list. */
export function pointerToList(type: Type): Type {
  return { kind: "pointer", target: type };
}
