import { ancestors } from "./relations.ts";
import type { MethodSignature, Type, TypeSymbol } from "./type.ts";

/** A method and the class that declares it. */
export interface DeclaredMethod {
  readonly owner: TypeSymbol;
  readonly signature: MethodSignature;
}

/** The method that a value of the type has under this name, its own or that of the nearest base; undefined for what is no class. */
export function methodOf(type: Type, name: string): DeclaredMethod | undefined {
  for (const ancestor of ancestors(type)) {
    const signature = ancestor.kind === "named" ? ancestor.symbol.methods.get(name) : undefined;
    if (signature && ancestor.kind === "named") return { owner: ancestor.symbol, signature };
  }
  return undefined;
}

/** A type that a class of the lineage mentions, with its type parameters replaced by what the value has them for. */
export function memberType(receiver: Type, owner: TypeSymbol, type: Type): Type {
  if (receiver.kind !== "named" || receiver.symbol !== owner || receiver.arguments.length === 0) return type;
  const given = new Map(
    owner.typeParameters.map((parameter, i) => [parameter.name, receiver.arguments[i] ?? parameter]),
  );
  return replaceParameters(type, given);
}

function replaceParameters(type: Type, given: ReadonlyMap<string, Type>): Type {
  const replace = (part: Type): Type => replaceParameters(part, given);
  switch (type.kind) {
    case "parameter":
      return given.get(type.name) ?? type;
    case "list":
    case "set":
    case "array":
    case "iterator":
    case "channel":
      return { ...type, element: replace(type.element) };
    case "dict":
      return { ...type, key: replace(type.key), value: replace(type.value) };
    case "optional":
      return { ...type, inner: replace(type.inner) };
    case "tuple":
      return { ...type, elements: type.elements.map(replace), ...(type.rest ? { rest: replace(type.rest) } : {}) };
    case "named":
      return type.arguments.length === 0 ? type : { ...type, arguments: type.arguments.map(replace) };
    default:
      return type;
  }
}

/** What going through an object gives, by its `__iter__`; undefined where it has none. */
export function iteratedType(type: Type): Type | undefined {
  const method = methodOf(type, "__iter__");
  if (!method) return undefined;
  const result = memberType(type, method.owner, method.signature.type.result);
  if (result.kind === "iterator" || result.kind === "list") return result.element;
  const next = methodOf(result, "__next__");
  return next && memberType(result, next.owner, next.signature.type.result);
}

/** Whether values of the type are objects of a class that the program declares. */
export function isOwnClass(type: Type): type is Extract<Type, { kind: "named" }> {
  return (
    type.kind === "named" &&
    type.symbol.module === "" &&
    type.symbol.underlying === undefined &&
    (type.symbol.form === "record" || type.symbol.form === "interface")
  );
}
