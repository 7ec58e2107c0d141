import * as py from "../../python/build.ts";
import type { Expression } from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/* Types and values as Go's `%T` and `%#v` write them, where the static type says it all. */

/** Go's name of a type; undefined where the value may have another one when the program runs. */
export function goTypeText(type: Type): string | undefined {
  switch (type.kind) {
    case "bool":
    case "string":
      return type.kind;
    case "int":
      if (type.size === "unbounded") return undefined;
      if (type.size === "pointer") return "uintptr";
      return `${type.signed ? "" : "u"}int${type.size === "word" ? "" : String(type.size)}`;
    case "float":
      return `float${type.bits}`;
    case "complex":
      return `complex${type.bits}`;
    case "list":
      return within("[]", element(type.element));
    case "array":
      return within(`[${type.length}]`, element(type.element));
    case "dict": {
      const [key, value] = [element(type.key), element(type.value)];
      return key === undefined || value === undefined ? undefined : `map[${key}]${value}`;
    }
    case "struct":
      return type.fields.length === 0 ? "struct {}" : undefined;
    case "none":
    case "untyped":
      return "<nil>";
    case "pointer":
      return within("*", element(type.target));
    case "channel":
      return within("chan ", element(type.element));
    case "named":
      if (type.symbol.form === "interface" || type.symbol.module === "universe" || type.arguments.length > 0)
        return undefined;
      return `${type.symbol.module === "" ? "main" : type.symbol.module.split("/").at(-1)!}.${type.symbol.name}`;
    case "function": {
      const parameters = type.parameters.map((parameter) => element(parameter.type));
      const result = type.result.kind === "none" ? "" : element(type.result);
      if (type.result.kind === "tuple" || result === undefined || parameters.includes(undefined)) return undefined;
      return `func(${parameters.join(", ")})${result === "" ? "" : ` ${result}`}`;
    }
    default:
      return undefined;
  }
}

/** The type of an element, which may be an interface. */
function element(type: Type): string | undefined {
  if (type.kind === "any") return "interface {}";
  if (type.kind === "named" && type.symbol.name === "error") return "error";
  if (type.kind === "named" && type.symbol.form === "interface" && type.arguments.length === 0)
    return `${type.symbol.module === "" ? "main" : type.symbol.module.split("/").at(-1)!}.${type.symbol.name}`;
  return goTypeText(type);
}

function within(head: string, inner: string | undefined): string | undefined {
  return inner === undefined ? undefined : head + inner;
}

/** The value as a Go literal; undefined where that is not translated. */
export function goSyntax(value: Expression, type: Type, context: PythonLowerContext): Expression | undefined {
  switch (type.kind) {
    case "string":
      return py.call(context.helper("go_quote"), [value]);
    case "bool":
      return py.methodCall(py.call("str", [value]), "lower");
    case "int":
      return type.signed ? value : py.joinedStr(["0x", py.formattedValue(value, "x")]);
    case "dict": {
      const head = goTypeText(type);
      const show = (of: Type): Expression | undefined => {
        const name = context.fresh("item");
        const shown = goSyntax(py.name(name), of, context);
        return shown && py.lambda(py.parameters([py.arg(name)]), py.joinedStr([py.formattedValue(shown)]));
      };
      const [key, item] = [show(type.key), show(type.value)];
      if (head === undefined || key === undefined || item === undefined) return undefined;
      return py.call(context.helper("go_map_literal"), [py.str(head), value, key, item]);
    }
    case "none":
    case "untyped":
      return py.str("<nil>");
    case "float":
      return py.call(context.helper("go_float"), [value]);
    case "list":
    case "array": {
      const head = goTypeText(type);
      const name = context.fresh("item");
      const each = goSyntax(py.name(name), type.element, context);
      if (head === undefined || each === undefined) return undefined;
      const shown = py.generatorExp(py.joinedStr([py.formattedValue(each)]), [py.comprehension(py.name(name), value)]);
      return py.joinedStr([`${head}{`, py.formattedValue(py.methodCall(py.str(", "), "join", [shown])), "}"]);
    }
    case "named":
      return named(value, type, context);
    case "pointer": {
      const inner = type.target.kind === "named" ? goSyntax(value, type.target, context) : undefined;
      return inner && py.joinedStr(["&", py.formattedValue(inner)]);
    }
    default:
      return undefined;
  }
}

function named(
  value: Expression,
  type: Extract<Type, { kind: "named" }>,
  context: PythonLowerContext,
): Expression | undefined {
  const { underlying } = type.symbol;
  if (type.symbol.module !== "" || underlying === undefined || type.symbol.methods.has("GoString")) return undefined;
  if (underlying.kind !== "struct") return underlying.kind === "int" ? py.call("int", [value]) : undefined;
  const whole = value.kind === "Name" || value.kind === "Attribute" ? value : context.temporary("value", value);
  const parts: (string | ReturnType<typeof py.formattedValue>)[] = [`main.${type.symbol.name}{`];
  for (const [position, field] of underlying.fields.entries()) {
    const isNested = field.type.kind === "pointer";
    const shown = isNested
      ? undefined
      : goSyntax(py.attribute(whole, context.member(field.name, type, "field")), field.type, context);
    if (shown === undefined) return undefined;
    parts.push(`${position > 0 ? ", " : ""}${field.name}:`, py.formattedValue(shown));
  }
  return py.joinedStr([...parts, "}"]);
}
