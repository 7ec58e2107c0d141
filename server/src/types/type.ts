/**
 * The one lattice of types that both languages are described in. `unknown` is its bottom (no evidence yet) and `any` its top (evidence that
 * nothing narrower holds). Types are immutable values; only a TypeSymbol has identity and is completed while declarations are bound.
 */
export type Type =
  | UnknownType
  | AnyType
  | NoneType
  | BoolType
  | IntType
  | FloatType
  | ComplexType
  | StringType
  | BytesType
  | ListType
  | ArrayType
  | TupleType
  | DictType
  | SetType
  | IteratorType
  | AwaitableType
  | OptionalType
  | UnionType
  | PointerType
  | ChannelType
  | FunctionType
  | NamedType
  | TypeParameterType
  | ClassObjectType
  | ModuleType
  | StructType
  | InterfaceType
  | UntypedType;

/** No evidence. A variable that ends as `unknown` becomes a type parameter or `any`, with a caveat. */
export interface UnknownType {
  readonly kind: "unknown";
}
/** Anything at all: Go's `any`, Python's `Any` and `object`. */
export interface AnyType {
  readonly kind: "any";
}
/** Python's `None`; as a function's result, no result in either language. */
export interface NoneType {
  readonly kind: "none";
}
export interface BoolType {
  readonly kind: "bool";
}
/** An integer. Python's `int` is unbounded, and "large" where evidence shows that its values outgrow 64 bits; Go's `int` has the size "word". */
export interface IntType {
  readonly kind: "int";
  readonly size: "unbounded" | "large" | "word" | 8 | 16 | 32 | 64 | "pointer";
  readonly signed: boolean;
  /** Set where the source says `rune` or `byte`, since people then mean a character. */
  readonly alias?: "rune" | "byte";
  /** Evidence, not a bound: a constant of about this magnitude was seen among the values (see `magnitudeOf`). Absent for small ones. */
  readonly upTo?: number;
  /** The value is an integer literal that a variable begins with. */
  readonly start?: true;
}
/** `mixed`: among the values are integers, which Python shows without a fraction: always possible, or only while a variable still has its first value. */
export interface FloatType {
  readonly kind: "float";
  readonly bits: 32 | 64;
  readonly mixed?: "start" | "always";
}
export interface ComplexType {
  readonly kind: "complex";
  readonly bits: 64 | 128;
}
/** Text: Python's `str`, Go's `string`. `character` says that the value is known to hold exactly one code point. */
export interface StringType {
  readonly kind: "string";
  readonly character?: true;
}
/** Python's `bytes` and `bytearray` (`mutable`). Go's `[]byte` is a list of bytes. */
export interface BytesType {
  readonly kind: "bytes";
  readonly mutable?: true;
}
/** Python's `list`, Go's slice. `variant` tells Python's `collections.deque` apart. */
export interface ListType {
  readonly kind: "list";
  readonly element: Type;
  readonly variant?: "deque";
}
/** Go's array: a value, copied on assignment. */
export interface ArrayType {
  readonly kind: "array";
  readonly length: number;
  readonly element: Type;
}
/** Python's tuple, or the several results of a Go call. With `rest`, any number of further elements of that type (`tuple[int, ...]`). */
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
  readonly rest?: Type;
}
/**
 * `ordered` is false for Go's map, whose order of iteration is unspecified. `variant` tells Python's subclasses apart. `plain`: a map of Go also where
 * dicts of the type keep the order of insertion there.
 */
