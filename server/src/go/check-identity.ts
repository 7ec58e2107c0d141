import { unknownType } from "../types/build.ts";
import type { FunctionType, NamedType, Type } from "../types/type.ts";
import { instanceUnderlying } from "./check-substitute.ts";

/** The underlying type; of a type parameter the parameter itself; unknown while a declaration is still being resolved. */
export function underlying(type: Type): Type {
  if (type.kind !== "named") return type;
  const base = type.symbol.underlying;
  if (base === undefined) return unknownType;
  return type.arguments.length === 0 ? base : instanceUnderlying(type, base);
}

/** One term of a type set: exactly `type`, or with `tilde` every type whose underlying type it is. */
export interface Term {
  readonly tilde: boolean;
  readonly type: Type;
}

/** The types that implement an interface. */
export interface TypeSet {
  readonly methods: ReadonlyMap<string, FunctionType>;
  /** Absent when the terms do not restrict the set; empty when no type is in it. */
  readonly terms: readonly Term[] | undefined;
  /** `comparable` is embedded. */
  readonly comparable: boolean;
  /** Some part is unknown, so nothing can be said to be missing. */
  readonly unknown: boolean;
}

const everything: TypeSet = { methods: new Map(), terms: undefined, comparable: false, unknown: false };
const unknownSet: TypeSet = { ...everything, unknown: true };
const computed = new WeakMap<Type, TypeSet>();
const deepest = 40;

/** The type set of an interface, of a type parameter's constraint, or of a single type. */
export function typeSetOf(type: Type, depth = 0): TypeSet {
  if (depth > deepest) return unknownSet;
  if (type.kind === "parameter")
    return type.constraint === undefined ? everything : typeSetOf(type.constraint, depth + 1);
  if (type.kind === "named" && type.symbol.module === "universe" && type.symbol.name === "comparable") {
    return { ...everything, comparable: true };
  }
  const base = underlying(type);
  if (base.kind === "any") return everything;
  if (base.kind === "unknown") return unknownSet;
  if (base.kind !== "interface") return { ...everything, terms: [{ tilde: false, type }] };
  const known = computed.get(base);
  if (known !== undefined) return known;
  const set = computeInterface(base, depth);
  if (!set.unknown) computed.set(base, set);
  return set;
}

function computeInterface(type: Extract<Type, { kind: "interface" }>, depth: number): TypeSet {
  const methods = new Map<string, FunctionType>();
  for (const method of type.methods) if (!methods.has(method.name)) methods.set(method.name, method.type);
  let terms = type.terms === undefined ? undefined : flattenUnion(type.terms, depth);
  let comparable = false;
  let unknown = false;
  for (const embedded of type.embedded) {
    const inner = typeSetOf(embedded, depth + 1);
    for (const [name, signature] of inner.methods) if (!methods.has(name)) methods.set(name, signature);
    comparable ||= inner.comparable;
    unknown ||= inner.unknown;
    terms = terms === undefined ? inner.terms : inner.terms === undefined ? terms : intersect(terms, inner.terms);
  }
  return { methods, terms, comparable, unknown };
}

/** The union of terms, those of embedded interfaces put in; undefined when one of them holds every type. */
function flattenUnion(terms: readonly Term[], depth: number): readonly Term[] | undefined {
  const flat: Term[] = [];
  for (const term of terms) {
    const base = underlying(term.type);
    if (base.kind === "interface" || base.kind === "any") {
      const inner = typeSetOf(term.type, depth + 1);
      if (inner.terms === undefined) return undefined;
      flat.push(...inner.terms);
    } else flat.push(term);
  }
  return flat;
}

function intersect(left: readonly Term[], right: readonly Term[]): readonly Term[] {
  const shared: Term[] = [];
  for (const x of left) {
    for (const y of right) {
      if (includes(y, x.type) && (!x.tilde || y.tilde)) shared.push(x);
      else if (includes(x, y.type) && (!y.tilde || x.tilde)) shared.push(y);
    }
  }
  return shared;
}

/** Whether `type` is one of the types of the term. */
export function includes(term: Term, type: Type): boolean {
  return identical(term.type, type) || (term.tilde && identical(underlying(term.type), underlying(type)));
}

