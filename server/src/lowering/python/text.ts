import * as py from "../../python/build.ts";
import type { Expression } from "../../python/tree.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { boxedClass, boxedField, hasTextMethod, pointerHasText } from "./defined-types.ts";
import { Untranslatable } from "../untranslatable.ts";

/*
 * Values as Go's `%v` and `%+v` show them, chosen by the static type. `isText`: whether the expression is a string already, or has the right look
 * only when Python converts it with `str()`.
 */

/** Where a value stands: pointers inside others are addresses, and `fmt` calls no methods of what it finds in fields that are not exported. */
export type Depth = "top" | "nested" | "hidden";

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
  depth: Depth = "top",
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
      return text(sequence(value, type.element, style, context, inner(depth)));
    case "bytes":
      return text(sequence(value, { kind: "int", size: "word", signed: true }, style, context, "nested"));
    case "complex":
      return text(py.call(context.helper("go_complex"), [value]));
    case "set":
      return text(
        py.call(context.helper("go_map"), [
          py.methodCall(py.name("dict"), "fromkeys", [value]),
          shower(type.element, style, context, inner(depth)),
          py.lambda(py.parameters([py.arg("_")]), py.str("{}")),
        ]),
      );
    case "dict":
      return text(
        py.call(context.helper("go_map"), [
          value,
          shower(type.key, style, context, inner(depth)),
          shower(type.value, style, context, inner(depth)),
        ]),
      );
    case "optional":
      return text(
        py.ifExp(
          py.compare(value, "Is", py.none()),
          py.str("<nil>"),
          showGo(value, type.inner, style, context, depth).value,
        ),
      );
    case "named":
      return named(value, type, style, context, depth);
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
          depth,
        ),
      );
    case "pointer":
      return pointer(value, type.target, style, context, depth);
    case "any":
    case "unknown":
    case "interface":
    case "union":
    case "parameter":
      return text(heldValue(value, type, style, context, depth));
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

function inner(depth: Depth): Depth {
  return depth === "hidden" ? "hidden" : "nested";
}

/** The text of what an interface holds, which is known when the program runs. Structs behind pointers are shown with an ampersand. */
function heldValue(
  value: Expression,
  type: Type,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  depth: Depth,
): Expression {
  const held = type.kind === "parameter" ? [] : context.facts.typesIn(type);
  const structs = held.filter((one) => plainStruct(one) !== undefined);
  if (structs.length > 0 && style === "goFields")
    throw new Untranslatable("format-verb", "`%+v` of an interface that may hold a struct is not translated.");
  const pointers = structs.filter((one) => one.kind === "pointer");
  const isAmbiguous = pointers.some((one) =>
    structs.some((other) => other.kind !== "pointer" && plainStruct(other) === plainStruct(one)),
  );
  if (isAmbiguous || (pointers.length > 0 && depth !== "top"))
    throw new Untranslatable(
      "pointer-text",
      "The interface may hold a pointer to a struct, which Go shows otherwise than the struct; give the type a method `String`.",
    );
  const classes = pointers.map((one) => context.type(one));
  return py.call(context.helper("go_value"), classes.length === 0 ? [value] : [value, ...classes]);
}

/** The struct of the program that a type is or points to, where it has no text of its own. */
function plainStruct(type: Type): TypeSymbol | undefined {
  const bare = type.kind === "pointer" ? type.target : type;
  if (bare.kind !== "named" || bare.symbol.module !== "" || bare.symbol.underlying?.kind !== "struct") return undefined;
  return hasTextMethod(bare) ? undefined : bare.symbol;
}

/** A function of one value that gives its text. */
function shower(type: Type, style: "goValue" | "goFields", context: PythonLowerContext, depth: Depth): Expression {
  if (type.kind === "string" || type.kind === "int") return py.name("str");
  if (type.kind === "float") return context.helper("go_float");
  const name = context.fresh("item");
  return py.lambda(py.parameters([py.arg(name)]), shownText(showGo(py.name(name), type, style, context, depth)));
}

