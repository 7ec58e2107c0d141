import { functionValues, type FunctionValue } from "./function-values.ts";
import { askedMethods } from "./asked-methods.ts";
import { heldTypes } from "./held-types.ts";
import { showsErrors } from "./shown-errors.ts";
import { keyTypes } from "./key-types.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild, walk } from "../ir/walk.ts";
import { typeKey } from "../types/relations.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { classUses, selfUse, type ClassUses, type SelfUse } from "./class-uses.ts";
import type { ClassShape } from "./facts.ts";
import { limitsOf, type LimitsSummary } from "./limits.ts";
import { storedPointers } from "./pointers.ts";
import { sharedNumbers } from "./shared-numbers.ts";
import { errorSummary, fixedUses, type ErrorSummary, type FixedUses } from "./error-results.ts";
import { writesOf, type WritesSummary } from "./element-writes.ts";
import { dictOrderOf, type DictOrderSummary } from "./dict-order.ts";
import { effectsOf, type EffectsSummary } from "./effects.ts";
import { lendingOf, type LendingSummary } from "./lent-lists.ts";
import { growthOf, type GrowthSummary } from "./growing-parameters.ts";
import { literalDictsOf, type LiteralDictsSummary } from "./literal-dicts.ts";
import type { LibraryIndex } from "./library/index.ts";
import { asynchronyOf, type AsynchronySummary } from "./asynchrony.ts";
import { allTasks } from "./concurrent-operations.ts";
import { zerosOf, type ZerosSummary } from "./generic-zeros.ts";
import { keptFunctions } from "./kept-functions.ts";
import { concurrencyOf, valuesOf, type ConcurrencySummary, type ValueSummary } from "./concurrency.ts";
import { methodKey } from "./method-key.ts";
import { blocksOf, handlerNames, raiseSites, taskSites, type RaiseSite } from "./raises.ts";

export type { Callee } from "./raises.ts";

/** What the rest of the program needs to know of one function. It depends on the function's own text and types only. */
export interface FunctionSummary {
  readonly id: string;
  readonly symbol?: TypeSymbol | undefined;
  readonly method?: string | undefined;
  /** `__init__`, or what stands for it. */
  readonly isConstructor: boolean;
  /** Go: what the function tells about its error result; undefined without one. */
  readonly errors?: ErrorSummary | undefined;
  /** Where exceptions begin in the function, or pass through from what it calls. */
  readonly sites: readonly RaiseSite[];
  readonly severalResults: boolean;
  readonly concurrency: ConcurrencySummary;
  /** The parameters that are functions which it may keep, by position. */
  readonly keptFunctions: readonly number[];
  /** Go: the method asks whether its receiver is nil. */
  readonly handlesNil: boolean;
  /** What a method does with its object. */
  readonly self?: SelfUse | undefined;
  /** What it does to the elements of the slices that it is given. */
  readonly writes: WritesSummary;
  readonly isGenerator: boolean;
  /** Where the program begins, in Go. */
  readonly isMain: boolean;
}

/** One `try`: the names that each handler catches, and what its body raises. */
export interface TrySummary {
  readonly handlers: readonly (readonly string[])[];
  readonly sites: readonly RaiseSite[];
}

