import { sameType } from "../types/relations.ts";
import { dictOf, listOf, named, setOf, stringType, unknownType } from "../types/build.ts";
import type { FunctionType, ParameterType, Type } from "../types/type.ts";
import type { ClassDecl, FunctionDecl } from "./analysis-declarations.ts";
import { libraryInstance } from "./infer-annotation.ts";
import type { CallRecord, Inference, MatchedValues } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { entityOf } from "./infer-entities.ts";
import type { LibraryClass, LibraryFunction } from "./infer-library.ts";
import { callMethod, findMethod, receiverSubstitution } from "./infer-methods.ts";
import { mutatedNames } from "./infer-mutation.ts";
import {
  type Argument,
  type CallArguments,
  type Matching,
  type Pair,
  type Substitution,
  argumentType,
  bind,
  fits,
  isGeneric,
  matchArguments,
  matchedValues,
  substitute,
  teach,
} from "./infer-signatures.ts";
import { mapParts } from "./infer-parts.ts";
import { isVariable } from "./infer-solver.ts";
import type { Expression, PythonNode } from "./tree.ts";

/** What a call gives, and how its arguments were matched. */
export interface CallOutcome {
  readonly result: Type;
  readonly matched: readonly MatchedValues[];
  readonly irregular: boolean;
}

/** Replaces type parameters; alternatives that turn out the same become one. */
export function instantiate(inference: Inference, type: Type, substitution: Substitution): Type {
  if (type.kind === "union")
    return type.members
      .map((member) => instantiate(inference, member, substitution))
      .reduce((a, b) => inference.solver.merge(a, b), unknownType);
  if (type.kind === "parameter") return isVariable(type) ? type : (substitution.get(type.name) ?? type);
  if (type.kind === "optional") {
    const inner = instantiate(inference, type.inner, substitution);
    const head = inference.solver.shallow(inner);
    return head.kind === "optional" || head.kind === "none" || head.kind === "any" ? head : { kind: "optional", inner };
  }
  return mapParts(type, (part) => instantiate(inference, part, substitution));
}

function typeParametersIn(type: Type, found: Set<string>): void {
  if (type.kind === "parameter") {
    if (!isVariable(type)) found.add(type.name);
    return;
  }
  mapParts(type, (part) => {
    typeParametersIn(part, found);
    return part;
  });
}

/** Calls a function of the program, or the method of that name of whatever class the receiver is: their parameters learn from the arguments. */
export function callFunction(
  inference: Inference,
  decl: FunctionDecl,
  args: CallArguments,
  site: PythonNode,
  receiver: Substitution = new Map(),
): CallOutcome {
  const outcome = callExactly(inference, decl, args, site, receiver);
  return decl.owner ? withOverrides(inference, decl, args, site, receiver, outcome) : outcome;
}

/** Calls this function and no method of a derived class that stands in for it. */
export function callExactly(
  inference: Inference,
  decl: FunctionDecl,
  args: CallArguments,
  site: PythonNode,
  receiver: Substitution = new Map(),
): CallOutcome {
  const parameters = functionParameters(inference, decl);
  const result = functionResult(inference, decl);
  const generic = new Set<string>();
  for (const parameter of parameters) typeParametersIn(parameter.type, generic);
  const substitution: Substitution = new Map(receiver);
  for (const name of generic)
    if (!substitution.has(name)) substitution.set(name, inference.cell(site, `T ${decl.id} ${name}`));
  const matching = matchArguments(parameters, args);
  const mutated = mutatedNames(decl.node);
  for (const pair of lambdasLast(matching)) {
    for (const argument of pair.arguments) {
      const fixed = inference.fixedSlots.has(decl.parameters[pair.index]!.slot) || isGeneric(pair.parameter.type);
      const expected = substitute(pair.parameter.type, substitution);
      if (fixed) {
        const type = argument.node?.kind === "Lambda" ? unknownType : argumentType(inference, argument, expected);
        bind(inference, pair.parameter.type, type, substitution, site, argument.node);
      } else passArgument(inference, pair, argument, mutated.has(pair.parameter.name ?? ""), site);
    }
  }
  spreadArguments(inference, args, parameters, matching);
  const opened = inference.open(
    inference.solver.shallow(instantiate(inference, result, substitution)),
    site,
    `call ${decl.id}`,
  );
  return { result: opened, matched: matchedValues(matching.pairs, substitution), irregular: matching.irregular };
}

