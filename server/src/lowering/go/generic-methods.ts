import type { FunctionType, TypeParameterType, TypeSymbol } from "../../types/type.ts";
import { typeParametersOf } from "../lift/python-functions.ts";
import { declaringClass } from "./class-layout.ts";

/*
 * Go's methods have no type parameters of their own, those of the receiver's type aside. A method of Python that has is a function of the package,
 * which takes the object first.
 */

/** The type parameters that a method's signature speaks of and its class does not have, in order. */
export function ownTypeParameters(symbol: TypeSymbol, type: FunctionType): readonly TypeParameterType[] {
  const mentioned = typeParametersOf([...type.parameters.map((parameter) => parameter.type), type.result]);
  return mentioned.filter(({ name }) => !symbol.typeParameters.some((one) => one.name === name));
}

/** The class that declares the method, where it is one with type parameters of its own. */
export function genericOwner(symbol: TypeSymbol | undefined, method: string): TypeSymbol | undefined {
  const owner = symbol && declaringClass(symbol, method);
  const signature = owner?.methods.get(method);
  if (!owner || !signature || owner.underlying !== undefined || owner.form === "interface") return undefined;
  const isInstance = signature.flavour === "instance" && method !== "__init__";
  return isInstance && ownTypeParameters(owner, signature.type).length > 0 ? owner : undefined;
}