/** What one unit tells the rest of the program. */
export interface UnitSummary {
  readonly functions: readonly FunctionSummary[];
  /** What the statements of the module itself raise and call. */
  readonly sites: readonly RaiseSite[];
  /** What statements of the module and function literals do beside others. */
  readonly concurrency: readonly ConcurrencySummary[];
  /** Functions that are used as values, and whether they wait. */
  readonly values: readonly ValueSummary[];
  /** Go: the zero values of type parameters that its functions need. */
  readonly zeros: readonly ZerosSummary[];
  /** What the unit does with the tasks of an event loop. */
  readonly asynchrony: AsynchronySummary;
  readonly tries: readonly TrySummary[];
  /** Functions that are used as values. */
  readonly functionValues: readonly FunctionValue[];
  /** Go: functions and methods that are used as values, or called where nothing could catch an exception. */
  readonly fixed: FixedUses;
  readonly growth: GrowthSummary;
  readonly lending: LendingSummary;
  readonly effects: EffectsSummary;
  readonly literalDicts: LiteralDictsSummary;
  readonly dictOrder: DictOrderSummary;
  /** The exceptions that the unit tests values for outside of handlers; "*" where it asks for the names of classes. */
  readonly tested: readonly string[];
  readonly classes: readonly TypeSymbol[];
  readonly classUses: ClassUses;
  /** What lowering reads of each class's symbol, as text, so that a change of it shows. */
  readonly classKeys: readonly string[];
  readonly shapes: readonly { readonly symbol: TypeSymbol; readonly shape: ClassShape }[];
  /** The exceptions that handlers of the unit name; "Exception" for those that catch everything. */
  readonly caught: readonly string[];
  /** Whether the arguments of exceptions are asked for. */
  readonly asksArguments: boolean;
  /** Whether a `raise` of the unit names a cause. */
  readonly hasCauses: boolean;
  /** Go: the types, by key, that the unit stores into through a pointer. */
  readonly storedPointers: readonly string[];
  /** Go: the methods, by name, that are called through interfaces. */
  readonly askedMethods: readonly string[];
  /** Go: the names of the fields of structs. */
  readonly fieldNames: readonly string[];
  /** Go: the types whose values are put into interfaces. */
  readonly heldTypes: readonly Type[];
  /** Go: whether errors are shown or taken apart. */
  readonly showsErrors: boolean;
  /** Go: the structs, by key, that are keys of maps in the unit. */
  readonly keyTypes: readonly string[];
  /** What may go beyond the limits that Python sets by itself. */
  readonly limits: LimitsSummary;
  /** Go: whether the unit asks for infinities or what is no number. */
  readonly hasInfinities: boolean;
  /** Go: whether the unit recovers from panics, and so may see their messages. */
  readonly recovers: boolean;
  /** Go: whether the unit reads requests or answers them. */
  readonly isWeb: boolean;
  /** Whether a text holds a number with underscores between its digits. */
  readonly hasGroupedDigits: boolean;
  /** Whether the unit asks whether a list is None. */
  readonly testsLists: boolean;
  /** Go: arguments that are numbers of math/big which the caller goes on to hold, as `function#position`. */
  readonly sharedNumbers: readonly string[];
  /** Whether the unit does something when the program is run. */
  readonly runs: boolean;
}

/** Summarises the declarations of one unit. */
export function summarise(declarations: readonly ir.Declaration[], library: LibraryIndex): UnitSummary {
  const functions: FunctionSummary[] = [];
  const classes: TypeSymbol[] = [];
  const shapes: { symbol: TypeSymbol; shape: ClassShape }[] = [];
  const caught = new Set<string>();
  const tested = new Set<string>();
  const tries: TrySummary[] = [];
  const sites: RaiseSite[] = [];
  const concurrency: ConcurrencySummary[] = [];
  let hasCauses = false;
  let asksArguments = false;
  let testsLists = false;
  let hasGroupedDigits = false;
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function") functions.push(summariseFunction(node, library));
    if (node.kind === "IsNone") testsLists ||= holdsList(node.operand.type);
    if (node.kind === "Record") shapes.push({ symbol: node.symbol, shape: shapeOf(node) });
    if (
      node.kind === "Record" ||
      node.kind === "Interface" ||
      node.kind === "Enumeration" ||
      node.kind === "TypeDefinition"
    )
      classes.push(node.symbol);
    if (node.kind === "TopLevel" || node.kind === "Global") sites.push(...raiseSites([node], library));
    if (node.kind === "TopLevel" || node.kind === "Global") concurrency.push(concurrencyOf([node], false));
    if (node.kind === "Closure") concurrency.push(concurrencyOf(node.body, false));
    if (node.kind === "Closure") sites.push(...raiseSites(node.body, library));
    if (node.kind === "Try" && node.handlers.length > 0) {
      tries.push({ handlers: node.handlers.map(handlerNames), sites: raiseSites(node.body, library) });
      node.handlers.flatMap(handlerNames).forEach((name) => caught.add(name));
    }
    if (node.kind === "TypeTest")
      for (const target of node.targets)
        if (target.kind === "named" && target.symbol.form === "exception") tested.add(target.symbol.name);
    if (node.kind === "Try" && node.group) node.handlers.flatMap(handlerNames).forEach((name) => tested.add(name));
    if (node.kind === "ExceptionPart")
      for (const type of node.classes ?? []) if (type.kind === "named") tested.add(type.symbol.name);
    if (node.kind === "StringLiteral") hasGroupedDigits ||= /[0-9]_[0-9]/.test(node.value);
    if (asksForArguments(node)) asksArguments = true;
    if ((node.kind === "TypeName" && mayBeException(node)) || asksForArguments(node)) tested.add("*");
    if (node.kind === "Raise" && node.cause !== undefined && node.cause.kind !== "NoneLiteral") hasCauses = true;
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  functions.push(...blocksOf(declarations, library).map(blockSummary));
  const tasks = taskSites(declarations, library);
  if (tasks.length > 0) functions.push(blockSummary({ id: allTasks.id, sites: tasks }));
  const runs = declarations.some(
    (d) =>
      (d.kind === "TopLevel" && d.body.some(isEffective)) ||
      (d.kind === "Function" && d.name === "main" && d.symbol === undefined),
  );
  return {
    functions,
    functionValues: functionValues(declarations, (body) => raiseSites(body, library)),
    fixed: fixedUses(declarations),
    storedPointers: storedPointers(declarations),
    askedMethods: askedMethods(declarations),
    fieldNames: declarations.flatMap((node) => (node.kind === "Record" ? node.fields.map(({ name }) => name) : [])),
    heldTypes: heldTypes(declarations),
    showsErrors: showsErrors(declarations, library),
    keyTypes: keyTypes(declarations),
    limits: limitsOf(declarations),
    hasInfinities: hasInfinities(declarations, library),
    recovers: recovers(declarations),
    isWeb: isWeb(declarations),
    hasGroupedDigits,
    testsLists,
    sharedNumbers: sharedNumbers(declarations),
    growth: growthOf(declarations),
    lending: lendingOf(declarations),
    effects: effectsOf(declarations),
    literalDicts: literalDictsOf(declarations),
    dictOrder: dictOrderOf(declarations),
    sites,
    concurrency,
    values: valuesOf(declarations),
    zeros: zerosOf(declarations),
    asynchrony: asynchronyOf(declarations),
    tries,
    tested: [...tested].sort(),
    classes,
    classUses: classUses(declarations),
    classKeys: classes.map(classKey),
    shapes,
    caught: [...caught].sort(),
    asksArguments,
    hasCauses,
    runs,
  };
}

