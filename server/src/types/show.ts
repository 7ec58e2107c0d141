import type { Type } from "./type.ts";

/** The type in Python's notation, for dumps and messages; forms that Python lacks are spelled in words. */
export function showType(type: Type): string {
  switch (type.kind) {
    case "unknown":
      return "?";
    case "any":
      return "Any";
    case "none":
      return "None";
    case "int":
      return (
        type.alias ??
        (type.size === "unbounded" || type.size === "large"
          ? "int"
          : `${type.signed ? "" : "u"}int${type.size === "word" ? "" : String(type.size)}`)
      );
    case "float":
      return type.bits === 64 ? "float" : "float32";
    case "string":
      return type.character ? "char" : "str";
    case "list":
      return `list[${showType(type.element)}]`;
    case "set":
      return `set[${showType(type.element)}]`;
    case "array":
      return `array[${type.length}, ${showType(type.element)}]`;
    case "tuple":
      return `tuple[${[...type.elements.map(showType), ...(type.rest ? [`${showType(type.rest)}, ...`] : [])].join(", ")}]`;
    case "dict":
      return `${type.variant ?? "dict"}[${showType(type.key)}, ${showType(type.value)}]`;
    case "iterator":
      return `Iterator[${showType(type.element)}]`;
    case "awaitable":
      return `Awaitable[${showType(type.result)}]`;
    case "optional":
      return `${showType(type.inner)} | None`;
    case "union":
      return type.members.map(showType).join(" | ");
    case "pointer":
      return `*${showType(type.target)}`;
    case "channel":
      return `channel[${showType(type.element)}]`;
    case "function":
      return `(${type.parameters.map((p) => (p.name === undefined ? "" : `${p.name}: `) + showType(p.type)).join(", ")}) -> ${showType(type.result)}`;
    case "named":
      return type.symbol.name + (type.arguments.length > 0 ? `[${type.arguments.map(showType).join(", ")}]` : "");
    case "parameter":
      return type.name;
    case "class":
      return `type[${showType(type.instance)}]`;
    case "module":
      return `module ${type.path}`;
    case "struct":
      return `struct{${type.fields.map((f) => `${f.name}: ${showType(f.type)}`).join("; ")}}`;
    case "interface":
      return `interface{${type.methods.map((m) => m.name).join("; ")}}`;
    case "untyped":
      return `untyped ${type.basis}`;
    default:
      return type.kind;
  }
}
