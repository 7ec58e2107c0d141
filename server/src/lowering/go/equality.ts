import type * as go from "../../go/tree.ts";
import { methodOf } from "../../types/members.ts";
import type { TupleType, Type, TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { isLarge } from "./large.ts";
import { fieldsCompared, fieldsEqual } from "./made-methods.ts";
import { asMap } from "./ordered-maps.ts";
import * as build from "./syntax.ts";
import { tupleElement, tupleForm } from "./tuples.ts";
import { isReference } from "./types.ts";

/* Equality and order of values as Python defines them, chosen by the static type. */

/** Whether Go's `==` on the lowered type compares as Python's does. */
export function isPlainlyEqual(type: Type): boolean {
  switch (type.kind) {
    case "int":
      return !isLarge(type);
    case "bool":
    case "float":
    case "complex":
    case "string":
    case "pointer":
    case "channel":
    case "none":
    case "parameter":
    case "unknown":
      return true;
    case "array":
      return isPlainlyEqual(type.element);
    case "tuple":
      return type.rest === undefined && type.elements.every(isPlainlyEqual);
    case "named":
      return isPlainlyEqualNamed(type);
    default:
      return false;
  }
}

function isPlainlyEqualNamed(type: Extract<Type, { kind: "named" }>): boolean {
  const { symbol } = type;
  if (symbol.underlying !== undefined) return true;
  if (symbol.form === "enum" || symbol.form === "interface") return true;
  if (symbol.form === "exception") return true;
  if (methodOf(type, "__eq__") || symbol.comparesInDerived === true) return false;
  if (isReference(type)) return symbol.made?.equality === undefined;
  const compared = symbol.made?.equality?.length ?? symbol.fields.size;
  return compared === symbol.fields.size && [...symbol.fields.values()].every((field) => isPlainlyEqual(field.type));
}

/** `left == right` of two lowered operands of one type. */
export function equal(left: go.Expr, right: go.Expr, type: Type, context: GoLowerContext): go.Expr {
  if (isPlainlyEqual(type)) return build.binary(left, "==", right);
  switch (type.kind) {
    case "int":
      return build.binary(build.call(build.selector(left, "Cmp"), right), "==", build.integer(0));
    case "bytes":
      return build.libraryCall("bytes", "Equal", left, right);
    case "list":
      return sequencesEqual(left, right, type.element, context);
    case "set":
      return build.libraryCall("maps", "Equal", left, right);
    case "dict": {
      const maps = [left, right].map((map) => asMap(map, type, context));
      return isPlainlyEqual(type.value)
        ? build.libraryCall("maps", "Equal", ...maps)
        : build.libraryCall("maps", "EqualFunc", ...maps, equalFunction(type.value, context));
    }
    case "tuple":
      return tuplesEqual(left, right, type, context);
    case "optional":
      return optionalsEqual(left, right, type.inner, context);
    case "named": {
      if (methodOf(type, "__eq__"))
        return build.call(build.selector(left, context.member("__eq__", type, "method")), right);
      if (type.symbol.comparesInDerived === true && context.facts.isPolymorphic(type.symbol))
        return interfacesEqual(left, right, type, context);
      if (type.symbol.made?.equality) return fieldsEqual(left, right, type, isReference(type), context);
      return build.libraryCall("reflect", "DeepEqual", left, right);
    }
    case "any":
    case "union":
      return build.call(context.helper("equalValues"), left, right);
    default:
      throw new Untranslatable(
        "comparison-types",
        "Values of this type cannot be compared in Go; write a function that compares what matters.",
      );
  }
}

/** Whether Go's `==` compares objects of the class as Python's does, taking it for granted for the classes in `assumed`. */
function isPlainValue(symbol: TypeSymbol, assumed: readonly TypeSymbol[]): boolean {
  const type: Type = { kind: "named", symbol, arguments: [] };
  if (methodOf(type, "__eq__")) return false;
  if (symbol.made?.equality === undefined) return isReference(type);
  const fields = [...symbol.fields.values()];
  return (
    !isReference(type) &&
    symbol.made.equality.length === fields.length &&
    fields.every(
      (field) => (field.type.kind === "named" && assumed.includes(field.type.symbol)) || isPlainlyEqual(field.type),
    )
  );
}

/** Go compares interface values by the values that they hold, which is what is meant where all of those are plain values. */
function interfacesEqual(
  left: go.Expr,
  right: go.Expr,
  type: Extract<Type, { kind: "named" }>,
  context: GoLowerContext,
): go.Expr {
  const all = context.facts.subclasses(type.symbol);
  const isPlain = all.every((symbol) =>
    context.facts.isPolymorphic(symbol) ? symbol.made === undefined : isPlainValue(symbol, [type.symbol, ...all]),
  );
  if (isPlain) return build.binary(left, "==", right);
  throw new Untranslatable(
    "comparison-types",
    `Classes derived from \`${type.symbol.name}\` compare by their fields, each in its own way; give the base an \`__eq__\`.`,
  );
}

function sequencesEqual(left: go.Expr, right: go.Expr, element: Type, context: GoLowerContext): go.Expr {
  return isPlainlyEqual(element)
    ? build.libraryCall("slices", "Equal", left, right)
    : build.libraryCall("slices", "EqualFunc", left, right, equalFunction(element, context));
}

/** A function that compares two values of the type: by name where there is one. */
export function equalFunction(type: Type, context: GoLowerContext): go.Expr {
  if (type.kind === "list" && isPlainlyEqual(type.element))
    return build.instantiate(build.packageMember("slices", "Equal"), [context.type(type)]);
  if (type.kind === "bytes") return build.packageMember("bytes", "Equal");
  const [a, b] = [context.fresh("a"), context.fresh("b")];
  const lowered = context.type(type);
  const body = build.returnStatement(equal(build.ident(a), build.ident(b), type, context));
  return build.functionLiteral(
    [
      [a, lowered],
      [b, lowered],
    ],
    [build.ident("bool")],
    build.block([body]),
  );
}

function tuplesEqual(left: go.Expr, right: go.Expr, type: TupleType, context: GoLowerContext): go.Expr {
  if (tupleForm(type) === "slice") return sequencesEqual(left, right, type.rest ?? { kind: "any" }, context);
  const [a, b] = [stable(left, context), stable(right, context)];
  const parts = type.elements.map((element, i) =>
    equal(tupleElement(type, a, i), tupleElement(type, b, i), element, context),
  );
  return parts.reduce((whole, part) => build.binary(whole, "&&", part));
}

function optionalsEqual(left: go.Expr, right: go.Expr, inner: Type, context: GoLowerContext): go.Expr {
  const lowered = context.type({ kind: "optional", inner });
  if (inner.kind === "named" && isReference(inner) && !isPlainlyEqual(inner))
    return objectsEqual(left, right, inner, context);
  if (lowered.kind !== "StarExpr" || isReference(inner)) return equal(left, right, inner, context);
  return build.call(context.helper("equalPointers"), left, right);
}

/** Both are nil, or both are there and equal. */
function objectsEqual(
  left: go.Expr,
  right: go.Expr,
  type: Extract<Type, { kind: "named" }>,
  context: GoLowerContext,
): go.Expr {
  const [a, b] = [stable(left, context), stable(right, context)];
  const present = build.binary(
    build.binary(a, "!=", build.ident("nil")),
    "&&",
    build.binary(b, "!=", build.ident("nil")),
  );
  const same = equal(a, b, type, context);
  return {
    kind: "ParenExpr",
    x: build.binary(build.binary(a, "==", b), "||", build.binary(present, "&&", same)),
    span: { start: 0, end: 0 },
  };
}

/** A reference that can be repeated. */
function stable(value: go.Expr, context: GoLowerContext): go.Expr {
  return value.kind === "Ident" ? value : context.temporary("value", value);
}

const orderedKinds: ReadonlySet<string> = new Set(["int", "float", "string"]);

/** Whether Go's `<` orders the type as Python does. */
export function isPlainlyOrdered(type: Type): boolean {
  return (
    (orderedKinds.has(type.kind) && !isLarge(type)) ||
    (type.kind === "named" &&
      (type.symbol.enumeration?.flavour === "integer" || type.symbol.enumeration?.flavour === "string")) ||
    (type.kind === "named" && type.symbol.underlying !== undefined && isPlainlyOrdered(type.symbol.underlying)) ||
    type.kind === "parameter"
  );
}

/** An int that is negative, zero or positive as `left` comes before `right`, equals it or comes after. */
export function compare(left: go.Expr, right: go.Expr, type: Type, context: GoLowerContext): go.Expr {
  if (type.kind === "unknown" || isPlainlyOrdered(type)) return build.libraryCall("cmp", "Compare", left, right);
  switch (type.kind) {
    case "int":
      return build.call(build.selector(left, "Cmp"), right);
    case "bool":
      return build.libraryCall(
        "cmp",
        "Compare",
        build.call(context.helper("boolToInt"), left),
        build.call(context.helper("boolToInt"), right),
      );
    case "bytes":
      return build.libraryCall("bytes", "Compare", left, right);
    case "list":
      return sequencesCompared(left, right, type.element, context);
    case "tuple":
      return tuplesCompared(left, right, type, context);
    case "named":
      return namedCompared(left, right, type, context);
    default:
      throw new Untranslatable(
        "comparison-types",
        "Values of this type have no order that is translated; write a function that compares what matters.",
      );
  }
}

function sequencesCompared(left: go.Expr, right: go.Expr, element: Type, context: GoLowerContext): go.Expr {
  return isPlainlyOrdered(element)
    ? build.libraryCall("slices", "Compare", left, right)
    : build.libraryCall("slices", "CompareFunc", left, right, compareFunction(element, context));
}

function tuplesCompared(left: go.Expr, right: go.Expr, type: TupleType, context: GoLowerContext): go.Expr {
  if (tupleForm(type) === "slice") return sequencesCompared(left, right, type.rest ?? { kind: "any" }, context);
  const [a, b] = [stable(left, context), stable(right, context)];
  const parts = type.elements.map((element, i) =>
    compare(tupleElement(type, a, i), tupleElement(type, b, i), element, context),
  );
  const [only] = parts;
  if (only === undefined) return build.integer(0);
  return parts.length === 1 ? only : build.libraryCall("cmp", "Or", ...parts);
}

function namedCompared(
  left: go.Expr,
  right: go.Expr,
  type: Extract<Type, { kind: "named" }>,
  context: GoLowerContext,
): go.Expr {
  if (type.symbol.made?.order && !methodOf(type, "__lt__")) return fieldsCompared(left, right, type, context);
  if (methodOf(type, "__lt__")) {
    const less = context.member("__lt__", type, "method");
    const ask = (one: go.Expr, other: go.Expr): go.Expr =>
      build.call(context.helper("boolToInt"), build.call(build.selector(one, less), other));
    return build.binary(ask(right, left), "-", ask(left, right));
  }
  const compared = context.libraryOperation(type.symbol, "compare", [left, right]);
  if (compared) return compared;
  throw new Untranslatable(
    "comparison-types",
    `Instances of \`${type.symbol.name}\` have no order; give the class a method that compares, or sort by a key.`,
  );
}

/** A function of two elements for `slices.SortFunc` and the like: by name where there is one. */
export function compareFunction(type: Type, context: GoLowerContext): go.Expr {
  if (isPlainlyOrdered(type)) return build.instantiate(build.packageMember("cmp", "Compare"), [context.type(type)]);
  const [a, b] = [context.fresh("a"), context.fresh("b")];
  const lowered = context.type(type);
  const body = context.capture(() => compare(build.ident(a), build.ident(b), type, context));
  return build.functionLiteral(
    [
      [a, lowered],
      [b, lowered],
    ],
    [build.ident("int")],
    build.block([...body.emitted, build.returnStatement(body.value)]),
  );
}