function mayBeException({ of, operand: { type } }: ir.TypeName): boolean {
  const inner = type.kind === "optional" ? type.inner : type;
  return of === "class" && (inner.kind !== "named" || inner.symbol.form === "exception");
}

/** Whether the node shows exceptions in detail, or reads their arguments. */
function asksForArguments(node: ir.Node): boolean {
  if (node.kind === "ExceptionPart") return node.part === "args";
  if (node.kind === "Format")
    return node.parts.some(
      (part) => typeof part !== "string" && showsException(part.value.type, part.style === "repr"),
    );
  return node.kind === "Print" && node.operands.some((operand) => showsException(operand.type, false));
}

/** Whether showing a value of the type shows an exception in detail, as containers do. */
function showsException(type: Type, inDetail: boolean): boolean {
  switch (type.kind) {
    case "named":
      return inDetail && type.symbol.form === "exception";
    case "optional":
      return showsException(type.inner, inDetail);
    case "list":
    case "set":
      return showsException(type.element, true);
    case "dict":
      return showsException(type.key, true) || showsException(type.value, true);
    case "tuple":
      return [...type.elements, ...(type.rest ? [type.rest] : [])].some((element) => showsException(element, true));
    default:
      return false;
  }
}

function holdsList(type: Type): boolean {
  return type.kind === "list" || (type.kind === "optional" && holdsList(type.inner));
}

function classKey(symbol: TypeSymbol): string {
  const methods = [...symbol.methods.values()].map(({ name, flavour, type }) => `${name} ${flavour} ${typeKey(type)}`);
  const fields = [...symbol.fields.values()].map(({ name, type }) => `${name} ${typeKey(type)}`);
  const flags = [symbol.frozen, symbol.abstract, symbol.comparesInDerived].join();
  const { made, enumeration } = symbol;
  const members = enumeration?.members.map(({ name, number, text }) => `${name}=${number ?? text ?? ""}`) ?? [];
  return [
    symbol.name,
    flags,
    JSON.stringify(made),
    enumeration?.basis,
    enumeration?.flavour,
    ...members,
    ...methods,
    ...fields,
  ].join("\n");
}

function shapeOf(node: ir.Record): ClassShape {
  const { dataclass, isException, fields, parameters, initializer } = node;
  const hasDefaults = (parameters ?? []).some(
    (parameter) => parameter.defaultValue !== undefined || parameter.defaultFactory !== undefined || parameter.initOnly,
  );
  const hasFieldValues = !dataclass && fields.some((field) => field.defaultValue !== undefined);
  const hasConstructor =
    initializer !== undefined ||
    hasFieldValues ||
    (!isException && (hasDefaults || node.methods.some((method) => method.name === "__post_init__")));
  return {
    hasConstructor,
    fields: fields.map(({ name, type }) => ({ name, type })),
    ...(parameters
      ? {
          parameters: parameters.map(({ name, type, defaultFactory }) => ({
            name,
            type,
            isComputed: defaultFactory !== undefined,
          })),
        }
      : {}),
    ...(initializer || hasFieldValues
      ? {
          initializer: (initializer?.parameters ?? []).map(({ binding, type, kind }) => ({
            name: binding.name,
            type,
            kind,
          })),
        }
      : {}),
    classAttributes: node.classAttributes.map(({ name }) => name),
    dataclass,
    isException,
    hasStruct:
      fields.length > 0 || initializer !== undefined || node.methods.some((method) => method.flavour !== "abstract"),
  };
}

