import { typesWithin } from "./held-types.ts";
import { typeKey } from "../types/relations.ts";
import type { ProgramFacts } from "./facts.ts";
import { calleeTargets, constructorsOf, type MethodsOf } from "./callee-targets.ts";
import { solveConcurrency } from "./solve-concurrency.ts";
import { allTasks } from "./concurrent-operations.ts";
import { solveZeros } from "./generic-zeros.ts";
import { limitsOfProgram } from "./limits.ts";
import { calleeName } from "./error-results.ts";
import type { Callee, RaiseSite, Raised } from "./raises.ts";
import { solveClasses } from "./solve-classes.ts";
import { catches, raisedByName, rootExceptions } from "./raises.ts";
import { ClassIndex } from "./class-index.ts";
import { functionTypeOf, valueClass } from "./function-values.ts";
import { solveDictOrder } from "./dict-order.ts";
import { solveLiteralDicts } from "./literal-dicts.ts";
import { solveEffects } from "./effects.ts";
import { solveLending } from "./lent-lists.ts";
import { solveGrowth } from "./growing-parameters.ts";
import { valueSummary, type FunctionSummary, type UnitSummary } from "./summaries.ts";

/** Solves the summaries of all units to a fixpoint: which functions give errors follows the calls. `isFaithful`: to the same language, where nothing changes. */
export function solve(units: readonly UnitSummary[], isFaithful: boolean): ProgramFacts {
  const functions = withValues(units, withBlocks(units.flatMap((unit) => unit.functions)), isFaithful);
  const byId = new Map(functions.map((summary) => [summary.id, summary]));
  const index = new ClassIndex(
    units.flatMap((unit) => unit.classes),
    functions,
  );
  const methodsOf: MethodsOf = (symbol, name) => index.methods(symbol, name);
  const { failures, areCancelled } = solveCancelling(units, functions, byId, methodsOf);
  const failing = isFaithful
    ? new Set<FunctionSummary>()
    : new Set(functions.filter((summary) => failures.raised.get(summary)!.size > 0));
  const fails = (summary: FunctionSummary | undefined, isGenerator: boolean): boolean =>
    summary !== undefined && failing.has(summary) && summary.isGenerator === isGenerator;
  const converted = isFaithful ? new Set<string>() : solveErrorResults(units);
  const stored = new Set(units.flatMap((unit) => unit.storedPointers));
  const keys = new Set(units.flatMap((unit) => unit.keyTypes));
  const asked = new Set(units.flatMap((unit) => unit.askedMethods));
  const fields = new Set(units.flatMap((unit) => unit.fieldNames));
  const held = [...new Map(units.flatMap((unit) => unit.heldTypes.map((type) => [typeKey(type), type]))).values()];
  const distinguished = distinguishedNames(units, failures);
  const caught = new Set(units.flatMap((unit) => unit.caught));
  const concurrency = solveConcurrency(units, functions, byId, methodsOf, isFaithful);
  const needLoop =
    areCancelled ||
    units.some(
      ({ asynchrony }) =>
        asynchrony.needsLoop || asynchrony.started.some((started) => concurrency.effectsOf(started).size > 0),
    );
  const literalKeys = solveLiteralDicts(units.map((unit) => unit.literalDicts));
  return {
    literalKeys,
    ...(isFaithful
      ? { isOrdered: () => false, hasOrderedDicts: false, fillsMissing: () => false }
      : solveDictOrder(
          units.map((unit) => unit.dictOrder),
          (id) => literalKeys({ id }) !== undefined,
          !units.some((unit) => unit.runs),
        )),
    growth: solveGrowth(units.map((unit) => unit.growth)),
    lending: solveLending(units.map((unit) => unit.lending)),
    effects: solveEffects(units.map((unit) => unit.effects)),
    ...concurrency,
    ...solveClasses(units, functions, index),
    functionFails: (binding) => fails(byId.get(binding.id), false),
    methodFails: (symbol, name) => methodsOf(symbol, name).some((summary) => fails(summary, false)),
    generatorFails: (binding) => fails(byId.get(binding.id), true),
    generatorMethodFails: (symbol, name) => methodsOf(symbol, name).some((summary) => fails(summary, true)),
    tasks: {
      needLoop,
      areCancelled,
      mayBeLeft: areCancelled && units.some(({ asynchrony }) => asynchrony.startsTasks),
    },
    functionValueFails: (type) => {
      const value = functionTypeOf(type);
      return value !== undefined && fails(byId.get(valueClass(value)), false);
    },
    functionsOf: (type) => {
      const value = functionTypeOf(type);
      const all =
        value && units.flatMap((unit) => unit.functionValues).filter((one) => one.valueClass === valueClass(value));
      return all?.every((one) => one.kind === "function") ? all.filter((one) => one.kind === "function") : undefined;
    },
    constructorFails: (symbol) => constructorsOf(symbol, methodsOf).some((summary) => failing.has(summary)),
    hasSeveralResults: (binding) => byId.get(binding.id)?.severalResults === true,
    methodHasSeveralResults: (symbol, name) => {
      const all = methodsOf(symbol, name);
      return all.length > 0 && all.every((summary) => summary.severalResults);
    },
    isCaught: (exception) => raisedByName(exception).some((name) => caught.has(name)),
    isDistinguished: (exception) =>
      distinguished.has("*") || raisedByName(exception).some((name) => distinguished.has(name)),
    raisesError: (call) => {
      const name = calleeName(call);
      return name !== undefined && converted.has(name);
    },
    convertsError: (node) => converted.has(node.symbol === undefined ? node.binding.id : `method ${node.name}`),
    raised: (sites) => [...failures.of(sites).values()],
    demanded: (binding) => failures.demanded.get(byId.get(binding.id)!) ?? new Set(),
    hasHandlers: caught.size > 0,
    asksArguments: units.some((unit) => unit.asksArguments),
    hasCauses: units.some((unit) => unit.hasCauses),
    isProgram: units.some((unit) => unit.runs),
    storesThrough: (type) => stored.has(typeKey(type)),
    isAskedMethod: (name) => asked.has(name),
    isField: (name) => fields.has(name),
    typesIn: (holder) => typesWithin(holder, held),
    showsErrors: units.some((unit) => unit.showsErrors),
    isKey: (type) => keys.has(typeKey(type)),
    limits: isFaithful ? [] : limitsOfProgram(units.map((unit) => unit.limits)),
    testsLists: units.some((unit) => unit.testsLists),
    hasInfinities: units.some((unit) => unit.hasInfinities),
    recovers: units.some((unit) => unit.recovers),
    isWeb: units.some((unit) => unit.isWeb),
    hasGroupedDigits: units.some((unit) => unit.hasGroupedDigits),
    sharesNumber: (binding, argument) => units.some((unit) => unit.sharedNumbers.includes(`${binding.id}#${argument}`)),
    writesElements: solveWrites(functions, byId, methodsOf),
    genericZeros: solveZeros(
      units.flatMap((unit) => unit.zeros),
      converted,
    ),
    handlesNil: (symbol, name) =>
      methodsOf(symbol, name).some((summary) => summary.symbol === symbol && summary.handlesNil),
    keepsFunction: (callee, argument) => {
      const targets = typeof callee === "string" ? byId.get(callee) : methodsOf(callee.symbol, callee.name);
      if (targets === undefined) return true;
      return [targets].flat().some(({ keptFunctions }) => keptFunctions.includes(argument));
    },
  };
}

