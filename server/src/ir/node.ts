import type { Origin } from "../base/origin.ts";
import type { Decorated } from "../base/syntax-node.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type { Operation } from "./operations.ts";

export type * from "./operations.ts";

/*
 * The intermediate representation: what a program means, never how it is spelled. Lifting is faithful, so that a tree can go back to the
 * language it came from. Where the languages differ in meaning there are two nodes, or a field that says which meaning holds (`rounding`,
 * `unit`, `wraps`, `missing`). Nodes are immutable; passes make new ones. `sort` tells IR nodes from everything else.
 */

export interface IrBase {
  readonly origin?: Origin | undefined;
}
export interface ExpressionBase extends IrBase {
  readonly sort: "expression";
  /** A handler waits for the exception that Python raises when the operands do not fit, so that Go must test them. */
  readonly checked?: boolean | undefined;
  /** The static type of the value. Calls that give several results have a tuple. */
  readonly type: Type;
}
interface StatementBase extends IrBase, Decorated {
  readonly sort: "statement";
}
interface DeclarationBase extends IrBase, Decorated {
  readonly sort: "declaration";
  /** The doc comment or docstring, without markers, dedented. */
  readonly documentation?: string | undefined;
}

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
  readonly member: "field" | "property" | "classAttribute" | "method" | "enumMember";
  readonly path?: readonly string[] | undefined;
}

// Operators. Operands of Arithmetic, Divide … have the node's own type already: lifting inserts Convert where Python widens silently.

