import { unknownType } from "../types/build.ts";
import type { FunctionType, Type, TypeParameterType } from "../types/type.ts";
import { whyNotImplements } from "./check-implements.ts";
import type { Checker, Operand } from "./checker.ts";
import { typeSetOf, underlying } from "./check-identity.ts";
import { lookupMember } from "./check-lookup.ts";
import { mentions, parameterKey, substitute, substituteSignature, substitution } from "./check-substitute.ts";
import type { Substitution } from "./check-substitute.ts";
import { coreType, defaultType, isParameter, isUntypedNil } from "./check-types.ts";
import { Unifier } from "./check-unify.ts";
import type { Entity } from "./scope.ts";
import type { Expr, GoNode } from "./tree.ts";

/** The generic type (or alias) with the arguments. Their number is checked now, the constraints when all declarations are known. */
export function instantiateType(check: Checker, node: Expr, generic: Entity, args: readonly Type[]): Type {
  const parameters =
    generic.aliasParameters ?? (generic.type.kind === "named" ? generic.type.symbol.typeParameters : []);
  if (!checkArgumentCount(check, node, generic.name, parameters.length, args.length)) return unknownType;
  check.later(() => verifyArguments(check, node, parameters, args));
  if (generic.aliasParameters !== undefined) return substitute(generic.type, substitution(parameters, args));
  return generic.type.kind === "named" ? { ...generic.type, arguments: args } : unknownType;
}

function checkArgumentCount(check: Checker, node: GoNode, name: string, wanted: number, got: number): boolean {
  if (got === wanted) return true;
  const problem = got < wanted ? "not enough" : "too many";
  check.error(node, "type-arguments", `${problem} type arguments for type ${name}: have ${got}, want ${wanted}`);
  return false;
}

/** Reports the first argument that does not satisfy its constraint. */
export function verifyArguments(
  check: Checker,
  node: GoNode,
  parameters: readonly TypeParameterType[],
  args: readonly Type[],
): boolean {
  const map = substitution(parameters, args);
  for (const [i, parameter] of parameters.entries()) {
    const argument = args[i];
    if (argument === undefined || parameter.constraint === undefined) continue;
    const reason = whyNotImplements(argument, substitute(parameter.constraint, map), check.packagePath);
    if (reason === undefined) continue;
    check.error(node, "type-arguments", reason.replace("does not implement", "does not satisfy"));
    return false;
  }
  return true;
}

let renamings = 0;

/** The signature with type parameters of its own, so that a generic function may be called with its own parameters as arguments. */
export function renamed(signature: FunctionType): FunctionType {
  const old = signature.typeParameters ?? [];
  if (old.length === 0) return signature;
  const owner = `${old[0]!.owner ?? ""}'${(renamings += 1)}`;
  const map = new Map<string, Type>();
  const fresh = old.map((parameter): TypeParameterType => ({
    kind: "parameter",
    name: parameter.name,
    owner,
    get constraint(): Type {
      return substitute(parameter.constraint ?? { kind: "any" }, map);
    },
  }));
  old.forEach((parameter, i) => map.set(parameterKey(parameter), fresh[i]!));
  return { ...substituteSignature(signature, map), typeParameters: fresh };
}

/** One argument and the type of the parameter it is passed for. */
export interface Pair {
  readonly parameter: Type;
  readonly operand: Operand;
}

/**
 * The arguments for the type parameters, given the leading ones and what is passed: first typed arguments count, then constraints with a single
 * underlying type, then untyped constants. A string says why there are none.
 */
export function infer(
  check: Checker,
  parameters: readonly TypeParameterType[],
  given: readonly Type[],
  pairs: readonly Pair[],
): Type[] | string {
  if (given.length === parameters.length) return [...given];
  const keys = new Set(parameters.map(parameterKey));
  const unifier = new Unifier(parameters, check.packagePath);
  given.forEach((type, i) => unifier.found.set(parameterKey(parameters[i]!), type));
  const untyped: Pair[] = [];
  for (const pair of pairs) {
    const { type, mode, node } = pair.operand;
    if (mode === "invalid" || !(mentions(pair.parameter, keys) || mentions(type, keys))) continue;
    if (type.kind === "untyped") {
      if (pair.parameter.kind === "parameter" && !isUntypedNil(type)) untyped.push(pair);
    } else if (!unifier.unify(pair.parameter, type, false)) {
      return `type of ${node.kind === "Ident" ? node.name : "argument"} does not match ${pair.parameter.kind === "parameter" ? "inferred type" : "parameter type"}`;
    }
  }
  const conflict = useConstraints(check, parameters, unifier);
  if (conflict !== undefined) return conflict;
  useUntyped(untyped, unifier);
  return solved(parameters, unifier);
}

