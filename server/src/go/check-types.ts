import {
  anyType,
  byteType,
  complexType,
  floatType,
  boolType,
  runeType,
  stringType,
  unknownType,
  wordType,
} from "../types/build.ts";
import type { FunctionType, InterfaceType, Type, TypeParameterType, UntypedType } from "../types/type.ts";
import { identical, typeSetOf, underlying } from "./check-identity.ts";

export type UntypedBasis = UntypedType["basis"];

const untypedTypes = new Map<UntypedBasis, UntypedType>();

/** The one type of untyped constants of the given basis. */
export function untyped(basis: UntypedBasis): UntypedType {
  let type = untypedTypes.get(basis);
  if (type === undefined) untypedTypes.set(basis, (type = { kind: "untyped", basis }));
  return type;
}

/** Whether the type is a type parameter. */
export function isParameter(type: Type): type is TypeParameterType {
  return type.kind === "parameter";
}

/** Whether values of the type are interface values; type parameters are none. */
export function isInterface(type: Type): boolean {
  const base = underlying(type);
  return base.kind === "interface" || base.kind === "any";
}

/** Whether every type of the type set (or the one type) passes. Unknown types pass everything. */
export function every(type: Type, passes: (base: Type) => boolean): boolean {
  const base = underlying(type);
  if (base.kind === "unknown") return true;
  if (base.kind !== "parameter") return passes(base);
  const set = typeSetOf(base);
  if (set.unknown) return true;
  return set.terms !== undefined && set.terms.length > 0 && set.terms.every((term) => every(term.type, passes));
}

const basisOf = (base: Type): UntypedBasis | undefined => (base.kind === "untyped" ? base.basis : undefined);

export function isBoolean(base: Type): boolean {
  return base.kind === "bool" || basisOf(base) === "bool";
}
export function isString(base: Type): boolean {
  return base.kind === "string" || basisOf(base) === "string";
}
export function isInteger(base: Type): boolean {
  return base.kind === "int" || basisOf(base) === "int" || basisOf(base) === "rune";
}
export function isUnsigned(base: Type): boolean {
  return base.kind === "int" && !base.signed;
}
export function isFloat(base: Type): boolean {
  return base.kind === "float" || basisOf(base) === "float";
}
export function isComplex(base: Type): boolean {
  return base.kind === "complex" || basisOf(base) === "complex";
}
export function isNumeric(base: Type): boolean {
  return isInteger(base) || isFloat(base) || isComplex(base);
}
export function isOrdered(base: Type): boolean {
  return isInteger(base) || isFloat(base) || isString(base);
}
export function isConstantType(base: Type): boolean {
  return isNumeric(base) || isString(base) || isBoolean(base);
}
export function isNumericOrString(base: Type): boolean {
  return isNumeric(base) || isString(base);
}

export function isUntypedNil(type: Type): boolean {
  return type.kind === "untyped" && type.basis === "nil";
}

/** Whether the type is `unsafe.Pointer`, or has it as its underlying type. */
export function isUnsafePointer(type: Type): boolean {
  const base = underlying(type);
  return base.kind === "pointer" && base.target.kind === "none";
}

/** Whether `nil` is a value of the type. */
export function hasNil(type: Type): boolean {
  const base = underlying(type);
  switch (base.kind) {
    case "pointer":
    case "function":
    case "list":
    case "dict":
    case "channel":
    case "interface":
    case "any":
    case "unknown":
      return true;
    case "untyped":
      return base.basis === "nil";
    case "parameter":
      return every(base, hasNil);
    default:
      return false;
  }
}

/** The type a variable gets when it is initialised with an untyped value. */
export function defaultType(type: Type): Type {
  if (type.kind !== "untyped") return type;
  switch (type.basis) {
    case "bool":
      return boolType;
    case "int":
      return wordType;
    case "rune":
      return runeType;
    case "float":
      return floatType;
    case "complex":
      return complexType;
    case "string":
      return stringType;
    case "nil":
      return type;
  }
}

/** The pointed-to type of a pointer, else the type itself. */
export function dereference(type: Type): { readonly type: Type; readonly pointer: boolean } {
  return type.kind === "pointer" && type.target.kind !== "none"
    ? { type: type.target, pointer: true }
    : { type, pointer: false };
}

/** Whether `==` applies to two values of the type. Interfaces count when `dynamic`. */
export function isComparable(type: Type, dynamic = true, depth = 0): boolean {
  if (depth > 50) return true;
  const base = underlying(type);
  switch (base.kind) {
    case "list":
    case "dict":
    case "function":
    case "tuple":
    case "none":
      return false;
    case "untyped":
      return base.basis !== "nil";
    case "struct":
      return base.fields.every((field) => isComparable(field.type, dynamic, depth + 1));
    case "array":
      return isComparable(base.element, dynamic, depth + 1);
    case "interface":
    case "any":
      return dynamic || typeSetOf(base).comparable;
    case "parameter": {
      const set = typeSetOf(base);
      if (set.comparable || set.unknown) return true;
      return (
        set.terms !== undefined &&
        set.terms.length > 0 &&
        set.terms.every((term) => isComparable(term.type, false, depth + 1))
      );
    }
    default:
      return true;
  }
}

/**
 * The single underlying type of all types in the type set, undefined when there is none. Of channels that differ in direction only, the
 * restricted one.
 */
export function coreType(type: Type): Type | undefined {
  const base = underlying(type);
  if (base.kind !== "parameter") return base;
  const set = typeSetOf(base);
  if (set.unknown) return unknownType;
  let core: Type | undefined;
  for (const term of set.terms ?? []) {
    const next = underlying(term.type);
    if (core === undefined || next.kind === "unknown") core = next;
    else if (core.kind === "channel" && next.kind === "channel" && identical(core.element, next.element)) {
      if (core.direction !== "both" && next.direction !== "both" && core.direction !== next.direction) return undefined;
      if (core.direction === "both") core = next;
    } else if (!identical(core, next)) return undefined;
  }
  return core;
}

/** Like `coreType`, but a mixture of strings and byte slices counts as a string. */
export function coreString(type: Type): Type | undefined {
  const core = coreType(type);
  if (core !== undefined || type.kind !== "parameter") return core;
  const terms = typeSetOf(type).terms ?? [];
  const textual =
    terms.length > 0 && terms.every((term) => isString(underlying(term.type)) || isByteSlice(underlying(term.type)));
  return textual ? stringType : undefined;
}

export function isByteSlice(base: Type): boolean {
  return base.kind === "list" && identical(underlying(base.element), byteType);
}
export function isRuneSlice(base: Type): boolean {
  return base.kind === "list" && identical(underlying(base.element), runeType);
}

/** An interface type in its simplest form: `any` when it has no elements. */
export function interfaceOf(parts: Omit<InterfaceType, "kind">): Type {
  if (parts.methods.length === 0 && parts.embedded.length === 0 && parts.terms === undefined) return anyType;
  return { kind: "interface", ...parts };
}

/** The results of a function as a list. */
export function resultsOf(signature: FunctionType): readonly Type[] {
  if (signature.result.kind === "none") return [];
  return signature.result.kind === "tuple" ? signature.result.elements : [signature.result];
}

/** The result type for a list of results. */
export function resultOf(results: readonly Type[]): Type {
  if (results.length === 0) return { kind: "none" };
  return results.length === 1 ? results[0]! : { kind: "tuple", elements: results };
}
