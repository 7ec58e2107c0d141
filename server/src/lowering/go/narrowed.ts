import type * as go from "../../go/tree.ts";
import { ancestors, sameType } from "../../types/relations.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { lineageOf } from "./class-layout.ts";
import * as build from "./syntax.ts";
import { isReference } from "./types.ts";

/** The lowered value of a place of type `whole` where it is known to be a `narrow`: an optional is followed, an interface value asserted. */
export function narrowed(value: go.Expr, whole: Type, narrow: Type, context: GoLowerContext): go.Expr {
  if (["unknown", "none", "optional", "any", "union"].includes(narrow.kind)) return value;
  if (whole.kind === "optional") {
    const isOpenInside = whole.inner.kind === "union" || whole.inner.kind === "any";
    if (isOpenInside || isInterfaceValue(whole.inner, context)) return narrowed(value, whole.inner, narrow, context);
    const isPointer = context.type(whole).kind === "StarExpr" && context.type(whole.inner).kind !== "StarExpr";
    return isPointer && !isReference(whole.inner) ? build.star(value) : value;
  }
  const isOpen =
    whole.kind === "any" ||
    whole.kind === "union" ||
    (isInterfaceValue(whole, context) && isDerived(narrow, whole as NamedType));
  return isOpen ? { kind: "TypeAssertExpr", x: value, type: context.type(narrow), span: value.span } : value;
}

/** Whether values of the type are interface values in Go, of which a derived class can be asked. */
export function isInterfaceValue(type: Type, context: GoLowerContext): boolean {
  if (type.kind !== "named" || type.symbol.module !== "") return false;
  return type.symbol.form === "interface" || isClassWithoutStruct(type, context);
}

function isClassWithoutStruct(type: NamedType, context: GoLowerContext): boolean {
  const { symbol } = type;
  if (symbol.form !== "record" || symbol.underlying !== undefined) return false;
  return context.facts.isPolymorphic(symbol) || context.facts.shapeOf(symbol) === undefined;
}

function isDerived(narrow: Type, whole: NamedType): boolean {
  if (narrow.kind !== "named" || narrow.symbol === whole.symbol || narrow.symbol.form === "exception") return false;
  return (
    whole.symbol.form === "interface" ||
    ancestors(narrow).some((base) => base.kind === "named" && base.symbol === whole.symbol)
  );
}

/** The type that a field is declared with, where reading it may be narrower. */
export function declaredFieldType(owner: Type, name: string): Type | undefined {
  const inner = owner.kind === "optional" ? owner.inner : owner;
  if (inner.kind !== "named" || inner.arguments.length > 0) return undefined;
  for (const symbol of lineageOf(inner.symbol)) {
    const field = symbol.fields.get(name);
    if (field) return field.type;
  }
  return undefined;
}

/** The lowered field, followed or asserted where its value is known to be narrower than its declaration. */
export function narrowedField(value: go.Expr, owner: Type, name: string, type: Type, context: GoLowerContext): go.Expr {
  const declared = declaredFieldType(owner, name);
  return declared === undefined || sameType(declared, type) ? value : narrowed(value, declared, type, context);
}
