import type { Type } from "../../types/type.ts";

/**
 * The type of a metavariable, as rows write it in Python's notation: `str`, `int`, `list[T]`, `dict[str, V]`, `T | None`, `strings.Builder`,
 * `re.Pattern`; `elements[T]` is anything that can be iterated, of which Go gets a slice; `character` a string known to hold one character. A name of one capital letter is a type variable; `Any` and an absent type fit everything.
 */
export type TypePattern =
  | { readonly kind: "any" }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "name"; readonly name: string; readonly arguments: readonly TypePattern[] }
  | { readonly kind: "choice"; readonly members: readonly TypePattern[] };

/** Reads the notation. Throws when it is malformed: rows are checked when they are first used. */
export function parseTypePattern(text: string): TypePattern {
  const tokens = text.match(/[\w.]+|[[\]|,*]/g) ?? [];
  let position = 0;
  const one = (): TypePattern => {
    const name = tokens[position++];
    if (name === undefined || !/^\w/.test(name)) throw new Error(`malformed type in a library row: ${text}`);
    if (name === "Any") return { kind: "any" };
    if (/^[A-Z]$/.test(name)) return { kind: "variable", name };
    const args: TypePattern[] = [];
    if (tokens[position] === "[") {
      position++;
      while (tokens[position] !== "]") {
        args.push(choice());
        if (tokens[position] === ",") position++;
        if (position >= tokens.length) throw new Error(`malformed type in a library row: ${text}`);
      }
      position++;
    }
    return { kind: "name", name, arguments: args };
  };
  const choice = (): TypePattern => {
    const members = [one()];
    while (tokens[position] === "|") {
      position++;
      members.push(one());
    }
    return members.length === 1 ? members[0]! : { kind: "choice", members };
  };
  return choice();
}

/** What type variables stand for. */
export type TypeVariables = Map<string, Type>;

/** Whether a value of the type fits, binding type variables. An int fits where a float is wanted. What nothing is known of fits nothing but `Any`. */
export function fits(pattern: TypePattern, type: Type, variables: TypeVariables): boolean {
  switch (pattern.kind) {
    case "any":
      return true;
    case "variable": {
      if (type.kind === "unknown") return false;
      if (!variables.has(pattern.name)) variables.set(pattern.name, type);
      return variables.get(pattern.name)!.kind === type.kind;
    }
    case "choice":
      return pattern.members.some((member) => fits(member, type, variables));
    case "name":
      return fitsName(pattern.name, pattern.arguments, type, variables);
  }
}

function fitsName(name: string, args: readonly TypePattern[], type: Type, variables: TypeVariables): boolean {
  const [first, second] = args;
  // Go assigns a slice, map or function of a defined type to one of the type below.
  if (
    type.kind === "named" &&
    type.symbol.module === "" &&
    (name === "list" || name === "dict" || name === "function")
  ) {
    const { underlying, methods } = type.symbol;
    if (underlying?.kind === name && !methods.has("Error")) return fitsName(name, args, underlying, variables);
  }
  const inside = (pattern: TypePattern | undefined, inner: Type): boolean =>
    pattern === undefined || fits(pattern, inner, variables);
  switch (name) {
    case "int64":
    case "count":
    case "int":
      return (
        (type.kind === "int" && type.size !== "large") ||
        (type.kind === "named" && type.symbol.underlying?.kind === "int" && type.symbol.module === "")
      );
    case "rune":
    case "byte":
      return type.kind === "int" && type.alias === name;
    case "float":
      return type.kind === "float" || (type.kind === "int" && type.size !== "large");
    case "complex":
      return type.kind === "complex";
    case "str":
      return type.kind === "string";
    case "bool":
      return type.kind === "bool";
    case "None":
      return type.kind === "none";
    case "bytes":
      return (
        type.kind === "bytes" || (type.kind === "list" && type.element.kind === "int" && type.element.alias === "byte")
      );
    case "error":
      return type.kind === "named" && (type.symbol.name === "error" || type.symbol.form === "exception");
    case "list":
      return type.kind === "list" && inside(first, type.element);
    case "set":
      return type.kind === "set" && inside(first, type.element);
    case "dict":
      return type.kind === "dict" && inside(first, type.key) && inside(second, type.value);
    case "tuple":
      return type.kind === "tuple";
    case "character":
      return type.kind === "string" && type.character === true;
    case "elements":
      return elementOf(type) !== undefined && inside(first, elementOf(type)!);
    case "iterable":
      return inside(first, elementOf(type) ?? { kind: "unknown" }) && elementOf(type) !== undefined;
    case "function":
      return type.kind === "function";
    case "generator":
      return type.kind === "iterator" && type.source === "generator";
    case "channel":
      return type.kind === "channel" && inside(first, type.element);
    case "seconds":
      return type.kind === "float" || type.kind === "int";
    default:
      return fitsLibraryType(name, type);
  }
}

function elementOf(type: Type): Type | undefined {
  if (type.kind === "list" || type.kind === "set" || type.kind === "iterator" || type.kind === "array")
    return type.element;
  if (type.kind === "dict") return type.key;
  return type.kind === "string" ? { kind: "string", character: true } : undefined;
}

/** A type of a library by its path, behind a pointer as well. */
function fitsLibraryType(path: string, type: Type): boolean {
  const bare = type.kind === "pointer" ? type.target : type;
  if (bare.kind !== "named") return false;
  const { module, name } = bare.symbol;
  return path === `${module}.${name}` || path === `${module.slice(module.lastIndexOf("/") + 1)}.${name}`;
}

/** The type that a pattern demands of a value that fits it, for conversions: a float, or what a type variable stands for. */
export function demanded(pattern: TypePattern, variables: TypeVariables): Type | undefined {
  if (pattern.kind === "variable") return variables.get(pattern.name);
  if (pattern.kind === "name" && (pattern.name === "float" || pattern.name === "seconds"))
    return { kind: "float", bits: 64 };
  return undefined;
}