/**
 * The classes of function values join the functions: each raises what any of its members raises, and so does each member, since a caller cannot
 * tell which one it calls.
 */
function withValues(
  units: readonly UnitSummary[],
  functions: readonly FunctionSummary[],
  isFaithful: boolean,
): readonly FunctionSummary[] {
  const values = isFaithful ? [] : units.flatMap((unit) => unit.functionValues);
  const classes = new Map<string, RaiseSite[]>();
  const further = new Map<string, RaiseSite[]>();
  const through = (callee: Callee): RaiseSite => ({ caught: [], callee, isImplicit: false });
  for (const value of values) {
    const sites = classes.get(value.valueClass) ?? [];
    classes.set(value.valueClass, sites);
    if (value.kind === "closure") sites.push(...value.sites);
    else if (value.kind !== "generic") {
      sites.push(through(value));
      const member = value.kind === "function" ? value.id : `${value.symbol.name}.${value.name}`;
      further.set(member, [...(further.get(member) ?? []), through({ kind: "function", id: value.valueClass })]);
    }
  }
  for (const value of values) {
    if (value.kind !== "generic") continue;
    const pattern = new RegExp(value.pattern);
    for (const [other, sites] of classes) {
      if (other === value.valueClass || !pattern.test(other)) continue;
      classes.get(value.valueClass)!.push(through({ kind: "function", id: other }));
      sites.push(through({ kind: "function", id: value.valueClass }));
    }
  }
  const members = functions.map((summary) => {
    const name = summary.method === undefined ? summary.id : `${summary.symbol?.name ?? ""}.${summary.method}`;
    const more = further.get(name);
    return more && !summary.isGenerator ? { ...summary, sites: [...summary.sites, ...more] } : summary;
  });
  return [...members, ...[...classes].map(([id, sites]) => valueSummary(id, sites))];
}

