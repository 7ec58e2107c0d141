import type {
  AnyType,
  BoolType,
  BytesType,
  ComplexType,
  DictType,
  FloatType,
  FunctionType,
  IntType,
  IteratorType,
  ListType,
  NamedType,
  NoneType,
  ParameterType,
  SetType,
  StringType,
  TupleType,
  Type,
  TypeSymbol,
  UnknownType,
} from "./type.ts";

export const unknownType: UnknownType = { kind: "unknown" };
export const anyType: AnyType = { kind: "any" };
export const noneType: NoneType = { kind: "none" };
export const boolType: BoolType = { kind: "bool" };
/** Python's `int`. */
export const bigIntType: IntType = { kind: "int", size: "unbounded", signed: true };
/** Python's `int` where values outgrow 64 bits. */
export const largeIntType: IntType = { kind: "int", size: "large", signed: true };
/** Go's `int`. */
export const wordType: IntType = { kind: "int", size: "word", signed: true };
export const runeType: IntType = { kind: "int", size: 32, signed: true, alias: "rune" };
export const byteType: IntType = { kind: "int", size: 8, signed: false, alias: "byte" };
export const floatType: FloatType = { kind: "float", bits: 64 };
export const complexType: ComplexType = { kind: "complex", bits: 128 };
export const stringType: StringType = { kind: "string" };
/** A string of exactly one code point. */
export const characterType: StringType = { kind: "string", character: true };
export const bytesType: BytesType = { kind: "bytes" };

export function listOf(element: Type): ListType {
  return { kind: "list", element };
}
export function setOf(element: Type): SetType {
  return { kind: "set", element };
}
export function dictOf(key: Type, value: Type): DictType {
  return { kind: "dict", key, value };
}
export function tupleOf(elements: readonly Type[]): TupleType {
  return { kind: "tuple", elements };
}
export function iteratorOf(element: Type, source?: string): IteratorType {
  return source === undefined ? { kind: "iterator", element } : { kind: "iterator", element, source };
}
/** `T | None`; flattens, so that an optional of an optional is one optional, and `None | None` is `None`. */
export function optionalOf(inner: Type): Type {
  return inner.kind === "optional" || inner.kind === "none" || inner.kind === "any"
    ? inner
    : { kind: "optional", inner };
}
export function pointerTo(target: Type): Type {
  return { kind: "pointer", target };
}
export function named(symbol: TypeSymbol, args: readonly Type[] = []): NamedType {
  return { kind: "named", symbol, arguments: args };
}
export function functionOf(parameters: readonly (Type | ParameterType)[], result: Type): FunctionType {
  return {
    kind: "function",
    parameters: parameters.map((p) => ("kind" in p && !("type" in p) ? { type: p } : p)),
    result,
  };
}
/** A new symbol with nothing declared yet. */
export function typeSymbol(name: string, module: string, form: TypeSymbol["form"]): TypeSymbol {
  return { name, module, form, typeParameters: [], fields: new Map(), methods: new Map(), bases: [] };
}

/** A class of exceptions of Python's own, such as `Exception`, by its name alone. */
export function builtinException(name: string): NamedType {
  const symbol: TypeSymbol = {
    name,
    module: "builtins",
    form: "exception",
    typeParameters: [],
    fields: new Map(),
    methods: new Map(),
    bases: [],
  };
  return { kind: "named", symbol, arguments: [] };
}
