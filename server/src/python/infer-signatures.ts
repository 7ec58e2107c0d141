import { unknownType } from "../types/build.ts";
import { ancestors } from "../types/relations.ts";
import type { FunctionType, ParameterType, Type } from "../types/type.ts";
import { callValue } from "./infer-calls.ts";
import type { Inference, MatchedValues } from "./infer-context.ts";
import { elementOf } from "./infer-elements.ts";
import { inferExpression, inferLambda } from "./infer-expressions.ts";
import { mapParts } from "./infer-parts.ts";
import { isVariable } from "./infer-solver.ts";
import type { Expression, PythonNode } from "./tree.ts";

/** One argument: an expression, or a value of a type where the language itself makes the call. */
export interface Argument {
  readonly node?: Expression;
  type?: Type;
}

export interface CallArguments {
  readonly positional: readonly Argument[];
  readonly keywords: readonly { readonly name: string; readonly argument: Argument }[];
  /** Values of `*x` and `**x`. */
  readonly spread: readonly Argument[];
}

/** The arguments that one parameter receives. */
export interface Pair {
  readonly parameter: ParameterType;
  readonly index: number;
  readonly arguments: readonly Argument[];
  readonly keywords?: readonly string[];
}

export interface Matching {
  readonly pairs: readonly Pair[];
  /** Something does not fit: too many arguments, a parameter without one, a spread. */
  readonly irregular: boolean;
  /** An argument has no parameter at all. */
  readonly misfit: boolean;
}

/** The types of the arguments that a call gives to type parameters, by name. */
export type Substitution = Map<string, Type>;

/** The type of an argument; an expression is inferred once in a pass. Lambdas wait until their parameters are known. */
export function argumentType(inference: Inference, argument: Argument, expected?: Type): Type {
  argument.type ??= argument.node ? inferExpression(inference, argument.node, expected) : unknownType;
  return argument.type;
}

/** Matches arguments to parameters by Python's rules. */
export function matchArguments(parameters: readonly ParameterType[], args: CallArguments): Matching {
  const taken = new Map<number, Argument[]>();
  const names = new Map<number, string[]>();
  let irregular = args.spread.length > 0;
  let misfit = false;
  const positional = parameters
    .map((parameter, index) => ({ parameter, index }))
    .filter(({ parameter }) => parameter.kind === "positional" || parameter.kind === undefined);
  const variadic = parameters.findIndex((parameter) => parameter.kind === "variadic");
  const keywords = parameters.findIndex((parameter) => parameter.kind === "keywords");
  const give = (index: number, argument: Argument, name?: string): void => {
    taken.set(index, [...(taken.get(index) ?? []), argument]);
    if (name !== undefined) names.set(index, [...(names.get(index) ?? []), name]);
  };
  args.positional.forEach((argument, place) => {
    const target = positional[place]?.index ?? variadic;
    if (target >= 0) give(target, argument);
    else misfit = true;
  });
  for (const { name, argument } of args.keywords) {
    const target = parameters.findIndex(
      (parameter) => parameter.name === name && parameter.kind !== "variadic" && parameter.kind !== "keywords",
    );
    if (target >= 0 && !taken.has(target)) give(target, argument);
    else if (target < 0 && keywords >= 0) give(keywords, argument, name);
    else misfit = true;
  }
  const missing = parameters.some(
    (parameter, index) =>
      !taken.has(index) && !parameter.optional && parameter.kind !== "variadic" && parameter.kind !== "keywords",
  );
  if (missing) irregular = true;
  const pairs = [...taken.keys()]
    .sort((a, b) => a - b)
    .map((index): Pair => {
      const given = names.get(index);
      return { parameter: parameters[index]!, index, arguments: taken.get(index)!, ...(given && { keywords: given }) };
    });
  return { pairs, irregular: irregular || misfit, misfit };
}

/** The pairs as they are kept for the caller of the analysis. */
export function matchedValues(pairs: readonly Pair[], substitution: Substitution): MatchedValues[] {
  return pairs.map(({ parameter, arguments: args, keywords }) => ({
    name: parameter.name,
    parameterKind: parameter.kind ?? "positional",
    values: args.flatMap((argument) => (argument.node ? [argument.node] : [])),
    ...(keywords && { keywords }),
    type: substitute(parameter.type, substitution),
  }));
}