/** Whether the two are one type, as the language defines identity. What is unknown is identical to everything. */
export function identical(x: Type, y: Type): boolean {
  if (x === y || x.kind === "unknown" || y.kind === "unknown") return true;
  switch (x.kind) {
    case "int":
      return y.kind === "int" && x.size === y.size && x.signed === y.signed;
    case "float":
      return y.kind === "float" && x.bits === y.bits;
    case "complex":
      return y.kind === "complex" && x.bits === y.bits;
    case "list":
      return y.kind === "list" && identical(x.element, y.element);
    case "array":
      return (
        y.kind === "array" && (x.length === y.length || x.length < 0 || y.length < 0) && identical(x.element, y.element)
      );
    case "dict":
      return y.kind === "dict" && identical(x.key, y.key) && identical(x.value, y.value);
    case "channel":
      return y.kind === "channel" && x.direction === y.direction && identical(x.element, y.element);
    case "pointer":
      return y.kind === "pointer" && identical(x.target, y.target);
    case "tuple":
      return (
        y.kind === "tuple" &&
        x.elements.length === y.elements.length &&
        x.elements.every((element, i) => identical(element, y.elements[i]!))
      );
    case "function":
      return y.kind === "function" && identicalSignatures(x, y);
    case "named":
      return y.kind === "named" && identicalNamed(x, y);
    case "parameter":
      return y.kind === "parameter" && x.name === y.name && x.owner === y.owner;
    case "struct":
      return (
        y.kind === "struct" &&
        x.fields.length === y.fields.length &&
        x.fields.every((field, i) => {
          const other = y.fields[i]!;
          return (
            field.name === other.name &&
            (field.embedded ?? false) === (other.embedded ?? false) &&
            (tagsIgnored || (field.tag ?? "") === (other.tag ?? "")) &&
            identical(field.type, other.type)
          );
        })
      );
    case "interface":
    case "any":
      return (y.kind === "interface" || y.kind === "any") && identicalInterfaces(x, y);
    case "untyped":
      return y.kind === "untyped" && x.basis === y.basis;
    default:
      return x.kind === y.kind;
  }
}

function identicalNamed(x: NamedType, y: NamedType): boolean {
  return (
    x.symbol === y.symbol &&
    x.arguments.length === y.arguments.length &&
    x.arguments.every((argument, i) => identical(argument, y.arguments[i]!))
  );
}

function identicalSignatures(x: FunctionType, y: FunctionType): boolean {
  if (
    x.parameters.length !== y.parameters.length ||
    (x.typeParameters?.length ?? 0) !== (y.typeParameters?.length ?? 0)
  )
    return false;
  return (
    x.parameters.every((parameter, i) => {
      const other = y.parameters[i]!;
      return (parameter.kind === "variadic") === (other.kind === "variadic") && identical(parameter.type, other.type);
    }) && identical(x.result, y.result)
  );
}

let tagsIgnored = false;

/** Like `identical`, but the tags of struct fields do not count, at any depth. */
export function identicalIgnoringTags(x: Type, y: Type): boolean {
  const before = tagsIgnored;
  tagsIgnored = true;
  try {
    return identical(x, y);
  } finally {
    tagsIgnored = before;
  }
}

/** Interfaces that are being compared further up; a pair met again is taken as equal. */
const comparing: [Type, Type][] = [];

function identicalInterfaces(x: Type, y: Type): boolean {
  const left = typeSetOf(x);
  const right = typeSetOf(y);
  if (left.unknown || right.unknown) return true;
  if (left.methods.size !== right.methods.size || left.comparable !== right.comparable) return false;
  if (left.terms?.length !== right.terms?.length) return false;
  if (comparing.some(([a, b]) => a === x && b === y)) return true;
  comparing.push([x, y]);
  try {
    for (const [name, method] of left.methods) {
      const other = right.methods.get(name);
      if (other === undefined || !identical(method, other)) return false;
    }
    return (left.terms ?? []).every((term) =>
      right.terms!.some((other) => term.tilde === other.tilde && identical(term.type, other.type)),
    );
  } finally {
    comparing.pop();
  }
}