/** All blocks of `with` statements over one function are one function to it. */
function withBlocks(functions: readonly FunctionSummary[]): readonly FunctionSummary[] {
  const blocks = new Map<string, FunctionSummary>();
  const others: FunctionSummary[] = [];
  for (const summary of functions) {
    const known = blocks.get(summary.id);
    if (!summary.id.endsWith("/block")) others.push(summary);
    else blocks.set(summary.id, known ? { ...known, sites: [...known.sites, ...summary.sites] } : summary);
  }
  return [...others, ...blocks.values()];
}

/** A slice that is handed on is stored into where the function that gets it stores into it. */
function solveWrites(
  functions: readonly FunctionSummary[],
  byId: ReadonlyMap<string, FunctionSummary>,
  methodsOf: MethodsOf,
): ProgramFacts["writesElements"] {
  const written = new Map(functions.map((summary) => [summary, new Set(summary.writes.written)]));
  const writes: ProgramFacts["writesElements"] = (callee, argument) => {
    const known = typeof callee === "string" ? byId.get(callee) : undefined;
    const targets = typeof callee === "string" ? (known ? [known] : []) : methodsOf(callee.symbol, callee.name);
    return targets.some((target) => written.get(target)!.has(argument));
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const summary of functions) {
      const own = written.get(summary)!;
      for (const { parameter, callee, argument } of summary.writes.handedOn) {
        if (own.has(parameter) || !writes(callee, argument)) continue;
        own.add(parameter);
        changed = true;
      }
    }
  }
  return writes;
}

interface Failures {
  /** What can leave each function, by name. */
  readonly raised: ReadonlyMap<FunctionSummary, ReadonlyMap<string, Raised>>;
  /** The names that handlers around calls of the function catch, anywhere up the calls. */
  readonly demanded: ReadonlyMap<FunctionSummary, ReadonlySet<string>>;
  /** What leaves these places. */
  of(sites: readonly RaiseSite[]): ReadonlyMap<string, Raised>;
}

/** Tasks are cancelled where the program says so, or where one of a group fails. */
function solveCancelling(
  units: readonly UnitSummary[],
  functions: readonly FunctionSummary[],
  byId: ReadonlyMap<string, FunctionSummary>,
  methodsOf: MethodsOf,
): { readonly failures: Failures; readonly areCancelled: boolean } {
  const all = units.map((unit) => unit.asynchrony);
  if (all.some(({ cancels }) => cancels))
    return { failures: solveFailures(units, functions, byId, methodsOf, true), areCancelled: true };
  const failures = solveFailures(units, functions, byId, methodsOf, false);
  const tasks = byId.get(allTasks.id);
  const areCancelled =
    all.some(({ hasGroups }) => hasGroups) && tasks !== undefined && failures.raised.get(tasks)!.size > 0;
  return areCancelled
    ? { failures: solveFailures(units, functions, byId, methodsOf, true), areCancelled }
    : { failures, areCancelled };
}