/** Replaces type parameters. */
export function substitute(type: Type, substitution: Substitution): Type {
  if (substitution.size === 0) return type;
  if (type.kind === "parameter") return isVariable(type) ? type : (substitution.get(type.name) ?? type);
  return mapParts(type, (part) => substitute(part, substitution));
}

/** Whether the type mentions a type parameter. */
export function isGeneric(type: Type): boolean {
  if (type.kind === "parameter") return !isVariable(type);
  let generic = false;
  mapParts(type, (part) => {
    generic ||= isGeneric(part);
    return part;
  });
  return generic;
}

/** How well an argument fits a parameter: 0 not, 1 perhaps (something is not known), 2 yes. Has no effect. */
export function fits(
  inference: Inference,
  parameter: Type,
  argument: Type,
  substitution: Substitution,
  depth = 0,
): 0 | 1 | 2 {
  if (depth > 6) return 1;
  const solver = inference.solver;
  const wanted =
    parameter.kind === "parameter" && !isVariable(parameter)
      ? (substitution.get(parameter.name) ?? parameter)
      : parameter;
  const target = solver.shallow(wanted);
  const value = solver.shallow(argument);
  if (target.kind === "any") return 2;
  if (target.kind === "parameter" || target.kind === "unknown")
    return value.kind === "parameter" || value.kind === "unknown" ? 1 : 2;
  if (isVariable(value) || value.kind === "unknown" || value.kind === "any") return 1;
  if (target.kind === "optional")
    return value.kind === "none"
      ? 2
      : fits(inference, target.inner, value.kind === "optional" ? value.inner : value, substitution, depth + 1);
  if (target.kind === "union")
    return Math.max(...target.members.map((member) => fits(inference, member, value, substitution, depth + 1))) as
      0 | 1 | 2;
  if (value.kind === "optional")
    return Math.min(1, fits(inference, target, value.inner, substitution, depth + 1)) as 0 | 1;
  if (value.kind === "union") {
    const each = value.members.map((member) => fits(inference, target, member, substitution, depth + 1));
    return each.every((one) => one === 2) ? 2 : each.some((one) => one > 0) ? 1 : 0;
  }
  return fitsHead(inference, target, value, substitution, depth);
}

function fitsHead(
  inference: Inference,
  target: Type,
  value: Type,
  substitution: Substitution,
  depth: number,
): 0 | 1 | 2 {
  const inner = (a: Type, b: Type): 0 | 1 | 2 => fits(inference, a, b, substitution, depth + 1);
  switch (target.kind) {
    case "int":
      return value.kind === "int" || value.kind === "bool" ? 2 : 0;
    case "float":
      return value.kind === "float" || value.kind === "int" || value.kind === "bool" ? 2 : 0;
    case "complex":
      return ["complex", "float", "int", "bool"].includes(value.kind) ? 2 : 0;
    case "iterator":
      if (
        !["list", "set", "dict", "tuple", "string", "bytes", "iterator", "named", "class", "channel"].includes(
          value.kind,
        )
      )
        return 0;
      if (value.kind === "named" && !isIterable(inference, value)) return 0;
      if (value.kind === "class" && inference.env.classOfType(value.instance)?.form !== "enum") return 0;
      return value.kind === "named" || value.kind === "class"
        ? 2
        : inner(target.element, peekElement(inference, value));
    case "list":
    case "set":
      return value.kind === target.kind || (target.kind === "list" && value.kind === "tuple")
        ? inner(target.element, peekElement(inference, value))
        : 0;
    case "dict":
      return value.kind === "dict"
        ? (Math.min(inner(target.key, value.key), inner(target.value, value.value)) as 0 | 1 | 2)
        : 0;
    case "tuple":
      if (value.kind !== "tuple") return 0;
      if (target.rest !== undefined) return inner(target.rest, peekElement(inference, value));
      if (value.rest !== undefined || value.elements.length !== target.elements.length)
        return value.rest === undefined ? 0 : 1;
      return Math.min(2, ...target.elements.map((element, i) => inner(element, value.elements[i]!))) as 0 | 1 | 2;
    case "function":
      return value.kind === "function" || value.kind === "class" ? 2 : value.kind === "named" ? 1 : 0;
    case "class":
      return value.kind === "class" ? inner(target.instance, value.instance) : 0;
    case "named":
      if (value.kind !== "named") return target.symbol.form === "interface" ? 1 : 0;
      return ancestors(value).some((base) => base.kind === "named" && base.symbol === target.symbol)
        ? 2
        : target.symbol.form === "interface"
          ? 1
          : 0;
    case "awaitable":
      return value.kind === "awaitable" ? inner(target.result, value.result) : 0;
    default:
      return target.kind === value.kind ? 2 : 0;
  }
}

