import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { FloatType, TupleType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { isLarge } from "./large.ts";
import * as build from "./syntax.ts";
import { enumText } from "./enums.ts";
import { textMethod } from "./made-methods.ts";
import { tupleElement, tupleForm } from "./tuples.ts";
import { isNilable, isReference } from "./types.ts";

/*
 * Values as Python shows them: `str()` and `repr()` of every type, chosen by the static type, as an expression of type string.
 */

export type TextStyle = "str" | "repr";

/** The value as a Go string that reads as Python's `str()` or `repr()` would show it. */
export function textOf(value: ir.Expression, style: TextStyle, context: GoLowerContext): go.Expr {
  if (value.kind === "StringLiteral" && style === "str") return build.string(value.value);
  if (value.kind === "Cast" && (value.type.kind === "any" || value.type.kind === "union"))
    return textOf(value.operand, style, context);
  if (value.type.kind === "dict" && value.kind !== "DictLiteral" && !context.facts.isOrdered(value.type))
    reportOrder(value, context);
  reportMixed(value, context);
  return textOfLowered(context.expression(value), value.type, style, context);
}

/** Maps come in random order; Python shows the order of insertion. */
function reportOrder(value: ir.Expression, context: GoLowerContext): void {
  context.report(value, {
    severity: "mark",
    code: "dict-order",
    message:
      "Python shows a dict in the order of insertion; Go's order is random. Sort the keys where the order matters.",
  });
}

/** Integers among floats have become floats. */
function reportMixed(value: ir.Expression, context: GoLowerContext): void {
  const mixed = mixedInside(value.type, new Set());
  if (mixed === undefined) return;
  context.report(value, {
    severity: mixed === "always" ? "mark" : "caveat",
    code: "mixed-numbers",
    message:
      mixed === "always"
        ? "Some of these numbers are integers, which Python shows without a fraction; Go's float64 does not tell them apart, and shows `1.0`. Write them as floats, or format them with a fixed number of places."
        : "This number begins as an integer, which Python shows without a fraction as long as nothing is added; Go shows `0.0`.",
  });
}

/** Whether the text of a value shows a float that may be an integer in Python. */
function mixedInside(type: Type, seen: Set<object>): FloatType["mixed"] {
  const worst = (parts: readonly Type[]): FloatType["mixed"] =>
    parts
      .map((part) => mixedInside(part, seen))
      .reduce((a, b) => (a === "always" || b === "always" ? "always" : (a ?? b)), undefined);
  switch (type.kind) {
    case "float":
      return type.mixed;
    case "list":
    case "set":
    case "array":
      return mixedInside(type.element, seen);
    case "dict":
      return worst([type.key, type.value]);
    case "tuple":
      return worst([...type.elements, ...(type.rest ? [type.rest] : [])]);
    case "optional":
      return mixedInside(type.inner, seen);
    case "named": {
      const { symbol } = type;
      if (seen.has(symbol) || symbol.module !== "" || symbol.methods.has("__str__") || symbol.methods.has("__repr__"))
        return undefined;
      seen.add(symbol);
      return worst([...symbol.fields.values()].map((field) => field.type));
    }
    default:
      return undefined;
  }
}

/** The same of a lowered value of this type. */
export function textOfLowered(value: go.Expr, type: Type, style: TextStyle, context: GoLowerContext): go.Expr {
  switch (type.kind) {
    case "string":
      return style === "str" ? value : build.call(context.helper("reprString"), value);
    case "int":
      return integerText(value, type);
    case "float":
      return build.call(context.helper("formatFloat"), type.bits === 32 ? build.call("float64", value) : value);
    case "complex":
      return build.call(context.helper("formatComplex"), type.bits === 64 ? build.call("complex128", value) : value);
    case "bool":
      return build.call(context.helper("formatBool"), value);
    case "none":
      return build.string("None");
    case "bytes":
      return type.mutable
        ? build.binary(
            build.binary(build.string("bytearray("), "+", build.call(context.helper("reprBytes"), value)),
            "+",
            build.string(")"),
          )
        : build.call(context.helper("reprBytes"), value);
    case "list":
    case "array":
      if (type.kind === "list" && type.variant === "deque")
        return build.binary(
          build.binary(
            build.string("deque("),
            "+",
            build.call(context.helper("formatList"), value, textFunction(type.element, context)),
          ),
          "+",
          build.string(")"),
        );
      return build.call(
        context.helper("formatList"),
        type.kind === "array" ? build.sliceOf(value) : value,
        textFunction(type.element, context),
      );
    case "tuple":
      return tupleText(value, type, context);
    case "dict":
      return build.call(
        context.helper(context.facts.isOrdered(type) ? "formatOrderedMap" : "formatDict"),
        value,
        textFunction(type.key, context),
        textFunction(type.value, context),
      );
    case "set":
      return build.call(context.helper("formatSet"), value, textFunction(type.element, context));
    case "optional":
      return optionalText(value, type.inner, style, context);
    case "named":
      return namedText(value, type, style, context);
    case "any":
    case "union":
    case "unknown":
      return build.call(dynamicText(style === "str" ? "formatAny" : "reprAny", context), value);
    case "parameter":
      return build.call(dynamicText(style === "str" ? "formatAny" : "reprAny", context), value);
    default:
      throw new Untranslatable(
        "text-of-type",
        "How Python shows a value of this type is not translated; Go programs print what they need of it.",
      );
  }
}

/** A helper that goes by the dynamic type, which may be that of an ordered map. */
function dynamicText(name: string, context: GoLowerContext): go.Expr {
  if (context.facts.hasOrderedDicts) context.helper("String");
  return context.helper(name);
}

function integerText(value: go.Expr, type: Extract<Type, { kind: "int" }>): go.Expr {
  if (isLarge(type)) return build.call(build.selector(value, "String"));
  if (type.size === "unbounded" || type.size === "word") return build.libraryCall("strconv", "Itoa", value);
  return build.libraryCall("fmt", "Sprint", value);
}

/** A function that gives the repr of an element: by name where there is one. */
export function textFunction(type: Type, context: GoLowerContext): go.Expr {
  switch (type.kind) {
    case "string":
      return context.helper("reprString");
    case "int":
      if (type.size === "unbounded" || type.size === "word") return build.packageMember("strconv", "Itoa");
      break;
    case "float":
      if (type.bits === 64) return context.helper("formatFloat");
      break;
    case "bool":
      return context.helper("formatBool");
    case "bytes":
      if (!type.mutable) return context.helper("reprBytes");
      break;
    case "any":
    case "union":
    case "unknown":
      return build.index(dynamicText("reprAny", context), build.ident("any"));
  }
  const name = context.fresh("item");
  const body = context.capture(() => textOfLowered(build.ident(name), type, "repr", context));
  return build.functionLiteral(
    [[name, context.type(type)]],
    [build.ident("string")],
    build.block([...body.emitted, build.returnStatement(body.value)]),
  );
}

function tupleText(value: go.Expr, type: TupleType, context: GoLowerContext): go.Expr {
  if (tupleForm(type) === "slice") {
    return build.call(context.helper("formatTuple"), value, textFunction(type.rest ?? { kind: "any" }, context));
  }
  if (type.elements.length === 0) return build.string("()");
  const whole = value.kind === "Ident" ? value : context.temporary("tuple", value);
  if (tupleForm(type) === "array") {
    return build.call(context.helper("formatTuple"), build.sliceOf(whole), textFunction(type.elements[0]!, context));
  }
  const parts = type.elements.map((element, position) =>
    textOfLowered(tupleElement(type, whole, position), element, "repr", context),
  );
  return build.libraryCall("fmt", "Sprintf", build.string(`(${parts.map(() => "%s").join(", ")})`), ...parts);
}

function optionalText(value: go.Expr, inner: Type, style: TextStyle, context: GoLowerContext): go.Expr {
  const pointer = value.kind === "Ident" ? value : context.temporary("value", value);
  const name = context.fresh("text");
  const present = isNilable(inner) || isReference(inner) ? pointer : build.star(pointer);
  const shown = context.capture(() => textOfLowered(present, inner, style, context));
  context.emit(
    build.define(name, build.string("None")),
    build.ifStatement(build.binary(pointer, "!=", build.ident("nil")), [
      ...shown.emitted,
      build.assign(build.ident(name), shown.value),
    ]),
  );
  return build.ident(name);
}

function namedText(
  value: go.Expr,
  type: Extract<Type, { kind: "named" }>,
  style: TextStyle,
  context: GoLowerContext,
): go.Expr {
  const { symbol } = type;
  const shown = context.libraryOperation(symbol, style, [value]);
  if (shown) return shown;
  const member = enumText(value, type, style, context);
  if (member) return member;
  const method = symbol.form === "exception" ? undefined : textMethod(symbol, style, context);
  if (method !== undefined) return build.call(build.selector(value, context.member(method, type, "method")));
  if (symbol.form === "exception" || symbol.name === "error") {
    if (style === "repr" && symbol.form === "exception" && context.facts.asksArguments)
      return build.call(context.helper("reprException"), value);
    if (style === "repr")
      throw new Untranslatable(
        "exception-repr",
        "How Python shows an exception in detail is not translated; use its message.",
      );
    return build.call(build.selector(value, "Error"));
  }
  if (symbol.underlying !== undefined)
    return textOfLowered(build.call(context.type(symbol.underlying), value), symbol.underlying, style, context);
  if (symbol.module === "" && symbol.form === "record")
    throw new Untranslatable(
      "text-of-object",
      `Python shows a \`${symbol.name}\` by its address; give the class a \`__str__\`.`,
    );
  throw new Untranslatable(
    "text-of-object",
    `How Python shows a \`${symbol.name}\` is not translated; give the class a \`__str__\`.`,
  );
}
