import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { FunctionType, Type, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { conventionalName } from "../names.ts";
import { docComments } from "./functions.ts";
import * as build from "./syntax.ts";

/** A method as an interface lists it, with its comments. */
export function interfaceMethod(method: ir.Function, context: GoLowerContext): go.Field {
  const parameters = method.parameters.map((parameter) => {
    const lowered = context.type(parameter.type);
    return build.field(
      context.name(parameter.binding),
      parameter.kind === "variadic" ? build.ellipsis(lowered) : lowered,
    );
  });
  const results = resultFields(method.symbol, method.name, method.result, context);
  const field = build.field(methodName(method, context), build.functionType(parameters, results));
  const documentation = method.documentation ? docComments(method.documentation, methodName(method, context)) : [];
  const leading = [...(method.leading ?? []), ...documentation];
  return {
    ...field,
    ...(leading.length > 0 ? { leading } : {}),
    ...(method.origin ? { origin: method.origin } : {}),
  };
}

/** The name of a method in Go; that of a property's setter begins with `Set`. */
export function methodName(method: Pick<ir.Function, "name" | "flavour">, context: GoLowerContext): string {
  return method.flavour === "setter"
    ? setterName(method.name, context)
    : context.member(method.name, undefined, "method");
}

/** `SetName`, or `setName` for a property that only the class uses. */
export function setterName(property: string, context: GoLowerContext): string {
  const name = context.member(property, undefined, "method");
  const prefix = /^\p{Lu}/u.test(name) ? "Set" : "set";
  return `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The results of a method in Go: several for a tuple that is always unpacked, and the error. */
export function resultFields(
  symbol: TypeSymbol | undefined,
  name: string,
  result: Type,
  context: GoLowerContext,
): readonly go.Field[] {
  const fails = symbol !== undefined && context.facts.methodFails(symbol, name);
  const isSeveral =
    result.kind === "tuple" &&
    (context.names.isFaithful || (symbol !== undefined && context.facts.methodHasSeveralResults(symbol, name)));
  const types = result.kind === "none" ? [] : isSeveral && result.kind === "tuple" ? result.elements : [result];
  return [
    ...types.map((type) => build.field(undefined, context.type(type))),
    ...(fails ? [build.field(undefined, build.ident("error"))] : []),
  ];
}

/** The parameters and results of a method that is known by its type alone. */
export function signatureOfType(
  symbol: TypeSymbol,
  name: string,
  type: FunctionType,
  context: GoLowerContext,
): go.FuncType {
  const parameters = type.parameters.map((parameter, position) => {
    const lowered = context.type(parameter.type);
    return build.field(
      parameter.name === undefined ? `arg${position + 1}` : conventionalName(parameter.name, "variable", "go", false),
      parameter.kind === "variadic" ? build.ellipsis(lowered) : lowered,
    );
  });
  return build.functionType(parameters, resultFields(symbol, name, type.result, context));
}
