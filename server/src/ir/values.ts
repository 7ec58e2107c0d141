import type { Binding } from "../types/binding.ts";
import type { NamedType, Type, TypeSymbol } from "../types/type.ts";
import type { ExpressionBase } from "./base.ts";
import type { Expression } from "./node.ts";

// Literals

export interface IntegerLiteral extends ExpressionBase {
  readonly kind: "IntegerLiteral";
  readonly value: bigint;
  readonly text?: string | undefined;
}
export interface FloatLiteral extends ExpressionBase {
  readonly kind: "FloatLiteral";
  readonly value: number;
  readonly text?: string | undefined;
}
export interface ComplexLiteral extends ExpressionBase {
  readonly kind: "ComplexLiteral";
  readonly imaginary: number;
}
export interface StringLiteral extends ExpressionBase {
  readonly kind: "StringLiteral";
  readonly value: string;
}
/** One code unit (0 to 255) for each byte. */
export interface BytesLiteral extends ExpressionBase {
  readonly kind: "BytesLiteral";
  readonly value: string;
}
export interface BooleanLiteral extends ExpressionBase {
  readonly kind: "BooleanLiteral";
  readonly value: boolean;
}
/** A code point written as a character: Go's `'a'`. Its type is an integer. */
export interface CharacterLiteral extends ExpressionBase {
  readonly kind: "CharacterLiteral";
  readonly value: number;
}
/** Python's `None`, Go's `nil`. */
export interface NoneLiteral extends ExpressionBase {
  readonly kind: "NoneLiteral";
}
/** What Go gives a variable of this type that is not initialised. */
export interface ZeroValue extends ExpressionBase {
  readonly kind: "ZeroValue";
}

// Names and members

export interface Variable extends ExpressionBase {
  readonly kind: "Variable";
  readonly binding: Binding;
}
/** A data member. `path` names the embedded fields that are passed through, outermost first. */
export interface Field extends ExpressionBase {
  readonly kind: "Field";
  readonly object: Expression;
  readonly name: string;
  readonly member:
    "field" | "property" | "classAttribute" | "method" | "enumMember" | "enumName" | "enumValue" | "embedded";
  readonly path?: readonly string[] | undefined;
}

// Operators. Operands of Arithmetic, Divide … have the node's own type already: lifting inserts Convert where Python widens silently.