export interface DictType {
  readonly kind: "dict";
  readonly key: Type;
  readonly value: Type;
  readonly plain?: true;
  readonly variant?: "defaultdict" | "counter" | "ordered";
}
export interface SetType {
  readonly kind: "set";
  readonly element: Type;
  readonly frozen?: true;
}
/** What can be iterated once (`iterator`, generators included) or again (`iterable`: range, dict views, map, zip, iter.Seq). */
export interface IteratorType {
  readonly kind: "iterator";
  readonly element: Type;
  /** What made it, where that matters to lowering: "range", "keys", "values", "items", "enumerate", "zip", "generator", "sequence2" … */
  readonly source?: string;
  /** Going through it can raise what a program catches, so that Go gives an error with each value (`iter.Seq2[T, error]`). Set for Go alone. */
  readonly fails?: true;
}
/** A coroutine, task or future. */
export interface AwaitableType {
  readonly kind: "awaitable";
  readonly result: Type;
  readonly task?: true;
}
export interface OptionalType {
  readonly kind: "optional";
  readonly inner: Type;
}
export interface UnionType {
  readonly kind: "union";
  readonly members: readonly Type[];
}
export interface PointerType {
  readonly kind: "pointer";
  readonly target: Type;
}
/** A Go channel, or a Python queue (`asyncio.Queue`, `queue.Queue`), which are one idea. */
export interface ChannelType {
  readonly kind: "channel";
  readonly element: Type;
  readonly direction: "both" | "send" | "receive";
  /** Python: the path of the queue's class, such as "asyncio.Queue" or "queue.Queue". */
  readonly queue?: string;
}
export interface ParameterType {
  readonly name?: string;
  readonly type: Type;
  readonly optional?: boolean;
  readonly kind?: "positional" | "keyword" | "variadic" | "keywords";
}
export interface FunctionType {
  readonly kind: "function";
  readonly parameters: readonly ParameterType[];
  /** `none` for no result; a tuple for Go's several results. */
  readonly result: Type;
  readonly typeParameters?: readonly TypeParameterType[];
}
/** A use of a declared type: a class, a struct, an interface, a defined type, an exception, an enum. */
export interface NamedType {
  readonly kind: "named";
  readonly symbol: TypeSymbol;
  readonly arguments: readonly Type[];
}
export interface TypeParameterType {
  readonly kind: "parameter";
  readonly name: string;
  readonly constraint?: Type;
  /** Tells parameters of one name in two declarations apart. */
  readonly owner?: string;
}
/** A class used as a value: `Foo` in `Foo(1)` or `except Foo`. */
export interface ClassObjectType {
  readonly kind: "class";
  readonly instance: Type;
}
export interface ModuleType {
  readonly kind: "module";
  readonly path: string;
}
export interface FieldType {
  readonly name: string;
  readonly type: Type;
  readonly embedded?: boolean;
  readonly tag?: string;
}
export interface StructType {
  readonly kind: "struct";
  readonly fields: readonly FieldType[];
}
export interface MethodType {
  readonly name: string;
  readonly type: FunctionType;
}
/** An anonymous interface: methods, embedded types, and for constraints the terms of a union (`~int | string`). */
export interface InterfaceType {
  readonly kind: "interface";
  readonly methods: readonly MethodType[];
  readonly embedded: readonly Type[];
  readonly terms?: readonly { readonly tilde: boolean; readonly type: Type }[];
}
/** An untyped constant of Go before its context decides. Never the type of a finished expression, except for `nil`. */
export interface UntypedType {
  readonly kind: "untyped";
  readonly basis: "bool" | "int" | "rune" | "float" | "complex" | "string" | "nil";
}

/** What a type name stands for. One object for each declaration; `fields`, `methods`, `bases` and `underlying` are filled in by the binder. */
export interface TypeSymbol {
  readonly name: string;
  /** The module or package path that declares it; empty for the program's own, "builtins" for Python's and "universe" for Go's. */
  readonly module: string;
  readonly form: "record" | "interface" | "exception" | "enum" | "defined" | "alias" | "builtin";
  typeParameters: readonly TypeParameterType[];
  fields: Map<string, FieldType>;
  methods: Map<string, MethodSignature>;
  /** Base classes, or embedded types, in order. */
  bases: readonly Type[];
  /** Go: the underlying type. Absent for Python classes. */
  underlying?: Type;
  /** Facts about the class that matter to its counterpart. */
  frozen?: boolean;
  abstract?: boolean;
  /** Python: what is made for the class by `@dataclass` or `NamedTuple`. */
  made?: MadeMethods;
  /** Python: a derived class compares its objects by value. */
  comparesInDerived?: boolean;
  /** Python: what is known of an enumeration. */
  enumeration?: EnumerationFacts;
}

/** A member of an enumeration, with its value where that is a constant. */
export interface EnumerationMember {
  readonly name: string;
  readonly number?: bigint;
  readonly text?: string;
  /** Another name of an earlier member, or of several flags: not gone through. */
  readonly isAlias: boolean;
}

/**
 * An enumeration of Python. `basis`: what its values are; a "record" has an `__init__` that takes them apart. `showsValue`: as text it is its value, not
 * its name.
 */
export interface EnumerationFacts {
  readonly flavour: "plain" | "integer" | "string" | "flag";
  readonly basis: "int" | "string" | "record" | "other";
  readonly showsValue: boolean;
  readonly members: readonly EnumerationMember[];
}

/** The methods that Python makes for a class from its fields, and the fields that each looks at, those of the bases first. */
export interface MadeMethods {
  /** `==` compares these; undefined where objects are told apart. */
  readonly equality?: readonly string[];
  /** `<` and the like compare these. */
  readonly order?: readonly string[];
  /** `repr` shows these. */
  readonly text?: readonly string[];
  /** `@total_ordering` makes the missing comparisons from the one that is written. */
  readonly totalOrdering?: true;
}

export interface MethodSignature {
  readonly name: string;
  readonly type: FunctionType;
  readonly flavour: "instance" | "class" | "static" | "property";
  /** Go: declared on the pointer. */
  readonly pointerReceiver?: boolean;
}
