import * as build from "../../python/build.ts";
import type { Expression } from "../../python/tree.ts";
import type { TypeSymbol } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** A base class that holds the type parameters of the class: `Protocol[T]`; the base alone where it has none. */
export function withParameters(base: Expression, symbol: TypeSymbol, context: PythonLowerContext): Expression {
  const parameters = symbol.typeParameters.map((parameter) => context.type(parameter));
  if (parameters.length === 0) return base;
  return build.subscript(base, parameters.length === 1 ? parameters[0]! : build.tuple(parameters));
}
