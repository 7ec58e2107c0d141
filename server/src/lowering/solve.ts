import type { TypeSymbol } from "../types/type.ts";
import type { ProgramFacts } from "./facts.ts";
import { inherits, related, type Callee, type FunctionSummary, type UnitSummary } from "./summaries.ts";

const rootExceptions: ReadonlySet<string> = new Set(["Exception", "BaseException"]);

/** The classes that each of the library's exceptions inherits from, other than the roots by themselves. */
const broader: Readonly<Record<string, readonly string[]>> = {
  IndexError: ["LookupError", "Exception", "BaseException"],
  KeyError: ["LookupError", "Exception", "BaseException"],
  ZeroDivisionError: ["ArithmeticError", "Exception", "BaseException"],
  OverflowError: ["ArithmeticError", "Exception", "BaseException"],
  UnicodeDecodeError: ["ValueError", "Exception", "BaseException"],
  FileNotFoundError: ["OSError", "Exception", "BaseException"],
  FileExistsError: ["OSError", "Exception", "BaseException"],
  PermissionError: ["OSError", "Exception", "BaseException"],
  TimeoutError: ["OSError", "Exception", "BaseException"],
  ConnectionError: ["OSError", "Exception", "BaseException"],
  NotImplementedError: ["RuntimeError", "Exception", "BaseException"],
};

/** Solves the summaries of all units to a fixpoint: which functions give errors follows the calls. `isFaithful`: to the same language, where nothing changes. */
export function solve(units: readonly UnitSummary[], isFaithful: boolean): ProgramFacts {
  const functions = units.flatMap((unit) => unit.functions);
  const byId = new Map(functions.map((summary) => [summary.id, summary]));
  const methods = new Map<string, FunctionSummary[]>();
  for (const summary of functions) {
    if (summary.method === undefined) continue;
    const list = methods.get(summary.method) ?? [];
    list.push(summary);
    methods.set(summary.method, list);
  }
  const failing = isFaithful ? new Set<FunctionSummary>() : solveFailures(functions, byId, methods);
  const shapes = new Map(units.flatMap((unit) => unit.shapes.map(({ symbol, shape }) => [symbol, shape] as const)));
  const classes = units.flatMap((unit) => unit.classes);
  const caught = new Set(units.flatMap((unit) => unit.caught));
  const methodsOf = (symbol: TypeSymbol, name: string): readonly FunctionSummary[] =>
    (methods.get(name) ?? []).filter((summary) => summary.symbol !== undefined && related(summary.symbol, symbol));
  return {
    functionFails: (binding) => failing.has(byId.get(binding.id)!),
    methodFails: (symbol, name) => methodsOf(symbol, name).some((summary) => failing.has(summary)),
    constructorFails: (symbol) => constructorsOf(symbol, methodsOf).some((summary) => failing.has(summary)),
    hasSeveralResults: (binding) => byId.get(binding.id)?.severalResults === true,
    methodHasSeveralResults: (symbol, name) => {
      const all = methodsOf(symbol, name);
      return all.length > 0 && all.every((summary) => summary.severalResults);
    },
    isCaught: (exception) => [exception, ...(broader[exception] ?? ["Exception", "BaseException"])].some((name) => caught.has(name)),
    isDistinguished: (exception) => !rootExceptions.has(exception) && [exception, ...(broader[exception] ?? [])].some((name) => !rootExceptions.has(name) && caught.has(name)),
    hasCauses: units.some((unit) => unit.hasCauses),
    isProgram: units.some((unit) => unit.runs),
    shapeOf: (symbol) => shapes.get(symbol),
    subclasses: (symbol) => classes.filter((other) => other !== symbol && inherits(other, symbol)),
    isOverridden: (symbol, name) => (methods.get(name) ?? []).some(({ symbol: owner }) => owner !== undefined && owner !== symbol && inherits(owner, symbol)),
  };
}

type MethodsOf = (symbol: TypeSymbol, name: string) => readonly FunctionSummary[];

/** What runs when an instance is made: the class's own initializer or, without one, the nearest inherited one. */
function constructorsOf(symbol: TypeSymbol, methodsOf: MethodsOf): readonly FunctionSummary[] {
  return ["__init__", "__post_init__"].flatMap((name) => {
    const all = methodsOf(symbol, name);
    const own = all.filter((summary) => summary.symbol === symbol);
    if (own.length > 0) return own;
    const [base] = symbol.bases;
    return base?.kind === "named" ? constructorsOf(base.symbol, methodsOf) : [];
  });
}

function solveFailures(
  functions: readonly FunctionSummary[],
  byId: ReadonlyMap<string, FunctionSummary>,
  methods: ReadonlyMap<string, readonly FunctionSummary[]>,
): ReadonlySet<FunctionSummary> {
  const failing = new Set(functions.filter((summary) => summary.raises));
  const methodsOf: MethodsOf = (symbol, name) => (methods.get(name) ?? []).filter((summary) => summary.symbol !== undefined && related(summary.symbol, symbol));
  const fails = (callee: Callee): boolean => {
    switch (callee.kind) {
      case "function": {
        const target = byId.get(callee.id);
        return target !== undefined && failing.has(target);
      }
      case "method":
        return methodsOf(callee.symbol, callee.name).some((summary) => failing.has(summary));
      case "constructor":
        return constructorsOf(callee.symbol, methodsOf).some((summary) => failing.has(summary));
    }
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const summary of functions) {
      if (failing.has(summary) || !summary.calls.some(fails)) continue;
      failing.add(summary);
      changed = true;
    }
  }
  return failing;
}
