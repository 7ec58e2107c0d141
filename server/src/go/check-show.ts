import type { FunctionType, Type } from "../types/type.ts";

/** The type in Go's notation. Packages are written by their name, or by their path with `paths`; the program's own get no prefix. */
export function showGoType(type: Type, paths = false): string {
  const show = (inner: Type): string => showGoType(inner, paths);
  switch (type.kind) {
    case "unknown":
      return "invalid type";
    case "any":
      return "any";
    case "none":
      return "()";
    case "int":
      if (type.alias !== undefined && !paths) return type.alias;
      return type.size === "pointer"
        ? "uintptr"
        : `${type.signed ? "" : "u"}int${type.size === "word" ? "" : String(type.size)}`;
    case "float":
      return `float${type.bits}`;
    case "complex":
      return `complex${type.bits}`;
    case "list":
      return `[]${show(type.element)}`;
    case "array":
      return `[${type.length}]${show(type.element)}`;
    case "dict":
      return `map[${show(type.key)}]${show(type.value)}`;
    case "pointer":
      return type.target.kind === "none" ? "unsafe.Pointer" : `*${show(type.target)}`;
    case "channel":
      return showChannel(type, show);
    case "tuple":
      return `(${type.elements.map(show).join(", ")})`;
    case "function":
      return `func${showSignature(type, show)}`;
    case "named":
      return showNamed(type, paths) + (type.arguments.length > 0 ? `[${type.arguments.map(show).join(",")}]` : "");
    case "parameter":
      return type.name;
    case "struct": {
      const fields = type.fields.map((field) => {
        const name = field.embedded ? "" : `${field.name} `;
        return `${name}${show(field.type)}${field.tag === undefined ? "" : ` ${JSON.stringify(field.tag)}`}`;
      });
      return `struct{${fields.join("; ")}}`;
    }
    case "interface":
      return showInterface(type, show);
    case "untyped":
      return `untyped ${type.basis}`;
    default:
      return type.kind;
  }
}

function showChannel(type: Extract<Type, { kind: "channel" }>, show: (type: Type) => string): string {
  const element = show(type.element);
  if (type.direction === "send") return `chan<- ${element}`;
  if (type.direction === "receive") return `<-chan ${element}`;
  return `chan ${type.element.kind === "channel" && type.element.direction === "receive" ? `(${element})` : element}`;
}

function showNamed(type: Extract<Type, { kind: "named" }>, paths: boolean): string {
  const { name, module } = type.symbol;
  if (module === "" || module === "universe") return name;
  return `${paths ? module : module.slice(module.lastIndexOf("/") + 1)}.${name}`;
}

function showSignature(type: FunctionType, show: (type: Type) => string): string {
  const parameters = type.parameters.map((parameter) =>
    parameter.kind === "variadic" ? `...${show(parameter.type)}` : show(parameter.type),
  );
  const generic = type.typeParameters?.length
    ? `[${type.typeParameters.map((parameter) => `${parameter.name} ${show(parameter.constraint ?? { kind: "any" })}`).join(", ")}]`
    : "";
  return `${generic}(${parameters.join(", ")})${type.result.kind === "none" ? "" : ` ${show(type.result)}`}`;
}

function showInterface(type: Extract<Type, { kind: "interface" }>, show: (type: Type) => string): string {
  const methods = type.methods.map((method) => `${method.name}${showSignature(method.type, show)}`).sort();
  const terms = type.terms?.map((term) => (term.tilde ? "~" : "") + show(term.type)).join(" | ");
  const parts = [...methods, ...type.embedded.map(show), ...(terms === undefined ? [] : [terms])];
  return methods.length === 0 && parts.length === 1 && terms !== undefined ? terms : `interface{${parts.join("; ")}}`;
}