function isEffective(statement: ir.Statement): boolean {
  return (
    statement.kind !== "Empty" &&
    statement.kind !== "LocalDeclaration" &&
    !(statement.kind === "ExpressionStatement" && statement.expression.kind === "StringLiteral")
  );
}

function handlesNil({ receiver, body }: ir.Function): boolean {
  if (receiver?.type.kind !== "pointer") return false;
  let found = false;
  const visit = (node: ir.Node): void => {
    found ||= node.kind === "IsNone" && node.operand.kind === "Variable" && node.operand.binding === receiver;
    forEachChild(node, visit);
  };
  body.forEach(visit);
  return found;
}

/** What stands for all functions of one type that are values. */
export function valueSummary(id: string, sites: readonly RaiseSite[]): FunctionSummary {
  return blockSummary({ id, sites });
}

/** The block of a `with`, which is a function to the one that yields to it. */
function blockSummary({ id, sites }: { readonly id: string; readonly sites: readonly RaiseSite[] }): FunctionSummary {
  return {
    id,
    isConstructor: false,
    isGenerator: false,
    sites,
    severalResults: false,
    writes: { written: [], handedOn: [] },
    keptFunctions: [],
    handlesNil: false,
    isMain: false,
    concurrency: concurrencyOf([], false),
  };
}

function summariseFunction(node: ir.Function, library: LibraryIndex): FunctionSummary {
  return {
    id: node.binding.id,
    symbol: node.symbol,
    method: node.symbol === undefined ? undefined : methodKey(node),
    isConstructor: node.name === "__init__" || node.name === "__post_init__",
    errors: errorSummary(node),
    sites: isIterator(node)
      ? raiseSites(node.body, library).filter((site) => site.raised?.[0] !== "StopIteration")
      : raiseSites(node.body, library),
    severalResults: hasSeveralResults(node) || isIterator(node),
    ...(node.symbol ? { self: selfUse(node) } : {}),
    writes: writesOf(node),
    keptFunctions: keptFunctions(node),
    handlesNil: handlesNil(node),
    isGenerator: node.isGenerator && node.manages === undefined,
    isMain: node.name === "main" && node.symbol === undefined && node.binding.id.endsWith("main"),
    concurrency: concurrencyOf(node.body, node.name === "__init__" || node.name === "__post_init__"),
  };
}

/** `__next__`, whose end is a second result in Go and no error. */
function isIterator(node: ir.Function): boolean {
  return node.symbol !== undefined && node.symbol.underlying === undefined && node.name === "__next__";
}

/** Whether every return hands out a tuple that is written right there, so that Go gives several results. */
function hasSeveralResults(node: ir.Function): boolean {
  const { result } = node;
  if (node.several === true) return true;
  if (result.kind !== "tuple" || result.rest !== undefined || result.elements.length < 2 || node.isGenerator)
    return false;
  let count = 0;
  let all = true;
  const visit = (child: ir.Node): void => {
    if (child.kind === "Function" || child.kind === "Closure") return;
    if (child.kind === "Return") {
      count++;
      all &&=
        child.value?.kind === "TupleLiteral" && !child.value.elements.some((element) => element.kind === "Spread");
    }
    forEachChild(child, visit);
  };
  node.body.forEach(visit);
  return all && count > 0;
}
/** Whether the nodes call functions of Go's package math that give or ask for an infinity or NaN. */
function isWeb(declarations: readonly ir.Declaration[]): boolean {
  let found = false;
  for (const declaration of declarations)
    walk(declaration, (node) => void (found ||= node.kind === "LibraryCall" && node.row.startsWith("gin#")));
  return found;
}

function recovers(declarations: readonly ir.Declaration[]): boolean {
  let found = false;
  for (const declaration of declarations) walk(declaration, (node) => void (found ||= node.kind === "Recover"));
  return found;
}

function hasInfinities(declarations: readonly ir.Declaration[], library: LibraryIndex): boolean {
  let found = false;
  const visit = (node: ir.Node): void => {
    const called =
      node.kind === "LibraryCall" ? library.goSide(node.row) : node.kind === "UnknownCall" ? node.path : "";
    found ||= /\bmath\.(?:Inf|IsInf|IsNaN|NaN|Nextafter)\b/.test(called);
    if (!found) forEachChild(node, visit);
  };
  declarations.forEach(visit);
  return found;
}
