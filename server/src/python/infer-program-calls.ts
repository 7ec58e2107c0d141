import { named, unknownType } from "../types/build.ts";
import type { ParameterType, Type } from "../types/type.ts";
import type { ClassDecl, FunctionDecl } from "./analysis-declarations.ts";
import { type CallOutcome, inferAll, lambdasLast } from "./infer-call-outcomes.ts";
import type { Inference, MatchedValues } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { functionParameters, functionResult } from "./infer-function-types.ts";
import { instantiate, typeParametersIn } from "./infer-instantiate.ts";
import { findMethod, receiverSubstitution } from "./infer-methods.ts";
import { mutatedNames } from "./infer-mutation.ts";
import {
  type Argument,
  type CallArguments,
  type Matching,
  type Pair,
  type Substitution,
  argumentType,
  bind,
  isGeneric,
  matchArguments,
  matchedValues,
  substitute,
} from "./infer-signatures.ts";
import { isVariable } from "./infer-solver.ts";
import type { FunctionNode } from "./analysis-api.ts";
import type { PythonNode } from "./tree.ts";
import { walk } from "./walk.ts";

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
        inference.note(decl.parameters[pair.index]!.slot, type);
        bind(inference, pair.parameter.type, type, substitution, site, argument.node);
      } else passArgument(inference, pair, argument, mutated.has(pair.parameter.name ?? ""), site);
      if (asksForTypes(decl.node)) {
        const wanted = inference.solver.resolve(pair.parameter.type);
        inference.solver.openUp(argumentType(inference, argument), wanted);
      }
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

const asking = new WeakMap<FunctionNode, boolean>();

/** Whether a function asks what its values are. */
function asksForTypes(node: FunctionNode): boolean {
  let found = asking.get(node);
  if (found === undefined) {
    found = false;
    walk(node, (inner) => {
      if (inner.kind === "Name" && inner.id === "isinstance") found = true;
      return found !== true;
    });
    asking.set(node, found);
  }
  return found;
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

/** Lets parameters learn from `*x` and `**x`. */
export function spreadArguments(
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
        inference.note(info.constructorFields[pair.index]!.slot, type);
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