function useConstraints(
  check: Checker,
  parameters: readonly TypeParameterType[],
  unifier: Unifier,
): string | undefined {
  for (let round = 0; round < parameters.length + 1; round++) {
    const before = unifier.found.size;
    for (const parameter of parameters) {
      const key = unifier.keyOf(parameter);
      if (key === undefined) continue;
      const argument = unifier.found.get(key);
      const core = singleTerm(parameter);
      if (core !== undefined) {
        if (argument !== undefined) {
          const shape = isParameter(argument)
            ? (coreType(argument) ?? argument)
            : core.tilde
              ? underlying(argument)
              : argument;
          const matched = unifier.unify(
            shape,
            core.tilde || isParameter(argument) ? underlying(core.type) : core.type,
            false,
          );
          if (!matched) return `${parameter.name} does not satisfy its constraint`;
        } else if (!core.tilde) unifier.found.set(key, core.type);
      }
      if (argument !== undefined) unifyMethods(check, parameter, argument, unifier);
    }
    if (unifier.found.size === before) break;
  }
  return undefined;
}

/** The one term of the constraint; of several terms with one underlying type, that type with a tilde. */
function singleTerm(parameter: TypeParameterType): { readonly tilde: boolean; readonly type: Type } | undefined {
  const terms = typeSetOf(parameter).terms;
  if (terms === undefined || terms.length < 2) return terms?.[0];
  const core = coreType(parameter);
  return core && { tilde: true, type: core };
}

function unifyMethods(check: Checker, parameter: TypeParameterType, argument: Type, unifier: Unifier): void {
  for (const [name, wanted] of typeSetOf(parameter).methods) {
    const found = lookupMember(argument, name, check.packagePath);
    if (typeof found === "object" && found.method !== undefined) unifier.unify(wanted, found.method.type, true);
  }
}

const order = ["int", "rune", "float", "complex"];

function useUntyped(pairs: readonly Pair[], unifier: Unifier): void {
  const widest = new Map<string, Type>();
  for (const { parameter, operand } of pairs) {
    const key = unifier.keyOf(parameter);
    if (key === undefined || unifier.found.has(key)) continue;
    const known = widest.get(key);
    const rank = (type: Type): number => (type.kind === "untyped" ? order.indexOf(type.basis) : -1);
    if (known === undefined || rank(operand.type) > rank(known)) widest.set(key, operand.type);
  }
  for (const [key, type] of widest) unifier.found.set(key, defaultType(type));
}

function solved(parameters: readonly TypeParameterType[], unifier: Unifier): Type[] | string {
  const map = new Map<string, Type>();
  for (const parameter of parameters) {
    const argument = unifier.argumentFor(parameter);
    if (argument === undefined) return `cannot infer ${parameter.name}`;
    map.set(parameterKey(parameter), argument);
  }
  // What was found may mention other parameters, so it is put in until nothing changes.
  for (let round = 0; round < parameters.length; round++) {
    for (const [key, type] of map) map.set(key, substitute(type, map));
  }
  const keys = new Set(map.keys());
  const result = parameters.map((parameter) => map.get(parameterKey(parameter))!);
  const open = result.findIndex((type) => mentions(type, keys));
  return open < 0 ? result : `cannot infer ${parameters[open]!.name}`;
}

/** The signature without its type parameters, the arguments put in. */
export function instantiateSignature(signature: FunctionType, map: Substitution): FunctionType {
  const { typeParameters: _, ...plain } = signature;
  return substituteSignature(plain, map);
}

/**
 * Gives a generic function the type arguments that make it a value of the function type `target`. False when there are none, or no such type;
 * nothing is reported then.
 */
export function instantiateFor(check: Checker, operand: Operand, target: Type | undefined): boolean {
  const base = target && underlying(target);
  if (base?.kind !== "function" || operand.type.kind !== "function") return false;
  const signature = renamed(operand.type);
  const parameters = signature.typeParameters ?? [];
  const { typeParameters: _, ...plain } = signature;
  const args = infer(check, parameters, [], [{ parameter: plain, operand: { ...operand, mode: "value", type: base } }]);
  if (typeof args === "string" || !verifyArguments(check, operand.node, parameters, args)) return false;
  operand.type = instantiateSignature(plain, substitution(parameters, args));
  check.record(operand);
  return true;
}

/** A generic function with the leading type arguments put in: generic in the others, which its context may decide. */
export function partialInstance(signature: FunctionType, args: readonly Type[]): FunctionType {
  const parameters = signature.typeParameters ?? [];
  const map = substitution(parameters, args);
  const rest = parameters.slice(args.length).map((parameter): TypeParameterType => ({
    kind: "parameter",
    name: parameter.name,
    owner: parameter.owner ?? "",
    get constraint(): Type {
      return substitute(parameter.constraint ?? { kind: "any" }, map);
    },
  }));
  return { ...instantiateSignature(signature, map), typeParameters: rest };
}
