import { integerValue } from "../ir/purity.ts";
import { substitute, substitution } from "../go/check-substitute.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild, walkAll } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import type { NamedType, StructType, Type, TypeSymbol } from "../types/type.ts";
import { isError } from "./lift/go-errors.ts";

/*
 * The zero value of a type parameter. A Python function does not get to know the type, so what needs the value is given it: a function by its caller, a
 * class when an object is made. Who needs it is solved over the calls.
 */

/** Something whose zero value a function needs: a type, what a literal leaves out of a struct, what a generic function is instantiated with. */
type Need =
  | { readonly kind: "type"; readonly type: Type; readonly unlessRaised?: boolean | undefined }
  | { readonly kind: "record"; readonly type: NamedType; readonly given: readonly string[] }
  | { readonly kind: "call"; readonly id: string; readonly typeArguments: readonly Type[] };

/** What one generic function, or method of a generic type, needs. */
export interface ZerosSummary {
  readonly id: string;
  /** The type whose method it is, by what its parameters are called here. */
  readonly owner?: { readonly symbol: TypeSymbol; readonly names: readonly string[] } | undefined;
  readonly parameters: readonly string[];
  readonly needs: readonly Need[];
  /** It receives from channels what the channel's zero value may be. */
  readonly receives: boolean;
}

/** The name of the parameter, or field, that has the zero value of a type parameter. */
export function zeroName(parameter: string): string {
  return `zero_${parameter.toLowerCase()}`;
}

/** Summarises the functions of a unit; those without type parameters tell only what they receive. */
export function zerosOf(declarations: readonly ir.Declaration[]): readonly ZerosSummary[] {
  const found: ZerosSummary[] = [];
  const visit = (declaration: ir.Node): void => {
    if (declaration.kind === "Function") found.push(zerosOfFunction(declaration));
    else if (declaration.kind === "Record") declaration.methods.forEach(visit);
  };
  declarations.forEach(visit);
  return found;
}

function zerosOfFunction(node: ir.Function): ZerosSummary {
  const owner = ownerOf(node);
  const parameters = node.typeParameters.flatMap((type) => (type.kind === "parameter" ? [type.name] : []));
  const isGeneric = parameters.length > 0 || (owner?.names.length ?? 0) > 0;
  return {
    id: node.binding.id,
    ...(owner ? { owner } : {}),
    parameters,
    needs: isGeneric ? needsOf(node) : [],
    receives: receivesIn(node.body),
  };
}

/** The generic type that a method belongs to, and the names that the method gives its parameters. */
export function ownerOf(node: ir.Function): ZerosSummary["owner"] {
  const type = node.receiver?.type;
  const named = type?.kind === "pointer" ? type.target : type;
  if (named?.kind !== "named" || node.symbol === undefined) return undefined;
  return {
    symbol: node.symbol,
    names: named.arguments.map((argument) => (argument.kind === "parameter" ? argument.name : "")),
  };
}

function receivesIn(body: readonly ir.Node[]): boolean {
  let found = false;
  const visit = (node: ir.Node): void => {
    forEachChild(node, (child) => {
      if (child.kind === "Receive" && node.kind !== "ExpressionStatement" && !isSignal(child.channel.type))
        found = true;
      visit(child);
    });
  };
  body.forEach(visit);
  return found;
}

function isSignal(type: Type): boolean {
  return type.kind === "channel" && type.element.kind === "struct" && type.element.fields.length === 0;
}

function needsOf(node: ir.Function): readonly Need[] {
  const needs: Need[] = [];
  const raised = onlyRaised(node.body);
  const add = (type: Type, unlessRaised?: boolean): void =>
    void needs.push({ kind: "type", type, ...(unlessRaised ? { unlessRaised } : {}) });
  (node.results ?? []).forEach(({ type }) => add(type));
  walkAll(node.body, (inner) => {
    if (inner.kind === "Closure") (inner.results ?? []).forEach(({ type }) => add(type));
    if (inner.kind === "ZeroValue") add(inner.type);
    if (inner.kind === "Declare" && inner.value === undefined) add(inner.binding.type, raised.has(inner.binding));
    if (inner.kind === "MakeChannel" && inner.type.kind === "channel") add(inner.type.element);
    if (inner.kind === "MakeList" && inner.type.kind === "list" && integerValue(inner.length) !== 0n)
      add(inner.type.element);
    if (inner.kind === "Lookup" && inner.missing === "zero") add(inner.type);
    if (inner.kind === "Lookup" && inner.missing === "commaOk" && inner.type.kind === "tuple")
      add(inner.type.elements[0]!);
    if (inner.kind === "TypeAssertion" && inner.commaOk) add(inner.target);
    if (inner.kind === "RecordLiteral" && inner.type.kind === "named")
      needs.push({ kind: "record", type: inner.type, given: inner.fields.map(({ name }) => name) });
    if (inner.kind === "Assign" && inner.value.type.kind === "tuple" && isCall(inner.value))
      if (isError(inner.value.type.elements.at(-1)!))
        inner.value.type.elements.slice(0, -1).forEach((type) => add(type));
    if (inner.kind === "Call" && inner.callee.kind === "Variable" && inner.instantiation)
      needs.push({ kind: "call", id: inner.callee.binding.id, typeArguments: inner.instantiation });
  });
  return needs;
}

