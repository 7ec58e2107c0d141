import type * as go from "../../go/tree.ts";
import { ancestors } from "../../types/relations.ts";
import type { NamedType, Type, TypeSymbol } from "../../types/type.ts";
import type { ClassShape } from "../facts.ts";
import type { GoLowerContext } from "../lower-context.ts";
import * as build from "./syntax.ts";
import { isReference } from "./types.ts";

/*
 * What a Python class is made of in Go. A class that values of derived classes are held as is an interface; the struct with its fields and code, which
 * derived classes embed, has a name of its own. Every other class is its struct.
 */

/** The class itself and its bases in the program, nearest first. */
export function lineageOf(symbol: TypeSymbol): readonly TypeSymbol[] {
  return ancestors({ kind: "named", symbol, arguments: [] }).flatMap((type) =>
    type.kind === "named" && type.symbol.module === "" ? [type.symbol] : [],
  );
}

/** The name of the struct of a class. */
export function structName(symbol: TypeSymbol, context: GoLowerContext): string {
  return context.facts.isPolymorphic(symbol) ? context.names.derived(symbol, "struct") : context.names.typeName(symbol);
}

/** The struct of a class, without a pointer. */
export function structType(type: NamedType, context: GoLowerContext): go.Expr {
  return build.instantiate(
    build.ident(structName(type.symbol, context)),
    type.arguments.map((argument) => context.type(argument)),
  );
}

/** Whether Go has a struct for the class: one of pure methods without a body is an interface alone. */
export function hasStruct(symbol: TypeSymbol, context: GoLowerContext): boolean {
  const shape = context.facts.shapeOf(symbol);
  if (shape === undefined || shape.isException) return false;
  if (!context.facts.isPolymorphic(symbol)) return true;
  return shape.hasStruct || embeddedBases(symbol, context).length > 0;
}

/** The bases whose structs the struct of the class embeds. */
export function embeddedBases(symbol: TypeSymbol, context: GoLowerContext): readonly NamedType[] {
  return symbol.bases.filter(
    (base): base is NamedType => base.kind === "named" && base.symbol.module === "" && hasStruct(base.symbol, context),
  );
}

/** Whether neither the class nor a base has fields, so that its struct is empty and needs no pointer. */
export function isStateless(symbol: TypeSymbol, context: GoLowerContext): boolean {
  return lineageOf(symbol).every((owner) => {
    const shape = context.facts.shapeOf(owner);
    return shape === undefined || (shape.fields.length === 0 && shape.initializer === undefined);
  });
}

/** The type of the receiver of the class's methods. */
export function receiverType(type: NamedType, context: GoLowerContext): go.Expr {
  const bare = structType(type, context);
  const isValue = !isReference(type) || (context.facts.isPolymorphic(type.symbol) && isStateless(type.symbol, context));
  return isValue ? bare : build.star(bare);
}

/** The method by which an interface value gives the struct that has the fields of a class. */
export function accessorName(symbol: TypeSymbol, context: GoLowerContext): string {
  const name = structName(symbol, context);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Whether an object that is held as this type is an interface value whose fields lie in an embedded struct. */
export function isHeldAsInterface(type: Type, context: GoLowerContext): type is NamedType {
  return type.kind === "named" && context.facts.isPolymorphic(type.symbol);
}

/** The class of the lineage that declares the method, and its signature. */
export function declaringClass(symbol: TypeSymbol, method: string): TypeSymbol | undefined {
  return lineageOf(symbol).find((owner) => owner.methods.has(method));
}

/** The methods of the class and its bases that are functions of the whole object, by name, with the class whose code runs. */
export function wholeMethods(symbol: TypeSymbol, context: GoLowerContext): ReadonlyMap<string, TypeSymbol> {
  const found = new Map<string, TypeSymbol>();
  const seen = new Set<string>();
  for (const owner of lineageOf(symbol)) {
    for (const name of owner.methods.keys()) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (name !== "__init__" && context.facts.needsWhole(owner, name)) found.set(name, owner);
    }
  }
  return found;
}

/** The nearest class of the lineage, itself included, that declares how it is initialised. */
export function initializedBy(
  symbol: TypeSymbol,
  context: GoLowerContext,
): { readonly owner: TypeSymbol; readonly shape: ClassShape } | undefined {
  for (const owner of lineageOf(symbol)) {
    const shape = context.facts.shapeOf(owner);
    if (shape?.initializer !== undefined) return { owner, shape };
  }
  return undefined;
}

/** A literal of the class's struct; values of inherited fields go into the structs that it embeds. */
export function structLiteral(
  type: NamedType,
  values: ReadonlyMap<string, go.Expr>,
  bases: ReadonlyMap<TypeSymbol, go.Expr>,
  context: GoLowerContext,
): go.Expr {
  const own = new Set(context.facts.shapeOf(type.symbol)?.fields.map((field) => field.name));
  const elements: go.Expr[] = [];
  for (const base of embeddedBases(type.symbol, context)) {
    const name = structName(base.symbol, context);
    const given = bases.get(base.symbol);
    if (given) elements.push(build.keyValue(build.ident(name), given));
    else if ([...values.keys()].some((field) => !own.has(field) && hasField(base.symbol, field)))
      elements.push(build.keyValue(build.ident(name), structLiteral(base, inherited(values, own), bases, context)));
  }
  for (const [name, value] of values)
    if (own.has(name) || !lineageOf(type.symbol).some((owner) => owner !== type.symbol && owner.fields.has(name)))
      elements.push(build.keyValue(build.ident(context.member(name, undefined, "field")), value));
  return build.composite(structType(type, context), elements);
}

function inherited(values: ReadonlyMap<string, go.Expr>, own: ReadonlySet<string>): ReadonlyMap<string, go.Expr> {
  return new Map([...values].filter(([name]) => !own.has(name)));
}

function hasField(symbol: TypeSymbol, name: string): boolean {
  return lineageOf(symbol).some((owner) => owner.fields.has(name));
}