export interface Arithmetic extends ExpressionBase {
  readonly kind: "Arithmetic";
  /** Go: the program relies on the result being cut to 64 bits with a sign. */
  readonly wraps?: boolean | undefined;
  readonly operator: "add" | "subtract" | "multiply";
  readonly left: Expression;
  readonly right: Expression;
}
/** Division of floats or complex numbers. */
export interface Divide extends ExpressionBase {
  readonly kind: "Divide";
  readonly left: Expression;
  readonly right: Expression;
}
/** Division with an integral result: of integers, or Python's `//` of floats. */
export interface IntegerDivide extends ExpressionBase {
  readonly kind: "IntegerDivide";
  readonly rounding: "floor" | "truncate";
  readonly left: Expression;
  readonly right: Expression;
}
/** `floor`: the sign of the divisor, as in Python; `truncate`: the sign of the dividend, as in Go. */
export interface Remainder extends ExpressionBase {
  readonly kind: "Remainder";
  readonly rounding: "floor" | "truncate";
  readonly left: Expression;
  readonly right: Expression;
}
/** `modulus`: of integers, the remainder of the power alone. */
export interface Power extends ExpressionBase {
  readonly kind: "Power";
  readonly left: Expression;
  readonly right: Expression;
  readonly modulus?: Expression | undefined;
}
export interface Bitwise extends ExpressionBase {
  readonly kind: "Bitwise";
  /** Go: the program relies on the result being cut to 64 bits with a sign. */
  readonly wraps?: boolean | undefined;
  readonly operator: "and" | "or" | "xor" | "andNot" | "shiftLeft" | "shiftRight";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Negate extends ExpressionBase {
  readonly kind: "Negate";
  /** Go: the program relies on the result being cut to 64 bits with a sign. */
  readonly wraps?: boolean | undefined;
  readonly operand: Expression;
}
/** Bitwise complement. */
export interface Complement extends ExpressionBase {
  readonly kind: "Complement";
  readonly operand: Expression;
}
/** Joins strings, bytes, lists or tuples into a new one. */
export interface Concatenate extends ExpressionBase {
  readonly kind: "Concatenate";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Repeat extends ExpressionBase {
  readonly kind: "Repeat";
  readonly sequence: Expression;
  readonly count: Expression;
}
export interface SetOperation extends ExpressionBase {
  readonly kind: "SetOperation";
  readonly operator: "union" | "intersection" | "difference" | "symmetricDifference";
  readonly left: Expression;
  readonly right: Expression;
}
export type ComparisonOperator = "equal" | "notEqual" | "less" | "lessEqual" | "greater" | "greaterEqual";
/** Both operands are evaluated. Ordering and equality are by value as the source language defines them for the operand types. */
export interface Compare extends ExpressionBase {
  readonly kind: "Compare";
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** Whether both are the same object (`is`; `==` of pointers). */
export interface Identical extends ExpressionBase {
  readonly kind: "Identical";
  readonly left: Expression;
  readonly right: Expression;
  readonly negated: boolean;
}
/** Whether the operand is None or nil. */
export interface IsNone extends ExpressionBase {
  readonly kind: "IsNone";
  readonly operand: Expression;
  readonly negated: boolean;
}
/** `element in container`: element of a list, set, tuple; key of a dict; substring of a string. */
export interface Membership extends ExpressionBase {
  readonly kind: "Membership";
  readonly element: Expression;
  readonly container: Expression;
  readonly negated: boolean;
}
/** Short-circuit `and`/`or` of two booleans. */
export interface Logical extends ExpressionBase {
  readonly kind: "Logical";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
/** Python's `and`/`or` where a value, not a truth, is wanted. */
export interface Either extends ExpressionBase {
  readonly kind: "Either";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Not extends ExpressionBase {
  readonly kind: "Not";
  readonly operand: Expression;
}
/** Python's truthiness of a value that is not a boolean, as a boolean. */
export interface Truth extends ExpressionBase {
  readonly kind: "Truth";
  readonly operand: Expression;
  /** Whether the boolean itself is asked for, as by `bool(x)`, rather than a condition, which Python tests without it. */
  readonly explicit?: boolean | undefined;
}
export interface Conditional extends ExpressionBase {
  readonly kind: "Conditional";
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}
/** Assigns and gives the value (`:=` of Python). */
export interface AssignmentExpression extends ExpressionBase {
  readonly kind: "AssignmentExpression";
  readonly target: Variable;
  readonly value: Expression;
}

// Calls

/** One argument. `name` where the source passes it by keyword and the callee is not known; `spread` for `*xs`, `xs...`; `keywords` for `**xs`. */
export interface Argument {
  readonly value: Expression;
  readonly name?: string | undefined;
  readonly spread?: "positional" | "keywords" | undefined;
}
/** A call of a function of the program or of a function value. Arguments are in the order of the parameters; see DefaultArgument. */
export interface Call extends ExpressionBase {
  readonly kind: "Call";
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  readonly typeArguments?: readonly Type[] | undefined;
  /** Go: what the type parameters of the function stand for, written or inferred. */
  readonly instantiation?: readonly Type[] | undefined;
}
/** A call of a method of the program. `symbol` declares it; `viaSuper` for `super().name(…)`. `receiver` is a class object for class methods. */
export interface MethodCall extends ExpressionBase {
  readonly kind: "MethodCall";
  readonly receiver: Expression;
  readonly method: string;
  readonly symbol?: TypeSymbol | undefined;
  readonly arguments: readonly Argument[];
  readonly viaSuper?: boolean | undefined;
  readonly path?: readonly string[] | undefined;
}
/** Stands for a parameter that the call leaves to its default. `value` is the default's expression, to be evaluated once at definition in Python. */
export interface DefaultArgument extends ExpressionBase {
  readonly kind: "DefaultArgument";
  readonly parameter: string;
  readonly value: Expression;
}
/** A call, attribute or constant of a library that a row describes. `captures` by metavariable name; that of a variadic one is a list. `variables`: what the row's type variables stand for. */
export interface LibraryCall extends ExpressionBase {
  readonly kind: "LibraryCall";
  readonly row: string;
  readonly captures: Readonly<globalThis.Record<string, Expression>>;
  readonly variables?: Readonly<globalThis.Record<string, Type>> | undefined;
  /** The call reads a value of a type that only the place where it is used can tell. */
  readonly typed?: "open" | "known" | undefined;
  /** The capture that is a list whose length the call changes. */
  readonly grows?: string | undefined;
  /** Nothing that the call does or gives depends on the order of the dicts that it is given. */
  readonly ignoresOrder?: boolean | undefined;
  /** The source's call gives a value that the target's does not have, and the value is used. */
  readonly dropsResult?: boolean | undefined;
}
/** A value as the text of JSON, as Python's `json.dumps` writes it; `indent` is what each level is moved in by. */
export interface JsonText extends ExpressionBase {
  readonly kind: "JsonText";
  readonly value: Expression;
  readonly indent?: string | undefined;
  readonly sorted: boolean;
  /** Without blanks. */
  readonly isCompact?: boolean | undefined;
  /** Characters outside of ASCII stand for themselves. */
  readonly isPlain?: boolean | undefined;
}
/** A library call that no row describes: kept by name. `path` is the dotted name (`requests.get`, `net/http.Get`) or the method's name with a receiver. */
export interface UnknownCall extends ExpressionBase {
  readonly kind: "UnknownCall";
  readonly path: string;
  readonly receiver?: Expression | undefined;
  readonly arguments: readonly Argument[];
}
/** A name of a package that is not known, kept as it is. `package` is its import path, `qualifier` what the source calls the package. Without a package: a name that nothing in the program declares. */
export interface ExternalName extends ExpressionBase {
  readonly kind: "ExternalName";
  readonly package: string;
  readonly qualifier: string;
  readonly name: string;
  readonly role: "function" | "type" | "value";
}
/** Runs the constructor of a class of the program (`__init__`), or of an exception. `bare`: written as the class alone (`raise Stop`). */
export interface New extends ExpressionBase {
  readonly kind: "New";
  readonly arguments: readonly Argument[];
  readonly bare?: boolean | undefined;
  /** What a base class contributes to an object of a derived one: the struct that Go embeds. */
  readonly embedded?: boolean | undefined;
}
/** A record made from fields; those left out have their zero value (Go) or default (Python dataclass). `pointer`: Go's `&T{…}`. */
export interface RecordLiteral extends ExpressionBase {
  readonly kind: "RecordLiteral";
  readonly fields: readonly { readonly name: string; readonly value: Expression }[];
  /** What the embedded structs are, by the base class that each stands for. */
  readonly bases?: readonly { readonly base: NamedType; readonly value: Expression }[] | undefined;
}
/** A conversion to the node's type with the meaning of Go's conversions and Python's constructors between numbers, strings and lists of bytes or code points. `clamps`: a number that the type cannot hold becomes the nearest one that it can. */
export interface Convert extends ExpressionBase {
  readonly kind: "Convert";
  readonly operand: Expression;
  readonly clamps?: boolean | undefined;
}
/** The same value under another static type, which costs nothing in either language (defined types, upcasts, narrowing that was proven). */
export interface Cast extends ExpressionBase {
  readonly kind: "Cast";
  readonly operand: Expression;
}
/** A copy of a value of struct or array type, where Go copies and Python would share. */
export interface Copy extends ExpressionBase {
  readonly kind: "Copy";
  readonly operand: Expression;
}
export interface AddressOf extends ExpressionBase {
  readonly kind: "AddressOf";
  readonly operand: Expression;
}
export interface Dereference extends ExpressionBase {
  readonly kind: "Dereference";
  readonly operand: Expression;
}
/** Go's `x.(T)`; with `commaOk` the type is a tuple of T and bool, else it panics. */
export interface TypeAssertion extends ExpressionBase {
  readonly kind: "TypeAssertion";
  readonly operand: Expression;
  readonly target: Type;
  readonly commaOk: boolean;
}
/** `isinstance(x, (A, B))`. */
export interface TypeTest extends ExpressionBase {
  readonly kind: "TypeTest";
  readonly operand: Expression;
  readonly targets: readonly Type[];
}

// Elements. `wraps`: a negative index counts from the end, as in Python. `unit` says what is counted in a string.

export type Unit = "element" | "byte" | "character";
export interface Index extends ExpressionBase {
  readonly kind: "Index";
  readonly object: Expression;
  readonly index: Expression;
  readonly unit: Unit;
  readonly wraps: boolean;
}
/** A read of a dict: a missing key raises, gives the zero value, or gives (value, present). As a target of an assignment `missing` has no meaning. */
export interface Lookup extends ExpressionBase {
  readonly kind: "Lookup";
  readonly map: Expression;
  readonly key: Expression;
  readonly missing: "raise" | "zero" | "commaOk";
}
/**
 * `shares`: the slice is a window on the same elements (Go), not a copy (Python). `clamps`: bounds outside are cut to fit (Python), not errors (Go).
 * `ascending`: the step is known to be above zero.
 */
export interface Slice extends ExpressionBase {
  readonly kind: "Slice";
  readonly object: Expression;
  readonly low?: Expression | undefined;
  readonly high?: Expression | undefined;
  readonly step?: Expression | undefined;
  readonly ascending?: boolean | undefined;
  readonly maximum?: Expression | undefined;
  readonly unit: Unit;
  readonly wraps: boolean;
  readonly clamps: boolean;
  readonly shares: boolean;
}
export interface Length extends ExpressionBase {
  readonly kind: "Length";
  readonly operand: Expression;
  readonly unit: Unit;
}
