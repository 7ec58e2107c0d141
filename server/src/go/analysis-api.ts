import type { Binding } from "../types/binding.ts";
import type { FieldType, MethodSignature, Type, TypeSymbol } from "../types/type.ts";
import type { CallExpr, Decl, Expr, File, FuncDecl, GoNode, Ident, SelectorExpr, TypeSpec } from "./tree.ts";

/**
 * What an expression stands for. `commaOk`: a receive or type assertion, `map index`: an element of a map; both may give a second value.
 * `variable` is addressable, `value` is not. `novalue`: a call without results.
 */
export type Mode =
  "value" | "variable" | "constant" | "type" | "package" | "builtin" | "commaOk" | "novalue" | "map index" | "invalid";

/** One error that the Go compiler would report. `code` is stable, lower-case and hyphenated. */
export interface GoError {
  readonly node: GoNode;
  /** In the words of the Go compiler, where it has some. */
  readonly message: string;
  readonly code: GoErrorCode;
  /** The path of the file, as handed in. */
  readonly path: string;
  /** The declaration that was checked when it was found, where it was one. */
  readonly decl?: Decl;
}

export type GoErrorCode =
  | "undefined"
  | "duplicate-declaration"
  | "mismatched-types"
  | "not-assignable"
  | "invalid-operation"
  | "invalid-conversion"
  | "constant-overflow"
  | "division-by-zero"
  | "assignment-mismatch"
  | "not-addressable"
  | "argument-count"
  | "not-a-type"
  | "not-an-expression"
  | "not-used"
  | "unused-variable"
  | "unused-import"
  | "missing-return"
  | "missing-field"
  | "missing-method"
  | "ambiguous-selector"
  | "invalid-literal"
  | "invalid-declaration"
  | "invalid-recursive-type"
  | "no-new-variables"
  | "cannot-infer"
  | "type-arguments"
  | "label"
  | "misplaced"
  | "duplicate-case"
  | "invalid-range"
  | "invalid-index"
  | "syntax";

/** One embedded field that a selection passes through. */
export interface SelectionStep {
  readonly name: string;
  readonly type: Type;
}

/** What `x.sel` selects. */
export interface Selection {
  readonly kind: "field" | "method" | "methodExpr" | "package";
  /** The embedded fields passed through, outermost first. */
  readonly path: readonly SelectionStep[];
  /** Whether a pointer is followed on the way, `x` itself included. */
  readonly indirect: boolean;
  /** The type that declares the field or method, without pointer; absent for anonymous structs and interfaces. */
  readonly symbol?: TypeSymbol | undefined;
  readonly field?: FieldType | undefined;
  /** With the type arguments of the receiver put in. */
  readonly method?: MethodSignature | undefined;
  /** For `package`: the import path. */
  readonly packagePath?: string | undefined;
}

/** What a call calls. */
export interface CallTarget {
  /** `function` and `method` are known declarations, `value` is a function value, `method` includes methods of interfaces. */
  readonly kind: "function" | "method" | "conversion" | "builtin" | "value";
  /** Of functions and methods: the import path of the declaring package, "" for the program's own. */
  readonly packagePath?: string | undefined;
  readonly name?: string | undefined;
  /** The type that declares the method, without pointer. */
  readonly receiver?: TypeSymbol | undefined;
  /** Explicit and inferred ones. */
  readonly typeArguments?: readonly Type[] | undefined;
  /** In the program's own files. */
  readonly declaration?: FuncDecl | undefined;
  /** The instantiated signature. Absent for conversions and builtins. */
  readonly signature?: Extract<Type, { kind: "function" }> | undefined;
}

/** A file of a program. */
export interface GoSourceFile {
  readonly path: string;
  readonly tree: File;
  /** The import path of its package; files with the same path and package clause are one package. Empty when absent. */
  readonly importPath?: string | undefined;
}

/** The declarations of packages outside of the program. */
export interface GoPackages {
  /** The import path, and the package's declarations as Go source; bodies may be left out. */
  readonly stubs: Readonly<Record<string, string>>;
  /** Reads one such source. Handed in because the reader needs the grammar. */
  readonly read: (text: string) => File;
}

/** Everything that is known statically about a program. Total: asking about an unknown node gives `unknown`, `invalid` or undefined. */
export interface GoAnalysis {
  /**
   * The static type of a value, the type that a type expression denotes, a tuple for a call with several results, `none` for one without.
   * Untyped constants have the type of their context or their default type; `nil` the type of its context, else untyped nil.
   * Of `v, ok` forms the type of the first value.
   */
  typeOf(node: Expr): Type;
  modeOf(node: Expr): Mode;
  /** Of constant expressions. Integers (runes too) are a bigint, floats the nearest double; complex constants give undefined. */
  constantOf(node: Expr): bigint | number | string | boolean | undefined;
  /** Of a use or a definition. Fields and methods have none (see `selectionOf`); `_` has none. */
  bindingOf(node: Ident): Binding | undefined;
  selectionOf(node: SelectorExpr): Selection | undefined;
  callOf(node: CallExpr): CallTarget | undefined;
  /** Whether an import path names a package of which no declaration is known. */
  isExternal(path: string): boolean;
  symbolOf(node: TypeSpec): TypeSymbol | undefined;
  /** What the answers about a top-level declaration rest on: the same object as long as it need not be checked again, in later analyses too. */
  versionOf(node: Decl): object | undefined;
  /** The methods declared for the type in the program's files, in order. */
  methodsOf(symbol: TypeSymbol): readonly FuncDecl[];
  /** In the order of the files and of their declarations. */
  readonly errors: readonly GoError[];
}
