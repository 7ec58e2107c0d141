import type { Decorated } from "../base/syntax-node.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type { DeclarationBase, IrBase } from "./base.ts";
import type { Expression, Statement } from "./node.ts";
import type { FieldRules, RequestInput } from "./web.ts";

// Declarations

export interface Parameter extends IrBase {
  readonly binding: Binding;
  readonly type: Type;
  readonly defaultValue?: Expression | undefined;
  readonly kind: "positional" | "keyword" | "variadic" | "keywords";
  /** What fills it in where a request calls the function, as far as the parameter says so. */
  readonly input?: RequestInput | undefined;
}
/** `results` has the bindings of Go's named results. `symbol` is the class that a method belongs to. `outer`: see Closure. */
export interface Function extends DeclarationBase {
  readonly kind: "Function";
  readonly binding: Binding;
  readonly name: string;
  readonly typeParameters: readonly Type[];
  readonly parameters: readonly Parameter[];
  readonly result: Type;
  readonly results?: readonly Binding[] | undefined;
  readonly body: readonly Statement[];
  readonly flavour: "function" | "instance" | "class" | "static" | "property" | "setter" | "abstract";
  readonly receiver?: Binding | undefined;
  readonly pointerReceiver?: boolean | undefined;
  readonly symbol?: TypeSymbol | undefined;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly decorators: readonly Expression[];
  readonly innerComments?: Decorated | undefined;
  readonly outer?: readonly Binding[] | undefined;
  /** Lifted from Go with a tuple as its result: several results. */
  readonly several?: boolean | undefined;
  /** Python: where the zero values of type parameters come from, by the names that they have here. */
  readonly zeros?: readonly { readonly parameter: string; readonly value: Expression }[] | undefined;
  /** Of `__exit__`: the parameters as Python has them; `parameters` are those of Go. */
  readonly exit?: readonly Parameter[] | undefined;
  /** `@contextmanager`: in Go it takes the block of the `with` as a function, which it calls where it yields. */
  readonly manages?: { readonly block: Binding; readonly id: string; readonly given: Type } | undefined;
}
export interface RecordField extends IrBase, Decorated {
  readonly name: string;
  readonly type: Type;
  readonly defaultValue?: Expression | undefined;
  readonly defaultFactory?: Expression | undefined;
  readonly embedded?: boolean | undefined;
  readonly tag?: string | undefined;
  readonly documentation?: string | undefined;
  /** The options of `field(…)` that are booleans: `repr`, `compare`, `hash`, `init`, `kw_only`. */
  readonly options?: Readonly<globalThis.Record<string, boolean>> | undefined;
  /** Of a model that is read from outside. */
  readonly rules?: FieldRules | undefined;
}
/** A parameter of the constructor that Python makes from the fields. `initOnly`: handed to `__post_init__` and not kept. */
export interface RecordParameter {
  readonly name: string;
  readonly type: Type;
  readonly defaultValue?: Expression | undefined;
  readonly defaultFactory?: Expression | undefined;
  readonly initOnly: boolean;
}
/**
 * A class or struct. `initializer`: an `__init__` written by hand; without one, `parameters` are what the constructor takes (those of bases included), or
 * none is made.
 */
export interface Record extends DeclarationBase {
  readonly kind: "Record";
  readonly symbol: TypeSymbol;
  readonly binding: Binding;
  readonly bases: readonly Type[];
  readonly fields: readonly RecordField[];
  readonly classAttributes: readonly RecordField[];
  readonly initializer?: Function | undefined;
  readonly parameters?: readonly RecordParameter[] | undefined;
  readonly methods: readonly Function[];
  readonly dataclass: boolean;
  /** Objects are read from JSON, and checked. */
  readonly isModel?: boolean | undefined;
  readonly options: Readonly<globalThis.Record<string, boolean>>;
  readonly isException: boolean;
}
export interface Interface extends DeclarationBase {
  readonly kind: "Interface";
  readonly symbol: TypeSymbol;
  readonly binding: Binding;
  readonly methods: readonly Function[];
  readonly embedded: readonly Type[];
}
/** Members in order. `flavour` says how a value behaves when it is compared, combined and printed. */
export interface Enumeration extends DeclarationBase {
  readonly kind: "Enumeration";
  readonly symbol: TypeSymbol;
  readonly binding: Binding;
  readonly flavour: "plain" | "integer" | "string" | "flag";
  readonly members: readonly {
    readonly name: string;
    readonly value: Expression;
    readonly decoration?: Decorated | undefined;
  }[];
  readonly methods: readonly Function[];
}
/** Go's `type A B` and `type A = B`; Python's `type A = B`, NewType. `methods` those of a defined type that is no struct. */
export interface TypeDefinition extends DeclarationBase {
  readonly kind: "TypeDefinition";
  readonly symbol: TypeSymbol;
  readonly binding: Binding;
  readonly underlying: Type;
  readonly isAlias: boolean;
  readonly methods: readonly Function[];
}
/** A variable or constant of the module or package. */
export interface Global extends DeclarationBase {
  readonly kind: "Global";
  readonly target: Expression;
  readonly value?: Expression | undefined;
  readonly typed: boolean;
  readonly constant: boolean;
  readonly group?: string | undefined;
}
export interface Import extends DeclarationBase {
  readonly kind: "Import";
  readonly path: string;
  readonly names: readonly { readonly name: string; readonly alias?: string | undefined }[];
  readonly alias?: string | undefined;
  /** A package about which nothing is known, whose names are kept. */
  readonly external?: boolean | undefined;
}
/** Statements of a module that run when it is loaded (`guarded`: under `if __name__ == "__main__"`), and the body of Go's `main` where it came from one. */
export interface TopLevel extends DeclarationBase {
  readonly kind: "TopLevel";
  readonly body: readonly Statement[];
  readonly guarded: boolean;
}
export interface OpaqueDeclaration extends DeclarationBase {
  readonly kind: "OpaqueDeclaration";
  readonly text: string;
  readonly code: string;
  readonly message: string;
  readonly names: readonly string[];
}