function solveFailures(
  units: readonly UnitSummary[],
  functions: readonly FunctionSummary[],
  byId: ReadonlyMap<string, FunctionSummary>,
  methodsOf: MethodsOf,
  areCancelled: boolean,
): Failures {
  const targets = (callee: Callee): readonly FunctionSummary[] => calleeTargets(callee, byId, methodsOf);
  const demanded = solveDemands(units, functions, targets);
  const raised = new Map(functions.map((summary) => [summary, new Map<string, Raised>()]));
  const leaving = (sites: readonly RaiseSite[], around: ReadonlySet<string>, into: Map<string, Raised>): void => {
    for (const site of sites) {
      if (site.waits === true && !areCancelled) continue;
      if (site.when && targets(site.when).every((target) => raised.get(target)!.size === 0)) continue;
      if (site.isImplicit && !catches([...site.caught, ...around], site.raised!)) continue;
      const from = site.raised
        ? [site.raised]
        : targets(site.callee!).flatMap((target) => [...raised.get(target)!.values()]);
      for (const one of from) if (!catches(site.caught, one)) into.set(one[0], one);
    }
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const summary of functions) {
      const own = raised.get(summary)!;
      const before = own.size;
      leaving(summary.sites, demanded.get(summary)!, own);
      changed ||= own.size !== before;
    }
  }
  const caught = new Set(units.flatMap((unit) => unit.caught));
  return {
    raised,
    demanded,
    of: (sites) => {
      const result = new Map<string, Raised>();
      leaving(sites, caught, result);
      return result;
    },
  };
}

/** Handlers want to hear of what goes wrong in the functions that their bodies call. */
function solveDemands(
  units: readonly UnitSummary[],
  functions: readonly FunctionSummary[],
  targets: (callee: Callee) => readonly FunctionSummary[],
): ReadonlyMap<FunctionSummary, ReadonlySet<string>> {
  const demanded = new Map(functions.map((summary) => [summary, new Set<string>()]));
  const spread = (sites: readonly RaiseSite[], around: ReadonlySet<string>): boolean => {
    let grew = false;
    for (const site of sites) {
      if (!site.callee) continue;
      for (const target of targets(site.callee)) {
        const names = demanded.get(target)!;
        const before = names.size;
        for (const name of [...site.caught, ...around]) names.add(name);
        grew ||= names.size !== before;
      }
    }
    return grew;
  };
  const nothing: ReadonlySet<string> = new Set();
  for (const unit of units) spread(unit.sites, nothing);
  for (let changed = true; changed;) {
    changed = false;
    for (const summary of functions) changed = spread(summary.sites, demanded.get(summary)!) || changed;
  }
  return demanded;
}

/** Functions of Go, by id, and methods, by name, that raise their error: all of one name together, since they may stand in for each other. */
function solveErrorResults(units: readonly UnitSummary[]): ReadonlySet<string> {
  const fixed = new Set(units.flatMap((unit) => [...unit.fixed]));
  const groups = new Map<string, FunctionSummary[]>();
  for (const summary of units.flatMap((unit) => unit.functions)) {
    const name = summary.method === undefined ? summary.id : `method ${summary.method}`;
    const group = groups.get(name) ?? [];
    group.push(summary);
    groups.set(name, group);
  }
  const converted = new Set(
    [...groups]
      .filter(([name, group]) => !fixed.has(name) && group.every((summary) => summary.errors?.mayRaise === true))
      .map(([name]) => name),
  );
  for (let changed = true; changed;) {
    changed = false;
    for (const name of converted) {
      if (groups.get(name)!.every((summary) => summary.errors!.handsOn.every((other) => converted.has(other))))
        continue;
      converted.delete(name);
      changed = true;
    }
  }

  return converted;
}

/** The exceptions whose class decides something: handlers that some errors reach and do not match, and tests of values. */
function distinguishedNames(units: readonly UnitSummary[], failures: Failures): ReadonlySet<string> {
  const names = new Set(units.flatMap((unit) => unit.tested));
  for (const attempt of units.flatMap((unit) => unit.tries)) {
    let remaining = [...failures.of(attempt.sites).values()];
    for (const handler of attempt.handlers) {
      const others = remaining.filter((raised) => !catches(handler, raised));
      if (others.length > 0) for (const name of handler) if (!rootExceptions.has(name)) names.add(name);
      remaining = others;
    }
  }
  return names;
}