/** What is called may be the method of a derived class: its parameters learn the same, and its result is one of the results. */
function withOverrides(
  inference: Inference,
  decl: FunctionDecl,
  args: CallArguments,
  site: PythonNode,
  receiver: Substitution,
  outcome: CallOutcome,
): CallOutcome {
  let { result } = outcome;
  const isFixed = inference.fixedSlots.has(decl.resultSlot);
  for (const override of inference.env.overridesOf(decl)) {
    const other = callExactly(inference, override, args, site, receiver);
    if (!isFixed) result = inference.solver.merge(result, other.result);
  }
  return { ...outcome, result };
}

/** The parameters of a function of the program as types. */
export function functionParameters(inference: Inference, decl: FunctionDecl): ParameterType[] {
  return decl.parameters.map((parameter) => ({
    ...(!parameter.positionalOnly || parameter.kind !== "positional" ? { name: parameter.name } : {}),
    type: inference.slot(parameter.slot),
    kind: parameter.kind,
    ...(parameter.node.default && { optional: true }),
  }));
}

/** What calling a function of the program gives. */
export function functionResult(inference: Inference, decl: FunctionDecl): Type {
  if (decl.isGenerator) {
    const source = decl.isContextManager ? "contextmanager" : decl.isAsync ? "async" : "generator";
    return { kind: "iterator", element: inference.slot(decl.yieldSlot), source };
  }
  const result = inference.slot(decl.resultSlot);
  return decl.isAsync ? { kind: "awaitable", result } : result;
}

function lambdasLast(matching: Matching): Pair[] {
  const isLambda = (pair: Pair): boolean => pair.arguments.some((argument) => argument.node?.kind === "Lambda");
  return [...matching.pairs.filter((pair) => !isLambda(pair)), ...matching.pairs.filter(isLambda)];
}

/** A parameter without annotation learns the type of an argument. Containers are not made one with the parameter's unless the function changes them. */
function passArgument(inference: Inference, pair: Pair, argument: Argument, mutated: boolean, site: PythonNode): void {
  const { solver } = inference;
  const term = pair.parameter.type;
  const type = argumentType(inference, argument, solver.shallow(term));
  const value = solver.shallow(type);
  if (mutated || value.kind === "function") {
    solver.flow(value, term);
    return;
  }
  const place = argument.node ?? site;
  solver.flow(inference.open(value, place, `pass ${pair.index}`), term);
  const known = solver.shallow(term);
  if (!isVariable(known)) solver.hint(value, known, 2);
}

function spreadArguments(
  inference: Inference,
  args: CallArguments,
  parameters: readonly ParameterType[],
  matching: Matching,
): void {
  for (const argument of args.spread) {
    const type = argumentType(inference, argument);
    const head = inference.head(type);
    const isStar = argument.node?.kind === "Starred";
    const given = new Set(matching.pairs.map((pair) => pair.index));
    parameters.forEach((parameter, index) => {
      if (given.has(index) && parameter.kind !== "variadic" && parameter.kind !== "keywords") return;
      if (isStar && (parameter.kind === "keyword" || parameter.kind === "keywords")) return;
      if (!isStar && parameter.kind === "variadic") return;
      const place = index - args.positional.length;
      const part = !isStar
        ? head.kind === "dict"
          ? head.value
          : unknownType
        : head.kind === "tuple" && head.rest === undefined && parameter.kind !== "variadic"
          ? (head.elements[place] ?? unknownType)
          : elementOf(inference, type, argument.node);
      if (part !== unknownType && isVariable(parameter.type))
        inference.solver.flow(inference.solver.resolve(part), parameter.type);
    });
  }
}

