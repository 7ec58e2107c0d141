import type { NamedType, Type } from "../../types/type.ts";
import { methodSet } from "../../types/method-set.ts";
import { underlying } from "../lift/go-operators.ts";

/** The shapes that a class of Python can be derived from, or, of a function, stand for. */
const bases: ReadonlySet<Type["kind"]> = new Set([
  "int",
  "float",
  "bool",
  "string",
  "bytes",
  "list",
  "array",
  "dict",
  "function",
]);

/**
 * A defined type of Go that becomes a class of its own in Python, since it has methods: its values are made by calling the class. Structs and interfaces
 * are classes anyway; a defined type without methods is only a name for the type below it.
 */
export function definedClass(type: Type): NamedType | undefined {
  if (type.kind !== "named") return undefined;
  const { symbol } = type;
  if (symbol.module !== "" || symbol.underlying === undefined || symbol.methods.size === 0) return undefined;
  return bases.has(underlying(type).kind) ? type : undefined;
}

/** The attribute in which a boxed value stands. */
export function boxedField(type: NamedType): string {
  return type.symbol.methods.has("Value") ? "content" : "value";
}

/**
 * A defined type whose instances hold the value in an attribute instead of being it: one whose methods change a number or text through a pointer, or an
 * error, since Python's exceptions can be nothing besides.
 */
export function boxedClass(type: Type): NamedType | undefined {
  const defined = definedClass(type);
  if (defined === undefined) return undefined;
  const { methods } = defined.symbol;
  if (isErrorClass(defined)) return defined;
  const kind = underlying(type).kind;
  const isScalar = kind === "int" || kind === "float" || kind === "string" || kind === "bool";
  return isScalar && [...methods.values()].some((method) => method.pointerReceiver === true) ? defined : undefined;
}

/** Whether a defined type is an error, and so an exception class. */
export function isErrorClass(type: NamedType): boolean {
  return type.symbol.methods.get("Error")?.type.result.kind === "string";
}

/** A defined type with methods where the values can be changed in place: lists and dicts. */
export function definedCollection(type: Type): NamedType | undefined {
  const kind = underlying(type).kind;
  const isCollection = kind === "list" || kind === "dict" || kind === "array";
  return isCollection && boxedClass(type) === undefined ? definedClass(type) : undefined;
}

/** Whether values of the type show themselves by a method of the program: one of the value itself, since `fmt` cannot take the address of what it is given. */
export function hasTextMethod(type: Type): boolean {
  return textMethod(type, false);
}

/** Whether pointers to the type show themselves by a method of the program. */
export function pointerHasText(type: Type): boolean {
  return textMethod(type, true);
}

function textMethod(type: Type, isPointer: boolean): boolean {
  if (type.kind !== "named") return false;
  const methods = methodSet(type);
  return ["Error", "String"].some((name) => {
    const method = methods.get(name);
    if (method === undefined || method.signature.type.result.kind !== "string") return false;
    const isReached = method.path.some((field) => field.type.kind === "pointer");
    return isPointer || isReached || method.signature.pointerReceiver !== true;
  });
}
