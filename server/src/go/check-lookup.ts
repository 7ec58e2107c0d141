import type { FieldType, FunctionType, MethodSignature, NamedType, Type, TypeSymbol } from "../types/type.ts";
import { identical, typeSetOf, underlying } from "./check-identity.ts";
import { substituteSignature, substitution } from "./check-substitute.ts";
import { DeclaredType } from "./check-symbols.ts";
import { dereference, isInterface } from "./check-types.ts";

/** A field or method that a selector finds. */
export interface Found {
  readonly kind: "field" | "method";
  readonly name: string;
  readonly field?: FieldType;
  /** With the receiver's type arguments put in. */
  readonly method?: MethodSignature;
  /** The declared type that has it. */
  readonly symbol?: TypeSymbol | undefined;
  /** The embedded fields passed through. */
  readonly path: readonly { readonly name: string; readonly type: Type }[];
  /** Whether a pointer is followed before the declaring type is reached. */
  readonly indirect: boolean;
  /** The method comes from an interface or a type parameter. */
  readonly abstract?: boolean;
}

export type Lookup = Found | "ambiguous" | "unknown" | undefined;

interface Candidate {
  readonly type: Type;
  readonly path: Found["path"];
  readonly indirect: boolean;
  readonly several: boolean;
}

/** Whether the name starts with an upper-case letter. */
export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/**
 * Finds the field or method `name` at the least depth of embedding. Names that are not exported are found only in types of the package `from`.
 * `unknown` when it may stand in a part that is not known.
 */
export function lookupMember(type: Type, name: string, from: string): Lookup {
  if (name === "_") return undefined;
  const start = dereference(type);
  if (type.kind === "named" && !start.pointer) {
    const base = underlying(type);
    if (base.kind === "pointer" && base.target.kind !== "none") {
      const found = search({ type: base.target, path: [], indirect: true, several: false }, name, from);
      return typeof found === "object" && found.kind === "method" ? undefined : found;
    }
  }
  if (start.pointer && (isInterface(start.type) || start.type.kind === "parameter")) return undefined;
  return search({ type: start.type, path: [], indirect: start.pointer, several: false }, name, from);
}

function search(start: Candidate, name: string, from: string): Lookup {
  let level: Candidate[] = [start];
  const seen = new Set<TypeSymbol>();
  const hidden = !isExported(name);
  let unknown = false;
  for (let depth = 0; level.length > 0 && depth < 30; depth++) {
    const hits: Found[] = [];
    const next: Candidate[] = [];
    let several = false;
    for (const candidate of level) {
      const symbol = candidate.type.kind === "named" ? candidate.type.symbol : undefined;
      if (symbol !== undefined) {
        if (seen.has(symbol)) continue;
        seen.add(symbol);
      }
      const foreign = hidden && symbol !== undefined && symbol.module !== from && symbol.module !== "universe";
      const hit = foreign ? undefined : memberOf(candidate, name);
      if (hit !== undefined) {
        hits.push(hit);
        several ||= candidate.several;
        continue;
      }
      const base = underlying(candidate.type);
      if (base.kind === "unknown" || (symbol instanceof DeclaredType && !foreign && mayHide(symbol, hidden)))
        unknown = true;
      if ((base.kind === "interface" || base.kind === "parameter") && typeSetOf(base).unknown) unknown = true;
      if (base.kind === "struct") next.push(...embeddedOf(candidate, base.fields));
    }
    if (hits.length > 1 || several) return "ambiguous";
    if (hits.length === 1) return unknown && depth > 0 ? "unknown" : hits[0];
    level = consolidate(next);
  }
  return unknown ? "unknown" : undefined;
}

/** Whether the type may have a member that is not known. */
function mayHide(symbol: DeclaredType, hidden: boolean): boolean {
  return symbol.knowledge === "partial" || (symbol.knowledge === "exported" && hidden);
}

function memberOf(candidate: Candidate, name: string): Found | undefined {
  const { type, path, indirect } = candidate;
  const symbol = type.kind === "named" ? type.symbol : undefined;
  const declared = type.kind === "named" ? type.symbol.methods.get(name) : undefined;
  if (declared !== undefined)
    return { kind: "method", name, method: instanceMethod(type as NamedType, declared), symbol, path, indirect };
  const base = underlying(type);
  if (base.kind === "struct") {
    const field = base.fields.find((other) => other.name === name);
    return field && { kind: "field", name, field, symbol, path, indirect };
  }
  if (base.kind === "interface" || base.kind === "parameter") {
    const signature = typeSetOf(base).methods.get(name);
    if (signature === undefined) return undefined;
    return {
      kind: "method",
      name,
      method: { name, type: signature, flavour: "instance" },
      symbol,
      path,
      indirect,
      abstract: true,
    };
  }
  return undefined;
}

function embeddedOf(candidate: Candidate, fields: readonly FieldType[]): Candidate[] {
  const inner: Candidate[] = [];
  for (const field of fields) {
    if (!field.embedded) continue;
    const { type, pointer } = dereference(field.type);
    const path = [...candidate.path, { name: field.name, type: field.type }];
    inner.push({ type, path, indirect: candidate.indirect || pointer, several: candidate.several });
  }
  return inner;
}

/** Types that occur more than once at a depth hide each other's members. */
function consolidate(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const at = kept.findIndex((other) => candidate.type.kind === "named" && identical(other.type, candidate.type));
    if (at < 0) kept.push(candidate);
    else kept[at] = { ...kept[at]!, several: true };
  }
  return kept;
}

/** The method with the type arguments of `type` in place of the type's parameters. */
export function instanceMethod(type: NamedType, method: MethodSignature): MethodSignature {
  if (type.arguments.length === 0) return method;
  return {
    ...method,
    type: substituteSignature(method.type, substitution(type.symbol.typeParameters, type.arguments)),
  };
}

/** Why a type does not have the method set of an interface. */
export interface MissingMethod {
  readonly name: string;
  readonly reason: "missing" | "pointer receiver" | "wrong type";
  readonly have?: FunctionType;
  readonly want: FunctionType;
}

/**
 * The first method of the interface (or constraint) that `type` lacks. With `static` false an interface `type` may lack methods, as its dynamic
 * type may have them; only methods of another signature count then.
 */
export function missingMethod(type: Type, wanted: Type, from: string, statically = true): MissingMethod | undefined {
  const { methods } = typeSetOf(wanted);
  if (methods.size === 0 || underlying(type).kind === "unknown") return undefined;
  // Methods that are not exported belong to the package that declares the interface.
  const home = wanted.kind === "named" && wanted.symbol.module !== "universe" ? wanted.symbol.module : from;
  for (const [name, want] of [...methods].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = lookupMember(type, name, home);
    if (found === "unknown") continue;
    if (typeof found !== "object" || found.kind !== "method") {
      if (!statically && isInterface(type)) continue;
      return { name, reason: "missing", want };
    }
    const have = found.method!.type;
    if (!identical(have, want)) return { name, reason: "wrong type", have, want };
    if (found.method!.pointerReceiver && !found.indirect && !found.abstract)
      return { name, reason: "pointer receiver", have, want };
  }
  return undefined;
}