/** Calls a function of the library: the signature that fits is chosen, and type parameters learn from the arguments. */
export function callLibrary(
  inference: Inference,
  fn: LibraryFunction,
  args: CallArguments,
  site: PythonNode,
  receiver: Substitution = new Map(),
): CallOutcome {
  for (const argument of [...args.positional, ...args.keywords.map((keyword) => keyword.argument), ...args.spread]) {
    if (argument.node?.kind !== "Lambda") argumentType(inference, argument);
  }
  const choice = chooseOverload(inference, fn.overloads, args, receiver);
  if (choice === undefined) {
    for (const argument of [...args.positional, ...args.keywords.map((keyword) => keyword.argument)])
      argumentType(inference, argument);
    return { result: commonResult(fn.overloads), matched: [], irregular: true };
  }
  const { overload, index, matching, certain } = choice;
  const substitution: Substitution = new Map(receiver);
  for (const parameter of overload.typeParameters ?? [])
    substitution.set(parameter.name, inference.cell(site, `T ${fn.path}#${index} ${parameter.name}`));
  if (!certain) {
    for (const { parameter, arguments: given } of matching.pairs) {
      for (const argument of given) {
        const type = argumentType(inference, argument);
        if (isAgreed(choice.others, parameter)) teach(inference, type, parameter.type);
      }
    }
    return {
      result: commonResult(fn.overloads),
      matched: matchedValues(matching.pairs, substitution),
      irregular: matching.irregular,
    };
  }
  for (const pair of lambdasLast(matching)) {
    for (const argument of pair.arguments) {
      const type = argument.node?.kind === "Lambda" ? unknownType : argumentType(inference, argument);
      bind(inference, pair.parameter.type, type, substitution, site, argument.node);
    }
  }
  for (const argument of args.spread) bindSpread(inference, overload, matching, argument, substitution, site);
  const result = inference.open(
    inference.solver.shallow(instantiate(inference, overload.result, substitution)),
    site,
    `call ${fn.path}`,
  );
  return { result, matched: matchedValues(matching.pairs, substitution), irregular: matching.irregular };
}

/** `f(*values)`: each value may be any of the parameters that nothing else was given to. */
function bindSpread(
  inference: Inference,
  overload: FunctionType,
  matching: Matching,
  argument: Argument,
  substitution: Substitution,
  site: PythonNode,
): void {
  if (argument.node?.kind !== "Starred") return;
  const element = elementOf(inference, argumentType(inference, argument), argument.node);
  overload.parameters.forEach((parameter, index) => {
    const free =
      parameter.kind === "variadic" ||
      ((parameter.kind ?? "positional") === "positional" &&
        !parameter.optional &&
        !matching.pairs.some((pair) => pair.index === index));
    if (free) bind(inference, parameter.type, element, substitution, site);
  });
}

/** The result that all signatures agree on, whatever the arguments. */
function commonResult(overloads: readonly FunctionType[]): Type {
  const first = overloads[0]?.result ?? unknownType;
  if (isGeneric(first)) return unknownType;
  return overloads.every(
    (overload) => overload.result.kind === first.kind && JSON.stringify(overload.result) === JSON.stringify(first),
  )
    ? first
    : unknownType;
}

interface Choice {
  readonly overload: FunctionType;
  readonly index: number;
  readonly matching: Matching;
  readonly certain: boolean;
  /** All signatures that may be meant. */
  readonly others: readonly FunctionType[];
}

/** Whether all signatures that may be meant want the same of this parameter. */
function isAgreed(overloads: readonly FunctionType[], parameter: ParameterType): boolean {
  if (isGeneric(parameter.type)) return false;
  return overloads.every((overload) =>
    overload.parameters.some((other) => other.name === parameter.name && sameType(other.type, parameter.type)),
  );
}