function isIterable(inference: Inference, value: Type): boolean {
  const info = inference.env.classOfType(value);
  if (info) return info.lineage.some((decl) => decl.methods.has("__iter__") || decl.methods.has("__getitem__"));
  if (value.kind !== "named") return false;
  const owner = inference.env.library.member(`${value.symbol.module}.${value.symbol.name}`);
  return owner?.kind === "library-class" && inference.env.library.method(owner, "__iter__") !== undefined;
}

/** The element of a builtin container, without noting anything. */
function peekElement(inference: Inference, value: Type): Type {
  switch (value.kind) {
    case "list":
    case "set":
    case "iterator":
    case "channel":
      return value.element;
    case "dict":
      return value.key;
    case "string":
      return { kind: "string", character: true };
    case "bytes":
      return { kind: "int", size: "unbounded", signed: true };
    case "tuple":
      return [...value.elements, ...(value.rest ? [value.rest] : [])].reduce<Type>(
        (a, b) =>
          fits(inference, a, b, new Map()) === 2
            ? a
            : fits(inference, b, a, new Map()) === 2 || a.kind === "unknown"
              ? b
              : unknownType,
        unknownType,
      );
    default:
      return unknownType;
  }
}

/** Lets a parameter learn from an argument and the argument from the parameter. `bindings` gets what type parameters stand for. */
export function bind(
  inference: Inference,
  parameter: Type,
  argument: Type,
  substitution: Substitution,
  site: PythonNode,
  expression?: Expression,
  depth = 0,
): void {
  if (depth > 6) return;
  const solver = inference.solver;
  if (parameter.kind === "parameter" && !isVariable(parameter)) {
    const known = substitution.get(parameter.name);
    if (known === undefined) return;
    if (isVariable(known)) solver.flow(argument, known);
    else teach(inference, argument, known);
    return;
  }
  const target = solver.shallow(parameter);
  const value = solver.shallow(argument);
  if (isVariable(target)) {
    solver.flow(value, target);
    return;
  }
  if (!isGeneric(target) && target.kind !== "function") {
    teach(inference, value, target);
    return;
  }
  const inner = (a: Type, b: Type): void => bind(inference, a, b, substitution, site, undefined, depth + 1);
  switch (target.kind) {
    case "optional":
      if (value.kind !== "none")
        bind(
          inference,
          target.inner,
          value.kind === "optional" ? value.inner : value,
          substitution,
          site,
          expression,
          depth + 1,
        );
      return;
    case "union":
      bindUnion(inference, target.members, value, substitution, site, depth);
      return;
    case "iterator":
      inner(target.element, elementOf(inference, value, expression ?? site));
      return;
    case "list":
    case "set":
      if (isVariable(value)) solver.hint(value, substitute(target, substitution), 3);
      else bindElement(inference, target, value, substitution, inner, expression ?? site);
      return;
    case "dict":
      if (isVariable(value)) solver.hint(value, substitute(target, substitution), 3);
      else if (value.kind === "dict") {
        inner(target.key, value.key);
        inner(target.value, value.value);
      }
      return;
    case "tuple":
      if (value.kind === "tuple") {
        if (target.rest !== undefined)
          for (const element of [...value.elements, ...(value.rest ? [value.rest] : [])]) inner(target.rest, element);
        else target.elements.forEach((element, i) => inner(element, value.elements[i] ?? value.rest ?? unknownType));
      } else if (isVariable(value)) solver.hint(value, substitute(target, substitution), 2);
      return;
    case "function":
      bindFunction(inference, target, value, substitution, site, expression);
      return;
    case "awaitable":
      if (value.kind === "awaitable") inner(target.result, value.result);
      return;
    case "class":
      if (value.kind === "class") inner(target.instance, value.instance);
      return;
    case "named": {
      const base = ancestors(value).find(
        (candidate) => candidate.kind === "named" && candidate.symbol === target.symbol,
      );
      if (base?.kind === "named") target.arguments.forEach((part, i) => inner(part, base.arguments[i] ?? unknownType));
      return;
    }
    default:
  }
}

