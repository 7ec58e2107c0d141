import * as py from "../../python/build.ts";
import type { Expression } from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { boxedClass, boxedField } from "./defined-types.ts";
import { Untranslatable } from "../untranslatable.ts";

/*
 * Values as Go's `%v` and `%+v` show them, chosen by the static type. `isText`: whether the expression is a string already, or has the right look
 * only when Python converts it with `str()`.
 */

export interface ShownValue {
  readonly value: Expression;
  readonly isText: boolean;
}

/** What to put into an f-string or `print`, so that the value looks as Go shows it. */
export function showGo(
  value: Expression,
  type: Type,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  isNested = false,
): ShownValue {
  const asIs: ShownValue = { value, isText: type.kind === "string" };
  const text = (shown: Expression): ShownValue => ({ value: shown, isText: true });
  switch (type.kind) {
    case "string":
    case "int":
      return asIs;
    case "bool":
      return text(py.methodCall(py.call("str", [value]), "lower"));
    case "float":
      return text(py.call(context.helper("go_float"), [value]));
    case "list":
    case "array":
      return text(sequence(value, type.element, style, context));
    case "bytes":
      return text(sequence(value, { kind: "int", size: "word", signed: true }, style, context));
    case "set":
      return text(
        py.call(context.helper("go_map"), [
          py.methodCall(py.name("dict"), "fromkeys", [value]),
          shower(type.element, style, context),
          py.lambda(py.parameters([py.arg("_")]), py.str("{}")),
        ]),
      );
    case "dict":
      return text(
        py.call(context.helper("go_map"), [
          value,
          shower(type.key, style, context),
          shower(type.value, style, context),
        ]),
      );
    case "optional":
      return text(
        py.ifExp(py.compare(value, "Is", py.none()), py.str("<nil>"), showGo(value, type.inner, style, context).value),
      );
    case "named":
      return named(value, type, style, context, isNested);
    case "struct":
      if (type.fields.length === 0) return text(py.str("{}"));
      return text(
        fields(
          value,
          type.fields.map((field) => ({
            name: field.name,
            member: context.member(field.name, type, "field"),
            type: field.type,
          })),
          style,
          context,
        ),
      );
    case "pointer":
      return pointer(value, type.target, style, context, isNested);
    case "any":
    case "unknown":
    case "interface":
    case "union":
    case "parameter":
      return text(py.call(context.helper("go_value"), [value]));
    case "none":
    case "untyped":
      return text(py.str("<nil>"));
    default:
      throw new Untranslatable("text-of-type", "How Go prints a value of this type is not translated.");
  }
}

/** The shown value as a string expression. */
export function shownText(shown: ShownValue): Expression {
  return shown.isText ? shown.value : py.call("str", [shown.value]);
}

/** A function of one value that gives its text. */
function shower(type: Type, style: "goValue" | "goFields", context: PythonLowerContext): Expression {
  if (type.kind === "string" || type.kind === "int") return py.name("str");
  if (type.kind === "float") return context.helper("go_float");
  const name = context.fresh("item");
  return py.lambda(py.parameters([py.arg(name)]), shownText(showGo(py.name(name), type, style, context, true)));
}

function sequence(
  value: Expression,
  element: Type,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
): Expression {
  const joined =
    element.kind === "string"
      ? py.methodCall(py.str(" "), "join", [value])
      : py.methodCall(py.str(" "), "join", [py.call("map", [shower(element, style, context), value])]);
  return py.joinedStr(["[", py.formattedValue(joined), "]"]);
}

function named(
  value: Expression,
  type: Extract<Type, { kind: "named" }>,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  isNested: boolean,
): ShownValue {
  const { symbol } = type;
  const shown = context.libraryText(symbol, value);
  if (shown) return { value: shown, isText: true };
  if (symbol.module === "fractions" || (symbol.module === "math/big" && symbol.name === "Rat"))
    return { value: py.call(context.helper("fraction_text"), [value]), isText: true };
  if (symbol.module === "math/big" && symbol.name === "Int") return { value, isText: false };
  if (symbol.form === "exception") return { value, isText: false };
  if (symbol.methods.has("String") || symbol.methods.has("Error") || symbol.name === "error") {
    return symbol.name === "error"
      ? { value: py.call(context.helper("go_value"), [value]), isText: true }
      : { value: py.call("str", [value]), isText: true };
  }
  if (symbol.form === "interface") return { value: py.call(context.helper("go_value"), [value]), isText: true };
  const { underlying } = symbol;
  if (underlying === undefined) return { value: py.call("str", [value]), isText: true };
  if (underlying.kind === "struct") {
    return {
      value: fields(
        value,
        underlying.fields.map((field) => ({
          name: field.name,
          member: context.member(field.name, type, "field"),
          type: field.type,
        })),
        style,
        context,
      ),
      isText: true,
    };
  }
  const held = boxedClass(type) ? py.attribute(value, boxedField(type)) : value;
  return showGo(held, underlying, style, context, isNested);
}

function pointer(
  value: Expression,
  target: Type,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  isNested: boolean,
): ShownValue {
  if (target.kind === "named" && target.symbol.module === "math/big")
    return named(value, target, style, context, isNested);
  if (target.kind === "named" && (target.symbol.methods.has("String") || target.symbol.methods.has("Error")))
    return { value: py.call("str", [value]), isText: true };
  if (isNested || target.kind !== "named" || target.symbol.underlying?.kind !== "struct") {
    throw new Untranslatable(
      "pointer-text",
      "Go prints a pointer as an address, which has no counterpart; print what it points to.",
    );
  }
  return { value: py.joinedStr(["&", py.formattedValue(showGo(value, target, style, context).value)]), isText: true };
}

interface ShownField {
  readonly name: string;
  readonly member: string;
  readonly type: Type;
}

function fields(
  value: Expression,
  list: readonly ShownField[],
  style: "goValue" | "goFields",
  context: PythonLowerContext,
): Expression {
  const whole = value.kind === "Name" || value.kind === "Attribute" ? value : context.temporary("value", value);
  const parts = list.flatMap((field, position) => {
    const label = `${position === 0 ? "" : " "}${style === "goFields" ? `${field.name}:` : ""}`;
    return [
      label,
      py.formattedValue(showGo(py.attribute(whole, field.member), field.type, style, context, true).value),
    ];
  });
  return py.joinedStr(["{", ...parts, "}"].filter((part) => part !== ""));
}
