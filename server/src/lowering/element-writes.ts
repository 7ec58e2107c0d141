import type * as ir from "../ir/node.ts";
import { forEachChild, walkAll } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import type { TypeSymbol } from "../types/type.ts";

/*
 * Which slices a function of Go stores elements into: what its callers see through the slices that they hand over. Names are followed without regard to
 * order, since a name that is ever another's slice may share its elements.
 */

/** A parameter by position; -1 is the receiver. */
export interface HandedOn {
  readonly parameter: number;
  /** The function's id, or the method with the type that declares it. */
  readonly callee: string | { readonly symbol: TypeSymbol; readonly name: string };
  readonly argument: number;
}

/** What one function does to the elements of its parameters: stores into them, or hands them on. */
export interface WritesSummary {
  readonly written: readonly number[];
  readonly handedOn: readonly HandedOn[];
}

/** Where a value of a slice comes from: the variable, or the name of the field, whose elements it shares. */
export type Root = Binding | string;

/** The roots whose elements the expression shares. */
export function rootsOf(node: ir.Expression, aliases: ReadonlyMap<Binding, ReadonlySet<Root>>): readonly Root[] {
  switch (node.kind) {
    case "Variable":
      return [node.binding, ...(aliases.get(node.binding) ?? [])];
    case "Field":
      return node.member === "field" ? [`.${node.name}`] : [];
    case "Slice":
      return node.unit === "element" ? rootsOf(node.object, aliases) : [];
    case "Cast":
    case "Convert":
    case "Dereference":
    case "AddressOf":
      return rootsOf(node.operand, aliases);
    case "Appended":
      return rootsOf(node.list, aliases);
    case "Index":
      return rootsOf(node.object, aliases);
    default:
      return [];
  }
}

/** What each variable may share its elements with. */
export function aliasesIn(body: readonly ir.Node[]): ReadonlyMap<Binding, ReadonlySet<Root>> {
  const aliases = new Map<Binding, Set<Root>>();
  const stores: (readonly [Binding, ir.Expression])[] = [];
  const store = (target: ir.Expression, value: ir.Expression): void => {
    if (target.kind === "Variable") stores.push([target.binding, value]);
    else if (target.kind === "TupleLiteral" && value.kind === "TupleLiteral")
      target.elements.forEach((part, position) => value.elements[position] && store(part, value.elements[position]));
  };
  walkAll(body, (node) => {
    if (node.kind === "Assign") node.targets.forEach((target) => store(target, node.value));
    else if (node.kind === "Declare" && node.value) stores.push([node.binding, node.value]);
  });
  for (let changed = true; changed;) {
    changed = false;
    for (const [binding, value] of stores) {
      const own = aliases.get(binding) ?? new Set<Root>();
      const before = own.size;
      for (const root of rootsOf(value, aliases)) if (root !== binding) own.add(root);
      aliases.set(binding, own);
      changed ||= own.size !== before;
    }
  }
  return aliases;
}

/** The lists whose elements the node itself stores into, calls of the program aside. */
export function storedInto(node: ir.Node): readonly ir.Expression[] {
  switch (node.kind) {
    case "Assign":
      return node.targets
        .flatMap((target) => (target.kind === "TupleLiteral" ? target.elements : [target]))
        .flatMap(elementOwner);
    case "Update":
      return elementOwner(node.target);
    case "ListSort":
    case "ListReverse":
      return [node.list];
    case "CopyElements":
      return [node.target];
    case "LibraryCall":
      // What a library changes of a slice without giving anything back is its elements.
      return node.type.kind === "none" ? Object.values(node.captures) : [];
    case "AddressOf":
      return node.operand.kind === "RecordLiteral" ? [] : [node.operand, ...elementOwner(node.operand)];
    default:
      return [];
  }
}

function elementOwner(target: ir.Expression): readonly ir.Expression[] {
  if (target.kind === "Dereference") return [target.operand];
  if (target.kind !== "Index" && target.kind !== "Field") return [];
  return [target.object, ...elementOwner(target.object)];
}

/** The arguments of a call of the program, by position; -1 is the receiver. */
export function argumentsOf(
  node: ir.Node,
): { readonly callee: HandedOn["callee"]; readonly values: readonly (readonly [number, ir.Expression])[] } | undefined {
  if (node.kind === "Call" && node.callee.kind === "Variable")
    return {
      callee: node.callee.binding.id,
      values: node.arguments.map((argument, position) => [position, argument.value] as const),
    };
  if (node.kind !== "MethodCall" || node.symbol === undefined) return undefined;
  return {
    callee: { symbol: node.symbol, name: node.method },
    values: [
      [-1, node.receiver] as const,
      ...node.arguments.map((argument, position) => [position, argument.value] as const),
    ],
  };
}

/** Summarises one function. */
export function writesOf(node: ir.Function): WritesSummary {
  const positions = new Map<Root, number>(node.parameters.map(({ binding }, position) => [binding, position]));
  if (node.receiver) positions.set(node.receiver, -1);
  const aliases = aliasesIn(node.body);
  const written = new Set<number>();
  const handedOn: HandedOn[] = [];
  const parametersOf = (value: ir.Expression): readonly number[] =>
    rootsOf(value, aliases).flatMap((root) => positions.get(root) ?? []);
  const visit = (inner: ir.Node): void => {
    for (const list of storedInto(inner)) parametersOf(list).forEach((position) => written.add(position));
    const call = argumentsOf(inner);
    for (const [argument, value] of call?.values ?? [])
      for (const parameter of parametersOf(value)) handedOn.push({ parameter, callee: call!.callee, argument });
    forEachChild(inner, visit);
  };
  node.body.forEach(visit);
  return { written: [...written].sort((left, right) => left - right), handedOn };
}
