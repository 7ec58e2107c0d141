import { stringType, unknownType } from "../types/build.ts";
import { sameType } from "../types/relations.ts";
import type { FunctionType, ParameterType, Type } from "../types/type.ts";
import { libraryInstance } from "./infer-annotation.ts";
import { type CallOutcome, inferAll, lambdasLast } from "./infer-call-outcomes.ts";
import type { Inference } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { instantiate } from "./infer-instantiate.ts";
import type { LibraryClass, LibraryFunction } from "./infer-library.ts";
import { constructedShape, shapedResult } from "./infer-library-shapes.ts";
import {
  type Argument,
  type CallArguments,
  type Matching,
  type Substitution,
  argumentType,
  bind,
  fits,
  isGeneric,
  matchArguments,
  matchedValues,
  teach,
} from "./infer-signatures.ts";
import type { PythonNode } from "./tree.ts";

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
  return {
    result: shapedResult(inference, fn.path, args, result, site),
    matched: matchedValues(matching.pairs, substitution),
    irregular: matching.irregular,
  };
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
  const shape = constructedShape(inference, path, args, site);
  if (shape) return { ...outcome, result: shape };
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
