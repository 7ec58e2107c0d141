import { anyType, boolType, byteType, runeType, stringType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { unsafePointer } from "./check-unsafe.ts";
import { DeclaredType } from "./check-symbols.ts";
import { boolConstant } from "./constants.ts";
import { untyped } from "./check-types.ts";
import { entity, Scope } from "./scope.ts";
import type { GoPackage } from "./scope.ts";

function predeclared(name: string, methods: readonly string[]): Type {
  const error: Type = {
    kind: "interface",
    embedded: [],
    methods: methods.map((method) => ({
      name: method,
      type: { kind: "function", parameters: [], result: stringType },
    })),
  };
  const symbol = new DeclaredType(name, "universe", "interface", {
    typeParameters: () => [],
    definition: () => error,
    methods: () => new Map(),
    recursive: () => undefined,
  });
  return { kind: "named", symbol, arguments: [] };
}

/** The predeclared type `error`. */
export const errorType: Type = predeclared("error", ["Error"]);

const comparableType: Type = predeclared("comparable", []);

function predeclaredTypes(): Record<string, Type> {
  const types: Record<string, Type> = {
    any: anyType,
    bool: boolType,
    byte: byteType,
    comparable: comparableType,
    error: errorType,
    rune: runeType,
    string: stringType,
  };
  types.int = { kind: "int", size: "word", signed: true };
  types.uint = { kind: "int", size: "word", signed: false };
  types.uintptr = { kind: "int", size: "pointer", signed: false };
  for (const size of [8, 16, 32, 64] as const) {
    types[`int${size}`] = { kind: "int", size, signed: true };
    types[`uint${size}`] = { kind: "int", size, signed: false };
  }
  types.float32 = { kind: "float", bits: 32 };
  types.float64 = { kind: "float", bits: 64 };
  types.complex64 = { kind: "complex", bits: 64 };
  types.complex128 = { kind: "complex", bits: 128 };
  return types;
}

const builtins = [
  "append",
  "cap",
  "clear",
  "close",
  "complex",
  "copy",
  "delete",
  "imag",
  "len",
  "make",
  "max",
  "min",
  "new",
  "panic",
  "print",
  "println",
  "real",
  "recover",
];

function makeUniverse(): Scope {
  const scope = new Scope(undefined);
  for (const [name, type] of Object.entries(predeclaredTypes())) {
    scope.declare(entity({ name, id: `universe.${name}`, kind: "builtin", role: "type", type, used: true }));
  }
  for (const name of builtins)
    scope.declare(entity({ name, id: `universe.${name}`, kind: "builtin", role: "builtin" }));
  for (const value of [true, false]) {
    const name = String(value);
    scope.declare(
      entity({
        name,
        id: `universe.${name}`,
        kind: "builtin",
        role: "constant",
        type: untyped("bool"),
        value: boolConstant(value),
      }),
    );
  }
  scope.declare(entity({ name: "iota", id: "universe.iota", kind: "builtin", role: "constant", type: untyped("int") }));
  scope.declare(entity({ name: "nil", id: "universe.nil", kind: "builtin", role: "nil", type: untyped("nil") }));
  return scope;
}

/** The block around all packages: predeclared types, constants, nil and functions. */
export const universe: Scope = makeUniverse();

function makeUnsafe(): GoPackage {
  const scope = new Scope(universe);
  const result: GoPackage = { path: "unsafe", name: "unsafe", scope, known: true, own: false };
  scope.declare(
    entity({ name: "Pointer", id: "unsafe.Pointer", kind: "type", role: "type", type: unsafePointer, package: result }),
  );
  for (const name of ["Add", "Alignof", "Offsetof", "Sizeof", "Slice", "SliceData", "String", "StringData"]) {
    scope.declare(entity({ name, id: `unsafe.${name}`, kind: "builtin", role: "builtin", package: result }));
  }
  return result;
}

/** Package unsafe, which no source defines. */
export const unsafePackage: GoPackage = makeUnsafe();
