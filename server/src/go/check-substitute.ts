import type { FunctionType, NamedType, Type, TypeParameterType } from "../types/type.ts";

/** Type arguments by the key of their parameter. */
export type Substitution = ReadonlyMap<string, Type>;

/** What identifies a type parameter. */
export function parameterKey(parameter: TypeParameterType): string {
  return `${parameter.owner ?? ""}.${parameter.name}`;
}

/** Pairs parameters with arguments; the shorter list decides. */
export function substitution(parameters: readonly TypeParameterType[], args: readonly Type[]): Substitution {
  const map = new Map<string, Type>();
  parameters.forEach((parameter, i) => {
    const argument = args[i];
    if (argument !== undefined) map.set(parameterKey(parameter), argument);
  });
  return map;
}

const instances = new WeakMap<NamedType, Type>();

/** The underlying type `base` of a generic type, with the arguments of `type` put in. */
export function instanceUnderlying(type: NamedType, base: Type): Type {
  let known = instances.get(type);
  if (known === undefined) {
    known = substitute(base, substitution(type.symbol.typeParameters, type.arguments));
    instances.set(type, known);
  }
  return known;
}

/** The type with its parameters replaced. A part that has none of them stays the same object. */
export function substitute(type: Type, map: Substitution): Type {
  if (map.size === 0) return type;
  switch (type.kind) {
    case "parameter":
      return map.get(parameterKey(type)) ?? type;
    case "list":
    case "array":
    case "channel": {
      const element = substitute(type.element, map);
      return element === type.element ? type : { ...type, element };
    }
    case "dict": {
      const key = substitute(type.key, map);
      const value = substitute(type.value, map);
      return key === type.key && value === type.value ? type : { ...type, key, value };
    }
    case "pointer": {
      const target = substitute(type.target, map);
      return target === type.target ? type : { ...type, target };
    }
    case "tuple": {
      const elements = substituteAll(type.elements, map);
      return elements === type.elements ? type : { ...type, elements };
    }
    case "function":
      return substituteSignature(type, map);
    case "named": {
      const args = substituteAll(type.arguments, map);
      return args === type.arguments ? type : { ...type, arguments: args };
    }
    case "struct": {
      const fields = type.fields.map((field) => {
        const inner = substitute(field.type, map);
        return inner === field.type ? field : { ...field, type: inner };
      });
      return fields.every((field, i) => field === type.fields[i]) ? type : { ...type, fields };
    }
    case "interface":
      return substituteInterface(type, map);
    default:
      return type;
  }
}

/** Replaces in each of the types; the same array when nothing changed. */
export function substituteAll(types: readonly Type[], map: Substitution): readonly Type[] {
  const replaced = types.map((type) => substitute(type, map));
  return replaced.every((type, i) => type === types[i]) ? types : replaced;
}

/** The signature with its free parameters replaced; its own type parameters stay. */
export function substituteSignature(type: FunctionType, map: Substitution): FunctionType {
  let changed = false;
  const parameters = type.parameters.map((parameter) => {
    const inner = substitute(parameter.type, map);
    if (inner === parameter.type) return parameter;
    changed = true;
    return { ...parameter, type: inner };
  });
  const result = substitute(type.result, map);
  return changed || result !== type.result ? { ...type, parameters, result } : type;
}

function substituteInterface(type: Extract<Type, { kind: "interface" }>, map: Substitution): Type {
  let changed = false;
  const methods = type.methods.map((method) => {
    const signature = substituteSignature(method.type, map);
    if (signature === method.type) return method;
    changed = true;
    return { ...method, type: signature };
  });
  const embedded = substituteAll(type.embedded, map);
  const terms = type.terms?.map((term) => {
    const inner = substitute(term.type, map);
    if (inner === term.type) return term;
    changed = true;
    return { ...term, type: inner };
  });
  return changed || embedded !== type.embedded
    ? { ...type, methods, embedded, ...(terms === undefined ? {} : { terms }) }
    : type;
}

/** Whether the type mentions one of the parameters. */
export function mentions(type: Type, keys: ReadonlySet<string>): boolean {
  const probe = new Map<string, Type>();
  for (const key of keys) probe.set(key, { kind: "none" });
  return substitute(type, probe) !== type;
}