function sequence(
  value: Expression,
  element: Type,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  depth: Depth,
): Expression {
  const joined =
    element.kind === "string"
      ? py.methodCall(py.str(" "), "join", [value])
      : py.methodCall(py.str(" "), "join", [py.call("map", [shower(element, style, context, depth), value])]);
  return py.joinedStr(["[", py.formattedValue(joined), "]"]);
}

function named(
  value: Expression,
  type: Extract<Type, { kind: "named" }>,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  depth: Depth,
): ShownValue {
  const { symbol } = type;
  const isHidden = depth === "hidden";
  if (isHidden && (symbol.name === "error" || symbol.module === "time"))
    throw new Untranslatable(
      "hidden-field",
      "`fmt` shows the inside of a value that stands in a field which is not exported; print the field by itself.",
    );
  const shown = context.libraryText(symbol, value);
  if (shown) return { value: shown, isText: true };
  if (symbol.module === "fractions" || (symbol.module === "math/big" && symbol.name === "Rat"))
    return { value: py.call(context.helper("fraction_text"), [value]), isText: true };
  if (symbol.module === "math/big" && symbol.name === "Int") return { value, isText: false };
  if (symbol.form === "exception") return { value, isText: false };
  if (symbol.form === "interface" || symbol.name === "error")
    return { value: heldValue(value, type, style, context, depth), isText: true };
  if (!isHidden && hasTextMethod(type)) return { value: py.call("str", [value]), isText: true };
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
        depth,
      ),
      isText: true,
    };
  }
  const held = boxedClass(type)
    ? py.attribute(value, boxedField(type))
    : isHidden && hasTextMethod(type)
      ? bare(value, underlying)
      : value;
  return showGo(held, underlying, style, context, depth);
}

/** The value of a defined type without the text of its own. */
function bare(value: Expression, type: Type): Expression {
  const names: Partial<Record<Type["kind"], string>> = { int: "int", float: "float", string: "str.__str__" };
  const name = names[type.kind];
  return name === undefined ? value : py.call(name, [value]);
}

function pointer(
  value: Expression,
  target: Type,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  depth: Depth,
): ShownValue {
  if (target.kind === "named" && target.symbol.module === "math/big")
    return named(value, target, style, context, depth);
  if (depth !== "hidden" && target.kind === "named" && pointerHasText(target))
    return { value: py.call("str", [value]), isText: true };
  if (depth !== "top" || target.kind !== "named" || target.symbol.underlying?.kind !== "struct") {
    throw new Untranslatable(
      "pointer-text",
      "Go prints a pointer as an address, which has no counterpart; print what it points to.",
    );
  }
  const shown = py.joinedStr(["&", py.formattedValue(showGo(value, target, style, context).value)]);
  const isPresent = py.compare(value, "IsNot", py.none());
  return {
    value: value.kind === "Name" || value.kind === "Attribute" ? py.ifExp(isPresent, shown, py.str("<nil>")) : shown,
    isText: true,
  };
}

interface ShownField {
  readonly name: string;
  readonly member: string;
  readonly type: Type;
}

/** A field as the struct around it shows it; a pointer is an address, which is the same each time only where it is nil. */
function fieldText(
  value: Expression,
  field: ShownField,
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  depth: Depth,
): Expression {
  const within: Depth = depth === "hidden" || !/^\p{Lu}/u.test(field.name) ? "hidden" : "nested";
  if (
    field.type.kind === "pointer" &&
    !(within === "nested" && field.type.target.kind === "named" && pointerHasText(field.type.target))
  )
    return py.call(context.helper("go_pointer"), [value]);
  return showGo(value, field.type, style, context, within).value;
}

function fields(
  value: Expression,
  list: readonly ShownField[],
  style: "goValue" | "goFields",
  context: PythonLowerContext,
  depth: Depth,
): Expression {
  const whole = value.kind === "Name" || value.kind === "Attribute" ? value : context.temporary("value", value);
  const parts = list.flatMap((field, position) => {
    const label = `${position === 0 ? "" : " "}${style === "goFields" ? `${field.name}:` : ""}`;
    return [label, py.formattedValue(fieldText(py.attribute(whole, field.member), field, style, context, depth))];
  });
  return py.joinedStr(["{", ...parts, "}"].filter((part) => part !== ""));
}
