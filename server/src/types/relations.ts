import type { FunctionType, Type } from "./type.ts";
import { anyType, optionalOf } from "./build.ts";
import { detailOf, joinNumbers } from "./numbers.ts";

/** Structural equality; two uses of one symbol are equal when their arguments are. */
export function sameType(left: Type, right: Type): boolean {
  if (left === right) return true;
  return typeKey(left) === typeKey(right);
}

const symbolNumbers = new WeakMap<object, number>();
let nextSymbolNumber = 1;

function symbolNumber(symbol: object): number {
  let number = symbolNumbers.get(symbol);
  if (number === undefined) {
    number = nextSymbolNumber++;
    symbolNumbers.set(symbol, number);
  }
  return number;
}

/** A text that two types share exactly when they are the same type. For keys of maps; not for people. */
export function typeKey(type: Type): string {
  switch (type.kind) {
    case "int":
      return `int:${String(type.size)}${type.signed ? "" : "u"}`;
    case "float":
    case "complex":
      return `${type.kind}${type.bits}`;
    case "string":
      return "string";
    case "bytes":
      return type.mutable ? "bytearray" : "bytes";
    case "list":
      return `${type.variant ?? "list"}<${typeKey(type.element)}>`;
    case "set":
    case "iterator":
      return `${type.kind}<${typeKey(type.element)}>`;
    case "array":
      return `array${type.length}<${typeKey(type.element)}>`;
    case "channel":
      return `channel:${type.direction}<${typeKey(type.element)}>`;
    case "tuple":
      return `(${type.elements.map(typeKey).join(",")}${type.rest ? `,*${typeKey(type.rest)}` : ""})`;
    case "dict":
      return `dict${type.variant ?? ""}<${typeKey(type.key)},${typeKey(type.value)}>`;
    case "awaitable":
      return `awaitable<${typeKey(type.result)}>`;
    case "optional":
      return `${typeKey(type.inner)}?`;
    case "union":
      return `(${type.members.map(typeKey).sort().join("|")})`;
    case "pointer":
      return `*${typeKey(type.target)}`;
    case "function":
      return `func(${type.parameters.map((p) => (p.kind === "variadic" ? "..." : "") + typeKey(p.type)).join(",")})${typeKey(type.result)}`;
    case "named":
      return `#${symbolNumber(type.symbol)}[${type.arguments.map(typeKey).join(",")}]`;
    case "parameter":
      return `$${type.owner ?? ""}.${type.name}`;
    case "class":
      return `class<${typeKey(type.instance)}>`;
    case "module":
      return `module:${type.path}`;
    case "struct":
      return `struct{${type.fields.map((f) => `${f.embedded ? "!" : ""}${f.name} ${typeKey(f.type)}${f.tag ?? ""}`).join(";")}}`;
    case "interface": {
      const methods = type.methods.map((m) => m.name + typeKey(m.type)).sort();
      const terms = type.terms?.map((t) => (t.tilde ? "~" : "") + typeKey(t.type)) ?? [];
      return `interface{${[...methods, ...type.embedded.map(typeKey), terms.join("|")].join(";")}}`;
    }
    case "untyped":
      return `untyped:${type.basis}`;
    default:
      return type.kind;
  }
}

/**
 * The least type that holds both, as Python inference joins evidence: `unknown` gives way, int and float meet in float, None makes an
 * optional, containers join element-wise, classes meet in a common base, and what has nothing in common becomes a union of at most four
 * members, then `any`.
 */
export function join(left: Type, right: Type): Type {
  if (left.kind === "unknown") return right;
  if (right.kind === "unknown") return left;
  if (left.kind === "any" || right.kind === "any") return anyType;
  if (left.kind === "string" && right.kind === "string") return left.character ? right : left;
  const number = joinNumbers(left, right);
  if (number) return number;
  if (sameType(left, right) && !hasDetail(left) && !hasDetail(right)) return left;
  if (left.kind === "none") return optionalOf(right);
  if (right.kind === "none") return optionalOf(left);
  if (left.kind === "optional") return optionalOf(join(left.inner, right.kind === "optional" ? right.inner : right));
  if (right.kind === "optional") return optionalOf(join(left, right.inner));
  return (
    joinContainers(left, right) ?? (sameType(left, right) ? left : (joinClasses(left, right) ?? unite(left, right)))
  );
}