export interface Arithmetic extends ExpressionBase {
  readonly kind: "Arithmetic";
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
export interface Power extends ExpressionBase {
  readonly kind: "Power";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Bitwise extends ExpressionBase {
  readonly kind: "Bitwise";
  readonly operator: "and" | "or" | "xor" | "andNot" | "shiftLeft" | "shiftRight";
  readonly left: Expression;
  readonly right: Expression;
}
export interface Negate extends ExpressionBase {
  readonly kind: "Negate";
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
}
/** A library call that no row describes: kept by name. `path` is the dotted name (`requests.get`, `net/http.Get`) or the method's name with a receiver. */
export interface UnknownCall extends ExpressionBase {
  readonly kind: "UnknownCall";
  readonly path: string;
  readonly receiver?: Expression | undefined;
  readonly arguments: readonly Argument[];
}
/** Runs the constructor of a class of the program (`__init__`), or of an exception. `bare`: written as the class alone (`raise Stop`). */
export interface New extends ExpressionBase {
  readonly kind: "New";
  readonly arguments: readonly Argument[];
  readonly bare?: boolean | undefined;
}
/** A record made from fields; those left out have their zero value (Go) or default (Python dataclass). `pointer`: Go's `&T{…}`. */
export interface RecordLiteral extends ExpressionBase {
  readonly kind: "RecordLiteral";
  readonly fields: readonly { readonly name: string; readonly value: Expression }[];
}
/** A conversion to the node's type with the meaning of Go's conversions and Python's constructors between numbers, strings and lists of bytes or code points. */
export interface Convert extends ExpressionBase {
  readonly kind: "Convert";
  readonly operand: Expression;
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
/** `shares`: the slice is a window on the same elements (Go), not a copy (Python). `clamps`: bounds outside are cut to fit (Python), not errors (Go). */
export interface Slice extends ExpressionBase {
  readonly kind: "Slice";
  readonly object: Expression;
  readonly low?: Expression | undefined;
  readonly high?: Expression | undefined;
  readonly step?: Expression | undefined;
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

// Collections

export interface ListLiteral extends ExpressionBase {
  readonly kind: "ListLiteral";
  readonly elements: readonly Expression[];
}
/** Python's tuple, and Go's several values side by side (`a, b`), which are told apart by where they stand. Also the target of an unpacking. */
export interface TupleLiteral extends ExpressionBase {
  readonly kind: "TupleLiteral";
  readonly elements: readonly Expression[];
}
export interface SetLiteral extends ExpressionBase {
  readonly kind: "SetLiteral";
  readonly elements: readonly Expression[];
}
/** An entry without a key merges another dict (`**other`). */
export interface DictLiteral extends ExpressionBase {
  readonly kind: "DictLiteral";
  readonly entries: readonly { readonly key?: Expression | undefined; readonly value: Expression }[];
}
/** `*xs` inside a literal or as part of a target. */
export interface Spread extends ExpressionBase {
  readonly kind: "Spread";
  readonly operand: Expression;
}
export interface ComprehensionClause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
  readonly isAsync: boolean;
}
/** `key` for dicts only. An `iterator` is lazy. */
export interface Comprehension extends ExpressionBase {
  readonly kind: "Comprehension";
  readonly result: "list" | "set" | "dict" | "iterator";
  readonly key?: Expression | undefined;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}
/** The integers from `start` up to `stop` (exclusive) by `step`, which is not zero. */
export interface Range extends ExpressionBase {
  readonly kind: "Range";
  readonly start: Expression;
  readonly stop: Expression;
  readonly step: Expression;
}
/**
 * A view to iterate: `enumerate` gives (index, element), `entries` (key, value) of a dict, `runes` (byte offset, code point) of a Go string,
 * `characters` strings of one code point, `zip` tuples, `reversed` elements backwards. `start` for enumerate.
 */
export interface Iterate extends ExpressionBase {
  readonly kind: "Iterate";
  readonly form: "enumerate" | "entries" | "keys" | "values" | "runes" | "characters" | "zip" | "reversed";
  readonly operands: readonly Expression[];
  readonly start?: Expression | undefined;
}
/**
 * A function without a name; a Python lambda has one Return. A parameter with a default is a value kept from when the closure was made (`lambda x, i=i: …`).
 * `outer`: variables of enclosing functions or the module that the body assigns; `keeps`: variables of a loop's round whose value it keeps. Both for Python.
 */
export interface Closure extends ExpressionBase {
  readonly kind: "Closure";
  readonly parameters: readonly Parameter[];
  readonly result: Type;
  readonly results?: readonly Binding[] | undefined;
  readonly body: readonly Statement[];
  readonly outer?: readonly Binding[] | undefined;
  readonly keeps?: readonly Binding[] | undefined;
  readonly several?: boolean | undefined;
  /** It waits for others somewhere, so that Python calls it with `await`. */
  readonly isAsync?: boolean | undefined;
}

// Text

/** The format mini-language of Python, to which Go's verbs are mapped. `type` is the presentation letter, or empty. */
export interface FormatSpecification {
  readonly fill?: string | undefined;
  readonly align?: "<" | ">" | "^" | "=" | undefined;
  readonly sign?: "+" | " " | undefined;
  readonly alternate?: boolean | undefined;
  readonly width?: Expression | number | undefined;
  readonly grouping?: "," | "_" | undefined;
  readonly precision?: Expression | number | undefined;
  readonly type: string;
}
/**
 * One piece of a formatted string. `style`: as `str()` shows it, as `repr()` does, as Go's `%v`, `%+v`, `%#v`, `%T` or `%q` do, or by the specification
 * alone. `verb` keeps Go's own spelling (`%5.2f`).
 */
export interface FormatPart {
  readonly value: Expression;
  readonly style:
    "str" | "repr" | "ascii" | "goValue" | "goFields" | "goSyntax" | "goType" | "goQuoted" | "specification";
  readonly specification?: FormatSpecification | undefined;
  readonly verb?: string | undefined;
}
export interface Format extends ExpressionBase {
  readonly kind: "Format";
  readonly parts: readonly (string | FormatPart)[];
}

// Errors as values

/** Makes an error or exception. `form` says which: a plain error with a message, or an instance of the type. `cause` for `%w`. */
export interface MakeError extends ExpressionBase {
  readonly kind: "MakeError";
  readonly message: Expression;
  readonly cause?: Expression | undefined;
}
/** `errors.Is`: whether the chain of `error` holds `target`. */
export interface ErrorIs extends ExpressionBase {
  readonly kind: "ErrorIs";
  readonly error: Expression;
  readonly target: Expression;
}
/** `errors.As`: whether the chain holds an error of the type, which is then stored in `target`; without a target a tuple of the error and whether there is one. */
export interface ErrorAs extends ExpressionBase {
  readonly kind: "ErrorAs";
  readonly error: Expression;
  readonly target?: Expression | undefined;
  readonly as: Type;
}

/** The name of the class of a value (`type(x).__name__`). */
export interface TypeName extends ExpressionBase {
  readonly kind: "TypeName";
  readonly operand: Expression;
}
/** The error that caused this one, or nothing. */
export interface ErrorCause extends ExpressionBase {
  readonly kind: "ErrorCause";
  readonly operand: Expression;
}
/** Go's `recover()`. */
export interface Recover extends ExpressionBase {
  readonly kind: "Recover";
}
/** The value of the panic that an exception stands for. */
export interface Recovered extends ExpressionBase {
  readonly kind: "Recovered";
  readonly operand: Expression;
}

/** A manager that runs the calls put on it when it is left, last first (`contextlib.ExitStack`). */
export interface CleanupStack extends ExpressionBase {
  readonly kind: "CleanupStack";
}

// Concurrency

/** Waits for a coroutine or task. `entry`: from outside of every coroutine (`asyncio.run`). */
export interface Await extends ExpressionBase {
  readonly kind: "Await";
  readonly operand: Expression;
  readonly entry?: boolean | undefined;
}
/** Waits for so many seconds. `blocks`: stops the whole thread (Python's `time.sleep`). */
export interface Sleep extends ExpressionBase {
  readonly kind: "Sleep";
  readonly seconds: Expression;
  readonly blocks: boolean;
}
/** Says that nothing more will be sent. */
export interface CloseChannel extends ExpressionBase {
  readonly kind: "CloseChannel";
  readonly channel: Expression;
}
export type SynchronizeForm = "add" | "done" | "wait" | "go" | "lock" | "unlock" | "readLock" | "readUnlock" | "once";
/** An operation on a lock, a wait group and the like. `operands`: what it is given. */
export interface Synchronize extends ExpressionBase {
  readonly kind: "Synchronize";
  readonly form: SynchronizeForm;
  readonly object: Expression;
  readonly operands: readonly Expression[];
}
/** Waits until one of the cases can go on: a tuple of its number (-1: none of them, where there is a default), what it received, and whether that channel was open. */
export interface ChooseChannel extends ExpressionBase {
  readonly kind: "ChooseChannel";
  readonly cases: readonly { readonly channel: Expression; readonly value?: Expression | undefined }[];
  readonly hasDefault: boolean;
}
/** A channel that gives one value after so many seconds (`time.After`). */
export interface Timer extends ExpressionBase {
  readonly kind: "Timer";
  readonly seconds: Expression;
}
/** Receives from a channel or queue; with `commaOk` a tuple of the value and whether the channel was open. */
export interface Receive extends ExpressionBase {
  readonly kind: "Receive";
  readonly channel: Expression;
  readonly commaOk: boolean;
}
export interface MakeChannel extends ExpressionBase {
  readonly kind: "MakeChannel";
  readonly capacity?: Expression | undefined;
}
/** Starts a coroutine to run on its own and gives its handle (`asyncio.create_task`). */
export interface StartTask extends ExpressionBase {
  readonly kind: "StartTask";
  readonly operand: Expression;
}
/** Runs coroutines side by side and waits for all; gives their results in order (`asyncio.gather`). */
export interface Gather extends ExpressionBase {
  readonly kind: "Gather";
  readonly operands: readonly Expression[];
  readonly returnErrors: boolean;
}
export interface Yield extends ExpressionBase {
  readonly kind: "Yield";
  readonly operand?: Expression | undefined;
  readonly delegates: boolean;
}

/** What could not be lifted. `text` is the source. */
export interface OpaqueExpression extends ExpressionBase {
  readonly kind: "OpaqueExpression";
  readonly text: string;
  readonly code: string;
  readonly message: string;
}

export type Expression =
  | IntegerLiteral
  | FloatLiteral
  | ComplexLiteral
  | StringLiteral
  | BytesLiteral
  | BooleanLiteral
  | CharacterLiteral
  | NoneLiteral
  | ZeroValue
  | Variable
  | Field
  | Arithmetic
  | Divide
  | IntegerDivide
  | Remainder
  | Power
  | Bitwise
  | Negate
  | Complement
  | Concatenate
  | Repeat
  | SetOperation
  | Compare
  | Identical
  | IsNone
  | Membership
  | Logical
  | Either
  | Not
  | Truth
  | Conditional
  | AssignmentExpression
  | Call
  | MethodCall
  | DefaultArgument
  | LibraryCall
  | UnknownCall
  | New
  | RecordLiteral
  | Convert
  | Cast
  | Copy
  | AddressOf
  | Dereference
  | TypeAssertion
  | TypeTest
  | Index
  | Lookup
  | Slice
  | Length
  | ListLiteral
  | TupleLiteral
  | SetLiteral
  | DictLiteral
  | Spread
  | Comprehension
  | Range
  | Iterate
  | Closure
  | Format
  | MakeError
  | ErrorIs
  | ErrorAs
  | TypeName
  | ErrorCause
  | Recover
  | Recovered
  | CleanupStack
  | Await
  | Sleep
  | CloseChannel
  | Synchronize
  | ChooseChannel
  | Timer
  | Receive
  | MakeChannel
  | StartTask
  | Gather
  | Yield
  | OpaqueExpression
  | Operation;

// Statements

/** Declares a variable of Go that has no initial value, or one whose type is written (`typed`). */
export interface Declare extends StatementBase {
  readonly kind: "Declare";
  readonly binding: Binding;
  readonly value?: Expression | undefined;
  readonly typed: boolean;
}
/**
 * Evaluates `value` once and stores it in each target, left to right. A target is a Variable, Field, Index, Lookup, Slice, Dereference, or a
 * TupleLiteral of targets (unpacking, Go's parallel assignment, several results). An absent element of unpacking is a Variable named `_`.
 * `declares`: the bindings that begin here: Go's `:=`; for Python they are placed by the declaration pass.
 */
export interface Assign extends StatementBase {
  readonly kind: "Assign";
  readonly checked?: boolean | undefined;
  readonly targets: readonly Expression[];
  readonly value: Expression;
  readonly declares: readonly Binding[];
  readonly failure?: Failure | undefined;
}
/** What happens where the statement before it fails, in Go: as in a Try around that statement alone; `orElse` runs where it did not fail. */
export interface Failure {
  readonly handlers: readonly Handler[];
  readonly orElse: readonly Statement[];
}
/** `target op= …`. `value` is the whole operation, its left operand being the target. */
export interface Update extends StatementBase {
  readonly kind: "Update";
  readonly target: Expression;
  readonly value: Expression;
}
export interface ExpressionStatement extends StatementBase {
  readonly kind: "ExpressionStatement";
  readonly expression: Expression;
  readonly failure?: Failure | undefined;
}
/** `elseDecoration` has the comments at `else`. */
export interface If extends StatementBase {
  readonly kind: "If";
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
  readonly elseDecoration?: Decorated | undefined;
}
/** `orElse` runs when the test turns false (Python). */
export interface While extends StatementBase {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
  readonly label?: string | undefined;
}
/** Go's three-clause loop. The variables that `init` declares are new in each round. */
export interface Loop extends StatementBase {
  readonly kind: "Loop";
  readonly init?: Statement | undefined;
  readonly test?: Expression | undefined;
  readonly post?: Statement | undefined;
  readonly body: readonly Statement[];
  readonly label?: string | undefined;
}
/** `declares`: bindings new in each round (Go); Python's outlive the loop until the declaration pass finds otherwise. */
export interface ForEach extends StatementBase {
  readonly kind: "ForEach";
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
  readonly declares: readonly Binding[];
  readonly isAsync: boolean;
  readonly label?: string | undefined;
}
/** Several results are a TupleLiteral, or a call with a tuple type. Absent with Go's named results: their present values. */
export interface Return extends StatementBase {
  readonly kind: "Return";
  readonly value?: Expression | undefined;
  readonly failure?: Failure | undefined;
}
export interface Break extends StatementBase {
  readonly kind: "Break";
  readonly label?: string | undefined;
}
export interface Continue extends StatementBase {
  readonly kind: "Continue";
  readonly label?: string | undefined;
}
export interface Goto extends StatementBase {
  readonly kind: "Goto";
  readonly label: string;
}
export interface Labeled extends StatementBase {
  readonly kind: "Labeled";
  readonly label: string;
  readonly body: readonly Statement[];
}
/** Without an error: raises the one being handled again. `panics`: Go's `panic`. */
export interface Raise extends StatementBase {
  readonly kind: "Raise";
  readonly error?: Expression | undefined;
  readonly cause?: Expression | undefined;
  readonly panics?: boolean | undefined;
  readonly failure?: Failure | undefined;
}
/** `types` empty: catches everything. `catches` gives the classes by name where they are the library's own (`ValueError`). */
export interface Handler extends IrBase, Decorated {
  readonly types: readonly Type[];
  readonly binding?: Binding | undefined;
  readonly body: readonly Statement[];
}
export interface Try extends StatementBase {
  readonly kind: "Try";
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly orElse: readonly Statement[];
  readonly finally: readonly Statement[];
  readonly group: boolean;
  readonly elseDecoration?: Decorated | undefined;
  readonly finallyDecoration?: Decorated | undefined;
}
/** `values` absent: the default case. `fallsThrough` to the next body. */
export interface SwitchCase extends IrBase, Decorated {
  readonly values?: readonly Expression[] | undefined;
  readonly body: readonly Statement[];
  readonly fallsThrough: boolean;
}
export interface Switch extends StatementBase {
  readonly kind: "Switch";
  readonly init?: Statement | undefined;
  readonly subject?: Expression | undefined;
  readonly cases: readonly SwitchCase[];
  readonly label?: string | undefined;
}
/** `types` absent: the default case; a `none` type among them is `case nil`. */
export interface TypeCase extends IrBase, Decorated {
  readonly types?: readonly Type[] | undefined;
  readonly binding?: Binding | undefined;
  readonly body: readonly Statement[];
}
export interface TypeSwitch extends StatementBase {
  readonly kind: "TypeSwitch";
  readonly init?: Statement | undefined;
  readonly subject: Expression;
  readonly cases: readonly TypeCase[];
  readonly label?: string | undefined;
}
export type Pattern =
  | { readonly form: "value"; readonly value: Expression }
  | { readonly form: "capture"; readonly binding?: Binding | undefined; readonly pattern?: Pattern | undefined }
  | { readonly form: "sequence"; readonly patterns: readonly Pattern[]; readonly starAt?: number | undefined }
  | {
      readonly form: "mapping";
      readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
      readonly rest?: Binding | undefined;
    }
  | {
      readonly form: "class";
      readonly type: Type;
      readonly fields: readonly { readonly name: string; readonly pattern: Pattern }[];
    }
  | { readonly form: "alternatives"; readonly patterns: readonly Pattern[] };
export interface MatchCase extends IrBase, Decorated {
  readonly pattern: Pattern;
  readonly guard?: Expression | undefined;
  readonly body: readonly Statement[];
}
export interface Match extends StatementBase {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
/** Go's `defer`: arguments are evaluated now, the call runs when the function ends, last first. `stack` holds it until then (Python). */
export interface Defer extends StatementBase {
  readonly kind: "Defer";
  readonly call: Expression;
  readonly stack?: Binding | undefined;
}
/** Go's `go`. */
export interface Spawn extends StatementBase {
  readonly kind: "Spawn";
  readonly call: Expression;
}
export interface Send extends StatementBase {
  readonly kind: "Send";
  readonly channel: Expression;
  readonly value: Expression;
}
/** `communication` absent: the default case. Else a Send, an Assign from a Receive or an ExpressionStatement of one. */
export interface SelectCase extends IrBase, Decorated {
  readonly communication?: Statement | undefined;
  readonly body: readonly Statement[];
}
export interface Select extends StatementBase {
  readonly kind: "Select";
  readonly cases: readonly SelectCase[];
  readonly label?: string | undefined;
}
/** `passesOn`: leaving the manager looks at no exception and swallows none. */
export interface With extends StatementBase {
  readonly kind: "With";
  readonly items: readonly {
    readonly context: Expression;
    readonly target?: Expression | undefined;
    readonly passesOn?: boolean | undefined;
  }[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
}
/** Removes an element, an entry or a name. */
export interface Delete extends StatementBase {
  readonly kind: "Delete";
  readonly checked?: boolean | undefined;
  readonly targets: readonly Expression[];
}
/** `checked`: a handler waits for the AssertionError. */
export interface Assert extends StatementBase {
  readonly kind: "Assert";
  readonly checked?: boolean | undefined;
  readonly test: Expression;
  readonly message?: Expression | undefined;
}
/** Runs the body while it holds the lock (`async with lock`). */
export interface Locked extends StatementBase {
  readonly kind: "Locked";
  readonly lock: Expression;
  readonly body: readonly Statement[];
}
/** A block with its own scope (Go). */
export interface Block extends StatementBase {
  readonly kind: "Block";
  readonly body: readonly Statement[];
}
/** Nothing, as a place for comments (`pass`). */
export interface Empty extends StatementBase {
  readonly kind: "Empty";
}
/** A function, type, constant or import declared inside a function. `declared`: a Declare before it introduces the name already (for Go, where a function does not see its own name). */
export interface LocalDeclaration extends StatementBase {
  readonly kind: "LocalDeclaration";
  readonly declaration: Declaration;
  readonly declared?: boolean | undefined;
}
export interface OpaqueStatement extends StatementBase {
  readonly kind: "OpaqueStatement";
  readonly text: string;
  readonly code: string;
  readonly message: string;
  readonly assigns: readonly Binding[];
}

export type Statement =
  | Declare
  | Assign
  | Update
  | ExpressionStatement
  | If
  | While
  | Loop
  | ForEach
  | Return
  | Break
  | Continue
  | Goto
  | Labeled
  | Raise
  | Try
  | Switch
  | TypeSwitch
  | Match
  | Defer
  | Spawn
  | Send
  | Select
  | Locked
  | With
  | Delete
  | Assert
  | Block
  | Empty
  | LocalDeclaration
  | OpaqueStatement;

// Declarations

export interface Parameter extends IrBase {
  readonly binding: Binding;
  readonly type: Type;
  readonly defaultValue?: Expression | undefined;
  readonly kind: "positional" | "keyword" | "variadic" | "keywords";
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
}
export interface RecordField extends IrBase, Decorated {
  readonly name: string;
  readonly type: Type;
  readonly defaultValue?: Expression | undefined;
  readonly defaultFactory?: Expression | undefined;
  readonly embedded?: boolean | undefined;
  readonly tag?: string | undefined;
  readonly documentation?: string | undefined;
}
/** A class or struct. `initializer`: an `__init__` written by hand; without one, fields in order make the constructor (`dataclass`) or none does. */
export interface Record extends DeclarationBase {
  readonly kind: "Record";
  readonly symbol: TypeSymbol;
  readonly binding: Binding;
  readonly bases: readonly Type[];
  readonly fields: readonly RecordField[];
  readonly classAttributes: readonly RecordField[];
  readonly initializer?: Function | undefined;
  readonly methods: readonly Function[];
  readonly dataclass: boolean;
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

export type Declaration =
  Function | Record | Interface | Enumeration | TypeDefinition | Global | Import | TopLevel | OpaqueDeclaration;
export type Node = Expression | Statement | Declaration;
export type Kind = Node["kind"];
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>;