/** A list that is handed over to be changed shares its elements with what the function calls its type parameter. */
function bindElement(
  inference: Inference,
  target: Extract<Type, { kind: "list" | "set" }>,
  value: Type,
  substitution: Substitution,
  inner: (a: Type, b: Type) => void,
  site: PythonNode,
): void {
  const element = value.kind === target.kind ? value.element : elementOf(inference, value, site);
  const known = target.element.kind === "parameter" ? substitution.get(target.element.name) : undefined;
  if (known && isVariable(known) && isVariable(element) && value.kind === target.kind)
    inference.solver.unify(element, known);
  else inner(target.element, element);
}

function bindUnion(
  inference: Inference,
  members: readonly Type[],
  value: Type,
  substitution: Substitution,
  site: PythonNode,
  depth: number,
): void {
  const ordered = [
    ...members.filter((member) => member.kind !== "parameter"),
    ...members.filter((member) => member.kind === "parameter"),
  ];
  const best = ordered.find((member) => fits(inference, member, value, substitution) === 2) ?? ordered.at(-1);
  if (best) bind(inference, best, value, substitution, site, undefined, depth + 1);
}

/** A function is given where one is wanted: its parameters learn what it is called with, and its result counts. */
function bindFunction(
  inference: Inference,
  wanted: FunctionType,
  value: Type,
  substitution: Substitution,
  site: PythonNode,
  expression: Expression | undefined,
): void {
  const parameters = wanted.parameters.map((parameter) => ({
    ...parameter,
    type: substitute(parameter.type, substitution),
  }));
  const anyArity = parameters.some((parameter) => parameter.kind === "variadic");
  if (expression?.kind === "Lambda") {
    const type = inferLambda(inference, expression, anyArity ? [] : parameters.map((parameter) => parameter.type));
    bind(inference, wanted.result, type.result, substitution, site, undefined, 1);
    return;
  }
  const result = anyArity
    ? resultOfValue(inference, value)
    : callValue(
        inference,
        expression,
        value,
        parameters.map((parameter) => ({ type: parameter.type })),
        site,
      );
  if (result) bind(inference, wanted.result, result, substitution, site, undefined, 1);
}

function resultOfValue(inference: Inference, value: Type): Type | undefined {
  const head = inference.head(value);
  return head.kind === "function" ? head.result : head.kind === "class" ? head.instance : undefined;
}

/** The value is given where `known` is wanted: what it leaves open is likely that. */
export function teach(inference: Inference, value: Type, known: Type): void {
  const head = inference.solver.shallow(known);
  if (head.kind === "any") return;
  const open = inference.solver.shallow(value);
  if (head.kind === "iterator" && head.source === "iterable") {
    // A list is the likeliest of all that can be iterated over, and no more than that.
    if (isVariable(open))
      inference.solver.hint(
        open,
        { kind: "list", element: settled(inference, head.element, `element of ${open.name}`) },
        1,
      );
    else inference.solver.hint(open, head, 1);
    return;
  }
  const wanted = isVariable(open) ? settled(inference, head, `use of ${open.name}`) : head;
  if (wanted.kind === "optional" || wanted.kind === "union") {
    // Of several types none is likelier than the others.
    if (wanted.kind === "optional") inference.solver.hint(value, wanted.inner, 1);
    return;
  }
  inference.solver.hint(value, wanted, 3);
}

/** The type with a variable wherever it says that anything will do: that is no evidence. */
function settled(inference: Inference, type: Type, key: string): Type {
  let index = 0;
  const visit = (part: Type): Type =>
    part.kind === "any" || part.kind === "unknown" ? inference.cell(key, String(index++)) : mapParts(part, visit);
  return isVariable(type) ? type : visit(type);
}