function chooseOverload(
  inference: Inference,
  overloads: readonly FunctionType[],
  args: CallArguments,
  receiver: Substitution,
): Choice | undefined {
  const possible: Choice[] = [];
  for (const [index, overload] of overloads.entries()) {
    const matching = matchArguments(overload.parameters, args);
    if (matching.irregular && args.spread.length === 0 && overloads.length > 1) continue;
    if (
      args.spread.length > 0 &&
      overloads.length > 1 &&
      (matching.misfit || !overload.parameters.some((parameter) => parameter.kind === "variadic"))
    )
      continue;
    let worst = 2;
    for (const { parameter, arguments: given } of matching.pairs) {
      for (const argument of given)
        worst = Math.min(worst, argumentFits(inference, parameter.type, argument, receiver));
    }
    if (worst === 2) {
      if (possible.length === 0 || possible.every((other) => sameResult(other.overload, overload)))
        return { overload, index, matching, certain: true, others: [overload] };
      return { ...possible[0]!, certain: false, others: [...possible.map((other) => other.overload), overload] };
    }
    if (worst === 1) possible.push({ overload, index, matching, certain: true, others: [overload] });
  }
  const [first] = possible;
  if (first === undefined) {
    const only = overloads.length === 1 ? overloads[0] : undefined;
    return (
      only && {
        overload: only,
        index: 0,
        matching: matchArguments(only.parameters, args),
        certain: true,
        others: [only],
      }
    );
  }
  return {
    ...first,
    others: possible.map((other) => other.overload),
    certain: possible.length === 1 || possible.every((other) => sameResult(other.overload, first.overload)),
  };
}

function sameResult(a: FunctionType, b: FunctionType): boolean {
  return a.result.kind === b.result.kind && JSON.stringify(a.result) === JSON.stringify(b.result);
}

function argumentFits(inference: Inference, parameter: Type, argument: Argument, receiver: Substitution): number {
  if (argument.node?.kind === "Lambda") {
    const target = parameter.kind === "optional" ? parameter.inner : parameter;
    if (target.kind === "function")
      return target.parameters.length === argument.node.args.args.length || target.parameters[0]?.kind === "variadic"
        ? 2
        : 0;
    return target.kind === "any" || target.kind === "parameter" ? 2 : target.kind === "union" ? 1 : 0;
  }
  return fits(inference, parameter, argumentType(inference, argument), receiver);
}

/** Makes an instance of a class of the program. */
export function construct(
  inference: Inference,
  decl: ClassDecl,
  args: CallArguments,
  site: PythonNode,
): CallOutcome & { initializer?: FunctionDecl } {
  const info = inference.env.classInfo(decl);
  const parameters = info.self.kind === "named" ? info.self.arguments : [];
  const cells = parameters.map((_, i) => inference.cell(site, `T ${decl.id} ${i}`));
  const result: Type = info.self.kind === "named" ? named(info.self.symbol, cells) : info.self;
  const substitution = receiverSubstitution(info, result);
  const initializer = findMethod(info, "__init__");
  if (initializer) return { ...callFunction(inference, initializer, args, site, substitution), result, initializer };
  if (info.constructorFields) {
    const fields = info.constructorFields.map((field): ParameterType => ({
      name: field.name,
      type: inference.slot(field.slot),
      kind: field.keywordOnly ? "keyword" : "positional",
      ...(field.hasDefault && { optional: true }),
    }));
    const matching = matchArguments(fields, args);
    for (const pair of lambdasLast(matching)) {
      for (const argument of pair.arguments) {
        const type = argumentType(inference, argument, substitute(pair.parameter.type, substitution));
        bind(inference, pair.parameter.type, type, substitution, site, argument.node);
      }
    }
    inferAll(inference, args);
    return { result, matched: matchedValues(matching.pairs, substitution), irregular: matching.irregular };
  }
  inferAll(inference, args);
  return { result, matched: args.positional.length === 0 ? [] : [rest(args)], irregular: args.spread.length > 0 };
}

function rest(args: CallArguments): MatchedValues {
  return {
    name: "args",
    parameterKind: "variadic",
    values: args.positional.flatMap((argument) => (argument.node ? [argument.node] : [])),
    type: unknownType,
  };
}

export function inferAll(inference: Inference, args: CallArguments): void {
  for (const argument of [...args.positional, ...args.keywords.map((keyword) => keyword.argument), ...args.spread])
    argumentType(inference, argument);
}