/** Whether something inside a container tells it apart from others of its type. */
function hasDetail(type: Type): boolean {
  switch (type.kind) {
    case "list":
    case "set":
    case "iterator":
      return detailOf(type.element) !== "" || hasDetail(type.element);
    case "dict":
      return [type.key, type.value].some((part) => detailOf(part) !== "" || hasDetail(part));
    case "tuple":
      return type.elements.some((part) => detailOf(part) !== "" || hasDetail(part));
    default:
      return false;
  }
}

function joinContainers(left: Type, right: Type): Type | undefined {
  if (left.kind === "list" && right.kind === "list") {
    const list = { kind: "list", element: join(left.element, right.element) } as const;
    return left.variant !== undefined && left.variant === right.variant ? { ...list, variant: left.variant } : list;
  }
  if (left.kind === "set" && right.kind === "set") return { kind: "set", element: join(left.element, right.element) };
  if (left.kind === "iterator" && right.kind === "iterator")
    return { kind: "iterator", element: join(left.element, right.element) };
  if (left.kind === "dict" && right.kind === "dict") {
    const dict = { kind: "dict", key: join(left.key, right.key), value: join(left.value, right.value) } as const;
    return left.variant !== undefined && left.variant === right.variant ? { ...dict, variant: left.variant } : dict;
  }
  if (left.kind === "tuple" && right.kind === "tuple") return joinTuples(left, right);
  if (left.kind === "awaitable" && right.kind === "awaitable")
    return { ...left, result: join(left.result, right.result) };
  return left.kind === "function" && right.kind === "function" ? joinFunctions(left, right) : undefined;
}

/** Evidence about one function value: what it is called with and what it gives. */
function joinFunctions(left: FunctionType, right: FunctionType): Type | undefined {
  if (left.parameters.length !== right.parameters.length) return undefined;
  const parameters = left.parameters.map((parameter, i) => ({
    ...parameter,
    type: join(parameter.type, right.parameters[i]!.type),
  }));
  return { ...left, parameters, result: join(left.result, right.result) };
}

function joinTuples(left: Extract<Type, { kind: "tuple" }>, right: Extract<Type, { kind: "tuple" }>): Type {
  if (left.rest === undefined && right.rest === undefined && left.elements.length === right.elements.length) {
    return { kind: "tuple", elements: left.elements.map((element, i) => join(element, right.elements[i]!)) };
  }
  const parts = [
    ...left.elements,
    ...right.elements,
    ...(left.rest ? [left.rest] : []),
    ...(right.rest ? [right.rest] : []),
  ];
  return { kind: "tuple", elements: [], rest: parts.reduce(join, { kind: "unknown" }) };
}

/** Every class that `type` inherits from, itself first, nearest first. Not named: none. */
export function ancestors(type: Type): Type[] {
  const found: Type[] = [];
  const visit = (current: Type): void => {
    if (current.kind !== "named" || found.some((other) => sameType(other, current))) return;
    found.push(current);
    current.symbol.bases.forEach(visit);
  };
  visit(type);
  return found;
}

function joinClasses(left: Type, right: Type): Type | undefined {
  if (left.kind !== "named" || right.kind !== "named") return undefined;
  const others = ancestors(right);
  const shared = ancestors(left).find((candidate) => others.some((other) => sameType(other, candidate)));
  return shared?.kind === "named" && shared.symbol.name === "object" ? undefined : shared;
}

const largestUnion = 4;

/** The join of two members of a union that are of one form. */
function joinAlike(left: Type, right: Type): Type | undefined {
  if (sameType(left, right)) return left;
  if (left.kind === "tuple" && right.kind === "tuple" && left.elements.length !== right.elements.length)
    return undefined;
  return left.kind === "list" || left.kind === "dict" || left.kind === "set" || left.kind === "tuple"
    ? joinContainers(left, right)
    : undefined;
}

function unite(left: Type, right: Type): Type {
  const members: Type[] = [];
  for (const part of [left, right]) {
    for (const member of part.kind === "union" ? part.members : [part]) {
      const place = members.findIndex((other) => sameType(other, member) || other.kind === member.kind);
      const merged = place < 0 ? undefined : joinAlike(members[place]!, member);
      if (merged) members[place] = merged;
      else if (!members.some((other) => sameType(other, member))) members.push(member);
    }
  }
  return members.length === 1 ? members[0]! : members.length > largestUnion ? anyType : { kind: "union", members };
}

/** Whether any part of the type is `unknown`. */
export function hasUnknown(type: Type): boolean {
  return typeKey(type).includes("unknown");
}

/** Whether the type is a named one called `name`, at any depth of inheritance. */
export function isA(type: Type, name: string): boolean {
  return ancestors(type).some((ancestor) => ancestor.kind === "named" && ancestor.symbol.name === name);
}