function isCall(node: ir.Expression): boolean {
  return (
    node.kind === "MethodCall" ||
    node.kind === "LibraryCall" ||
    (node.kind === "Call" && node.callee.kind === "Variable" && node.callee.binding.kind === "function")
  );
}

/** Variables that nothing sets and that only stand beside an error that is returned. */
function onlyRaised(body: readonly ir.Node[]): ReadonlySet<Binding> {
  const beside = new Map<Binding, number>();
  const uses = new Map<Binding, number>();
  const count = (map: Map<Binding, number>, node: ir.Node): void => {
    if (node.kind === "Variable") map.set(node.binding, (map.get(node.binding) ?? 0) + 1);
  };
  walkAll(body, (node) => {
    count(uses, node);
    if (node.kind !== "Return" || node.value?.kind !== "TupleLiteral") return;
    const last = node.value.elements.at(-1)!;
    if (isError(last.type) && last.kind !== "NoneLiteral") node.value.elements.forEach((part) => count(beside, part));
  });
  return new Set([...uses].filter(([binding, all]) => beside.get(binding) === all).map(([binding]) => binding));
}

/** What the program's functions and classes are given, by the position of the type parameter. */
export interface GenericZeros {
  ofFunction(id: string): readonly number[];
  ofClass(symbol: TypeSymbol): readonly number[];
  /** The type parameters whose zero values the zero value of the type is made of. */
  parametersIn(type: Type): ReadonlySet<string>;
  /** Whether a channel must know its zero value. */
  readonly channels: boolean;
}

/** Solves the summaries. `converted`: functions that raise the error that they return in Go. */
export function solveZeros(all: readonly ZerosSummary[], converted: ReadonlySet<string>): GenericZeros {
  const functions = new Map<string, Set<number>>();
  const classes = new Map<TypeSymbol, Set<number>>();
  const channels = all.some(({ receives }) => receives);
  const parametersIn = (type: Type): ReadonlySet<string> => new Set(collect(type));
  const collect = (type: Type): readonly string[] => {
    switch (type.kind) {
      case "parameter":
        return [type.name];
      case "array":
        return collect(type.element);
      case "tuple":
        return type.elements.flatMap(collect);
      case "struct":
        return type.fields.flatMap((field) => collect(field.type));
      case "named":
        return ofRecord(type, []);
      default:
        return [];
    }
  };
  const ofRecord = (type: NamedType, given: readonly string[]): readonly string[] => {
    const struct = genericStruct(type);
    if (!struct) return [];
    const own = [...(classes.get(type.symbol) ?? [])].flatMap((position) => collect(type.arguments[position]!));
    return [
      ...own,
      ...struct.fields.filter(({ name }) => !given.includes(name)).flatMap((field) => collect(field.type)),
    ];
  };
  const needed = (summary: ZerosSummary, need: Need): readonly string[] => {
    if (need.kind === "type") return need.unlessRaised && converted.has(summary.id) ? [] : collect(need.type);
    if (need.kind === "record") return ofRecord(need.type, need.given);
    return [...(functions.get(need.id) ?? [])].flatMap((position) => {
      const argument = need.typeArguments[position];
      return argument ? collect(argument) : [];
    });
  };
  const generic = all.filter(({ needs }) => needs.length > 0);
  for (let changed = true; changed;) {
    changed = false;
    const note = <Key>(map: Map<Key, Set<number>>, key: Key, position: number): void => {
      const own = map.get(key) ?? new Set();
      if (position < 0 || own.has(position)) return;
      map.set(key, own.add(position));
      changed = true;
    };
    for (const summary of generic)
      for (const need of summary.needs)
        for (const name of needed(summary, need)) {
          note(functions, summary.id, summary.parameters.indexOf(name));
          if (summary.owner) note(classes, summary.owner.symbol, summary.owner.names.indexOf(name));
        }
  }
  const sorted = (set: ReadonlySet<number> | undefined): readonly number[] =>
    [...(set ?? [])].sort((left, right) => left - right);
  return {
    ofFunction: (id) => sorted(functions.get(id)),
    ofClass: (symbol) => sorted(classes.get(symbol)),
    parametersIn,
    channels,
  };
}

/** The struct of a generic type of the program, with the type's arguments for its parameters. */
export function genericStruct(type: NamedType): StructType | undefined {
  const { symbol } = type;
  if (symbol.module !== "" || type.arguments.length === 0 || symbol.underlying?.kind !== "struct") return undefined;
  const struct = substitute(symbol.underlying, substitution(symbol.typeParameters, type.arguments));
  return struct.kind === "struct" ? struct : undefined;
}