/** Makes an instance of a builtin or library class. */
export function constructLibrary(
  inference: Inference,
  owner: LibraryClass,
  args: CallArguments,
  site: PythonNode,
  expected?: Type,
): CallOutcome {
  const { path } = owner;
  const names = owner.symbol.typeParameters.map((parameter) => parameter.name);
  const cells = names.map((name) => inference.cell(site, `T ${path} ${name}`));
  const substitution: Substitution = new Map(names.map((name, i) => [name, cells[i]!]));
  const initializer = inference.env.library.method(owner, "__init__");
  const outcome =
    initializer?.kind === "library-function"
      ? callLibrary(inference, initializer, args, site, substitution)
      : { result: unknownType, matched: [], irregular: false };
  inferAll(inference, args);
  if (path === "builtins.tuple") return { ...outcome, result: tupleOfValue(inference, args, site, cells[0]) };
  if (path === "builtins.type" && args.positional.length === 1)
    return { ...outcome, result: { kind: "class", instance: argumentType(inference, args.positional[0]!) } };
  if (path === "builtins.dict" && args.keywords.length > 0) {
    inference.solver.flow(stringType, cells[0]!);
    for (const { argument } of args.keywords) inference.solver.flow(argumentType(inference, argument), cells[1]!);
  }
  const result = libraryInstance(path, cells, owner.symbol) ?? unknownType;
  if (expected) teach(inference, result, expected);
  return { ...outcome, result };
}

function tupleOfValue(inference: Inference, args: CallArguments, site: PythonNode, cell: Type | undefined): Type {
  const [argument] = args.positional;
  if (argument === undefined || cell === undefined) return { kind: "tuple", elements: [] };
  const head = inference.head(argumentType(inference, argument));
  if (head.kind === "tuple") return head;
  inference.solver.flow(elementOf(inference, head, site), cell);
  return { kind: "tuple", elements: [], rest: cell };
}

/** Calls a value: a function that an expression names, or anything whose type is one. */
export function callValue(
  inference: Inference,
  expression: Expression | undefined,
  value: Type,
  args: readonly Argument[],
  site: PythonNode,
): Type | undefined {
  const call: CallArguments = { positional: args, keywords: [], spread: [] };
  const entity = expression && entityOf(inference, expression);
  switch (entity?.kind) {
    case "function":
      return callFunction(inference, entity, call, site).result;
    case "class":
      return construct(inference, entity, call, site).result;
    case "library-function":
      return callLibrary(
        inference,
        entity,
        withReceiver(inference, entity, call, site),
        site,
        ownReceiver(inference, entity, args),
      ).result;
    case "library-class":
      return constructLibrary(inference, entity, call, site).result;
    default:
      return callType(inference, value, call, site)?.result;
  }
}

/** `str.lower` called with a value takes the value as its receiver. */
function withReceiver(
  _inference: Inference,
  fn: LibraryFunction,
  call: CallArguments,
  _site: PythonNode,
): CallArguments {
  return fn.flavour === "instance" ? { ...call, positional: call.positional.slice(1) } : call;
}

function ownReceiver(inference: Inference, fn: LibraryFunction, args: readonly Argument[]): Substitution {
  const [first] = args;
  if (fn.flavour !== "instance" || first === undefined) return new Map<string, Type>();
  const head = inference.head(argumentType(inference, first));
  const member = inference.env.library.member(fn.path.slice(0, fn.path.lastIndexOf(".")));
  if (isVariable(head) && member?.kind === "library-class") {
    const instance = libraryInstance(
      member.path,
      member.symbol.typeParameters.map((_, i) => inference.cell(first.node ?? "receiver", `R${i}`)),
      member.symbol,
    );
    if (instance) inference.solver.hint(head, instance, 3);
  }
  return head.kind === "list" || head.kind === "set"
    ? new Map([["T", head.element]])
    : head.kind === "dict"
      ? new Map([
          ["K", head.key],
          ["V", head.value],
        ])
      : new Map<string, Type>();
}

