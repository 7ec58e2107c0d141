import { ancestors } from "../types/relations.ts";
import type { TypeSymbol } from "../types/type.ts";
import type { ClassShape, ProgramFacts } from "./facts.ts";
import { addMentioned, type SelfUse } from "./class-uses.ts";
import type { ClassIndex } from "./class-index.ts";
import type { FunctionSummary, UnitSummary } from "./summaries.ts";

type ClassFacts = Pick<
  ProgramFacts,
  | "subclasses"
  | "isOverridden"
  | "shapeOf"
  | "isPolymorphic"
  | "needsWhole"
  | "isReached"
  | "isTested"
  | "isShown"
  | "isNamed"
  | "isListed"
  | "isParsed"
  | "omittedParameters"
>;

/** Solves what is known of the classes of the whole program. */
export function solveClasses(
  units: readonly UnitSummary[],
  functions: readonly FunctionSummary[],
  index: ClassIndex,
): ClassFacts {
  const shapes = new Map(units.flatMap((unit) => unit.shapes.map(({ symbol, shape }) => [symbol, shape] as const)));
  const methods = functions.filter((summary) => summary.symbol !== undefined && summary.method !== undefined);
  const subclasses = (symbol: TypeSymbol): readonly TypeSymbol[] => index.subclasses(symbol);
  const isOverridden = (symbol: TypeSymbol, name: string): boolean =>
    index.isOverridden(symbol, name) ||
    subclasses(symbol).some((other) => shapes.get(other)?.classAttributes.includes(name) === true);
  const whole = solveWhole(methods, shapes, (symbol) => subclasses(symbol).length > 0, isOverridden);
  const noted = (pick: (unit: UnitSummary) => readonly TypeSymbol[]): ReadonlySet<TypeSymbol> =>
    new Set(units.flatMap((unit) => pick(unit)));
  const upcasts = noted((unit) => unit.classUses.upcasts);
  const tested = noted((unit) => unit.classUses.tested);
  const reached = noted((unit) => unit.classUses.reached);
  const shown = closeOverFields(
    noted((unit) => unit.classUses.shown),
    shapes,
    subclasses,
  );
  const made = new Map<TypeSymbol, UnitSummary["classUses"]["made"][number][]>();
  for (const use of units.flatMap((unit) => unit.classUses.made)) {
    const uses = made.get(use.symbol);
    if (uses) uses.push(use);
    else made.set(use.symbol, [use]);
  }
  const named = noted((unit) => unit.classUses.named);
  const listed = noted((unit) => unit.classUses.listed);
  const parsed = noted((unit) => unit.classUses.parsed);
  return {
    subclasses,
    isOverridden,
    shapeOf: (symbol) => shapes.get(symbol),
    isPolymorphic: remember(
      (symbol) =>
        symbol.form === "record" &&
        symbol.underlying === undefined &&
        subclasses(symbol).length > 0 &&
        (symbol.abstract === true ||
          upcasts.has(symbol) ||
          tested.has(symbol) ||
          [...whole].some((summary) => summary.symbol === symbol)),
    ),
    needsWhole: (symbol, name) => [...whole].some((summary) => summary.symbol === symbol && summary.method === name),
    isReached: (symbol) =>
      reached.has(symbol) ||
      tested.has(symbol) ||
      [...whole].some(
        (summary) =>
          summary.symbol === symbol && (summary.self?.hasFields === true || summary.self?.superCalls.length !== 0),
      ),
    isTested: (symbol) => tested.has(symbol),
    isNamed: (symbol) => named.has(symbol),
    isParsed: (symbol) => parsed.has(symbol),
    isListed: (symbol) => listed.has(symbol),
    isShown: (symbol) => shown.has(symbol),
    omittedParameters: remember((symbol) => omitted(made.get(symbol) ?? [], shapes.get(symbol))),
  };
}

function remember<Result>(compute: (symbol: TypeSymbol) => Result): (symbol: TypeSymbol) => Result {
  const known = new Map<TypeSymbol, Result>();
  return (symbol) => {
    let result = known.get(symbol);
    if (result === undefined) known.set(symbol, (result = compute(symbol)));
    return result;
  };
}

/**
 * The methods of classes with derived classes that act on the object as a whole: they hand it out, or call what a derived class declares anew. Those
 * who call such a method on their own object are such methods themselves.
 */
function solveWhole(
  methods: readonly FunctionSummary[],
  shapes: ReadonlyMap<TypeSymbol, ClassShape>,
  isBase: (symbol: TypeSymbol) => boolean,
  isOverridden: (symbol: TypeSymbol, name: string) => boolean,
): ReadonlySet<FunctionSummary> {
  const whole = new Set<FunctionSummary>();
  const candidates = methods.filter(
    ({ symbol, self }) => self !== undefined && symbol?.form === "record" && shapes.has(symbol) && isBase(symbol),
  );
  const found = (symbol: TypeSymbol, name: string): FunctionSummary | undefined => {
    for (const ancestor of ancestors({ kind: "named", symbol, arguments: [] })) {
      const method =
        ancestor.kind === "named" &&
        methods.find((summary) => summary.symbol === ancestor.symbol && summary.method === name);
      if (method) return method;
    }
    return undefined;
  };
  const needs = (self: SelfUse, symbol: TypeSymbol): boolean =>
    self.isValue ||
    self.calls.some((name) => isOverridden(symbol, name) || whole.has(found(symbol, name)!)) ||
    self.superCalls.some((call) => whole.has(found(call.symbol, call.name)!));
  for (let before = -1; before !== whole.size;) {
    before = whole.size;
    for (const summary of candidates) if (needs(summary.self!, summary.symbol!)) whole.add(summary);
  }
  return whole;
}

/** What is shown shows its fields, and what stands in for it. */
function closeOverFields(
  first: ReadonlySet<TypeSymbol>,
  shapes: ReadonlyMap<TypeSymbol, ClassShape>,
  subclasses: (symbol: TypeSymbol) => readonly TypeSymbol[],
): ReadonlySet<TypeSymbol> {
  const shown = new Set(first);
  for (const symbol of shown) {
    for (const field of shapes.get(symbol)?.fields ?? []) addMentioned(field.type, shown);
    for (const base of symbol.bases) if (base.kind === "named") shown.add(base.symbol);
    subclasses(symbol).forEach((other) => shown.add(other));
  }
  return shown;
}

/** The parameters made from fields whose default is computed for each instance and that no call gives. */
function omitted(calls: UnitSummary["classUses"]["made"], shape: ClassShape | undefined): ReadonlySet<string> {
  return new Set(
    (shape?.parameters ?? []).flatMap((parameter) =>
      parameter.isComputed && calls.every((call) => call.defaulted.includes(parameter.name)) ? [parameter.name] : [],
    ),
  );
}
