import type { FunctionType, Type } from "../types/type.ts";
import { libraryInstance } from "./infer-annotation.ts";
import { type CallOutcome, inferAll, lambdasLast } from "./infer-call-outcomes.ts";
import type { Inference } from "./infer-context.ts";
import { entityOf } from "./infer-entities.ts";
import { callLibrary, constructLibrary } from "./infer-library-calls.ts";
import type { LibraryFunction } from "./infer-library.ts";
import { callMethod } from "./infer-method-calls.ts";
import { callFunction, construct, spreadArguments } from "./infer-program-calls.ts";
import {
  type Argument,
  type CallArguments,
  type Substitution,
  argumentType,
  bind,
  matchArguments,
  matchedValues,
} from "./infer-signatures.ts";
import { isVariable } from "./infer-solver.ts";
import type { Expression, PythonNode } from "./tree.ts";

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
      return callLibrary(inference, entity, withReceiver(entity, call), site, ownReceiver(inference, entity, args))
        .result;
    case "library-class":
      return constructLibrary(inference, entity, call, site).result;
    default:
      return callType(inference, value, call, site)?.result;
  }
}

/** `str.lower` called with a value takes the value as its receiver. */
function withReceiver(fn: LibraryFunction, call: CallArguments): CallArguments {
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
    for (const pair of lambdasLast(matching)) {
      for (const argument of pair.arguments) {
        const type = argumentType(inference, argument, pair.parameter.type);
        if (isVariable(pair.parameter.type)) inference.solver.flow(type, pair.parameter.type);
        else bind(inference, pair.parameter.type, type, substitution, site, argument.node);
      }
    }
    inferAll(inference, args);
    spreadArguments(inference, args, head.parameters, matching);
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