/** Calls a value by its type alone. Undefined where it cannot be called. */
export function callType(
  inference: Inference,
  value: Type,
  args: CallArguments,
  site: PythonNode,
): (CallOutcome & { type?: FunctionType }) | undefined {
  const head = inference.head(value);
  if (head.kind === "function") {
    const matching = matchArguments(head.parameters, args);
    const substitution: Substitution = new Map();
    const generic = new Set<string>();
    for (const parameter of head.parameters) typeParametersIn(parameter.type, generic);
    for (const pair of lambdasLast(matching)) {
      for (const argument of pair.arguments) {
        const type = argumentType(inference, argument, pair.parameter.type);
        if (isVariable(pair.parameter.type)) inference.solver.flow(type, pair.parameter.type);
        else bind(inference, pair.parameter.type, type, substitution, site, argument.node);
      }
    }
    inferAll(inference, args);
    return {
      result: head.result,
      matched: matchedValues(matching.pairs, substitution),
      irregular: matching.irregular,
      type: head,
    };
  }
  if (head.kind === "class") {
    const info = inference.env.classOfType(head.instance);
    if (info) return { ...construct(inference, info.decl, args, site) };
    inferAll(inference, args);
    return { result: head.instance, matched: [], irregular: false };
  }
  if (head.kind === "union") {
    inferAll(inference, args);
    const outcomes = head.members.map((member) => callType(inference, member, args, site));
    if (outcomes.some((outcome) => outcome === undefined)) return undefined;
    return {
      result: outcomes.map((outcome) => outcome!.result).reduce((a, b) => inference.solver.merge(a, b)),
      matched: [],
      irregular: false,
    };
  }
  if (head.kind === "named") {
    inferAll(inference, args);
    const result = callMethod(
      inference,
      head,
      "__call__",
      args.positional.map((argument) => argumentType(inference, argument)),
      site,
    );
    return result === undefined ? undefined : { result, matched: [], irregular: false };
  }
  return undefined;
}

const textMethods = new Set([
  "split",
  "strip",
  "lower",
  "upper",
  "startswith",
  "endswith",
  "replace",
  "title",
  "capitalize",
  "swapcase",
  "lstrip",
  "rstrip",
  "splitlines",
  "zfill",
  "encode",
  "ljust",
  "rjust",
  "center",
  "casefold",
  "partition",
  "rpartition",
  "rsplit",
  "format",
  "removeprefix",
  "removesuffix",
  "join",
  "istitle",
  "translate",
  "expandtabs",
]);
const characterMethods = new Set([
  "isdigit",
  "isalpha",
  "isupper",
  "islower",
  "isalnum",
  "isspace",
  "isnumeric",
  "isdecimal",
]);
const listMethods = new Set(["append", "extend", "insert", "sort", "reverse"]);
const dictMethods = new Set(["items", "keys", "values", "setdefault", "get", "popitem"]);
const setMethods = new Set([
  "add",
  "discard",
  "union",
  "intersection",
  "difference",
  "symmetric_difference",
  "issubset",
  "issuperset",
  "isdisjoint",
]);

/** What a value of unknown type likely is when a method of this name is called on it. */
export function guessReceiver(inference: Inference, receiver: Type, name: string, node: PythonNode): Type | undefined {
  const classes = inference.env.classesWith(name);
  let guess: Type | undefined;
  if (textMethods.has(name)) guess = stringType;
  else if (characterMethods.has(name)) guess = { kind: "string", character: true };
  else if (listMethods.has(name)) guess = listOf(inference.cell(node, "receiver"));
  else if (dictMethods.has(name)) guess = dictOf(inference.cell(node, "key"), inference.cell(node, "value"));
  else if (setMethods.has(name)) guess = setOf(inference.cell(node, "receiver"));
  if (classes.length > 0 && (guess === undefined || classes.length === 1))
    guess = classes.length === 1 ? classes[0]!.self : undefined;
  if (guess === undefined) return undefined;
  if (guess.kind === "named")
    guess = { ...guess, arguments: guess.arguments.map((_, i) => inference.cell(node, `receiver ${i}`)) };
  inference.solver.hint(receiver, guess, characterMethods.has(name) ? 2 : 3);
  return guess;
}

/** Notes how a call was understood. */
export function callRecord(
  kind: CallRecord["kind"],
  target: string,
  outcome: CallOutcome,
  extra: Partial<CallRecord> = {},
): CallRecord {
  return { kind, target, matched: outcome.matched, irregular: outcome.irregular, ...extra };
}
