import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { FunctionNode, FunctionParameter, MatchedArgument } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import { bigIntType, unknownType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/*
 * Arguments that a call does not write one by one: defaults, those gathered by `**`, those spread by `*`.
 */

/** The keyword arguments that a `**` parameter gets. */
export function keywordDict(
  argument: MatchedArgument | undefined,
  parameter: FunctionParameter,
  context: PythonLiftContext,
): ir.Expression {
  const entries = (argument?.values ?? []).map((value, position) => ({
    key: expression("StringLiteral", { kind: "string" }, { value: argument?.keywords?.[position] ?? "" }),
    value: context.coerced(value, parameter.type),
  }));
  return expression("DictLiteral", { kind: "dict", key: { kind: "string" }, value: parameter.type }, { entries });
}

const mutableDisplays: ReadonlySet<py.Expression["kind"]> = new Set([
  "List",
  "Dict",
  "Set",
  "ListComp",
  "DictComp",
  "SetComp",
  "Call",
]);

/** What a call that gives no value for the parameter passes. */
export function defaultOf(parameter: FunctionParameter, context: PythonLiftContext): ir.Expression {
  const { default: node } = parameter;
  if (!node)
    throw new Untranslatable(
      "missing-argument",
      `The call gives no value for \`${parameter.name}\`; Python raises a TypeError here.`,
    );
  const isShared = mutableDisplays.has(node.kind) && parameter.mutated;
  const value = isShared
    ? context.opaque(
        node,
        "mutable-default",
        `The default of \`${parameter.name}\` is made once and changed by the calls, which all see it; Go programs keep such a value in a package variable.`,
      )
    : context.coerced(node, parameter.type);
  return expression("DefaultArgument", parameter.type, { parameter: parameter.name, value });
}

/** `f(a, *rest, key=value)` of a function whose parameters are known: the rest goes to its variadic parameter, or is taken apart. */
export function spreadArguments(
  node: py.Call,
  definition: FunctionNode,
  context: PythonLiftContext,
): readonly ir.Argument[] | undefined {
  const { parameters } = context.analysis.functionFacts(definition);
  if (node.keywords.some((keyword) => keyword.arg === undefined)) return undefined;
  if (!node.args.some((arg) => arg.kind === "Starred")) return undefined;
  const positional = parameters.filter((parameter) => parameter.kind === "positional");
  const variadic = parameters.find((parameter) => parameter.kind === "variadic");
  const values = node.args.flatMap((arg, position) => spreadValues(arg, position, positional, node, context));
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return undefined;
  const fixed = known.slice(0, positional.length);
  const rest = known.slice(positional.length);
  if (fixed.some((value) => value.spread) || (rest.length > 0 && !variadic)) return undefined;
  return parameters.flatMap((parameter): readonly ir.Argument[] => {
    if (parameter.kind === "variadic")
      return rest.map((argument) =>
        argument.spread ? argument : { value: context.coerce(argument.value, parameter.type) },
      );
    if (parameter.kind === "keywords")
      return [{ value: keywordDict(undefined, parameter, context), spread: "keywords" }];
    const keyword = node.keywords.find((one) => one.arg === parameter.name);
    if (keyword) return [{ value: context.coerced(keyword.value, parameter.type), name: parameter.name }];
    const value = parameter.kind === "positional" ? fixed[positional.indexOf(parameter)]?.value : undefined;
    return [{ value: value ? context.coerce(value, parameter.type) : defaultOf(parameter, context) }];
  });
}

/** What one argument gives: itself, or each part of a value that is spread over parameters. */
function spreadValues(
  arg: py.Expression,
  position: number,
  positional: readonly FunctionParameter[],
  node: py.Call,
  context: PythonLiftContext,
): readonly (ir.Argument | undefined)[] {
  if (arg.kind !== "Starred") return [{ value: context.expression(arg) }];
  const whole = context.expression(arg.value);
  const isLast = position === node.args.length - 1;
  if (!isLast) return [undefined];
  if (position >= positional.length) return [{ value: whole, spread: "positional" }];
  if (whole.kind !== "Variable") return [undefined];
  const { type } = whole;
  const isFixed = type.kind === "tuple" && type.rest === undefined;
  // The parameters that nothing else fills: Python raises a TypeError for more or fewer values.
  const open = positional
    .slice(position)
    .filter((parameter) => !node.keywords.some((keyword) => keyword.arg === parameter.name));
  if (!isFixed && (type.kind !== "list" || open.some((parameter) => parameter.default))) return [undefined];
  const count = isFixed ? type.elements.length : open.length;
  return Array.from({ length: count }, (_, at) => ({
    value: expression("Index", elementAt(type, at), {
      object: whole,
      index: expression("IntegerLiteral", bigIntType, { value: BigInt(at) }),
      unit: "element",
      wraps: false,
    }),
  }));
}

function elementAt(type: Type, position: number): Type {
  if (type.kind === "list") return type.element;
  return type.kind === "tuple" ? (type.elements[position] ?? type.rest ?? unknownType) : unknownType;
}
