import type { Binding } from "../types/binding.ts";
import type { Type } from "../types/type.ts";
import type { ExpressionBase } from "./base.ts";
import type { Parameter } from "./declarations.ts";
import type { Expression, Statement } from "./node.ts";

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
/**
 * The integers from `start` up to `stop` (exclusive) by `step`. `ascending`: the step is known to be positive; `tested`: it has been found not to be zero.
 */
export interface Range extends ExpressionBase {
  readonly kind: "Range";
  readonly start: Expression;
  readonly stop: Expression;
  readonly step: Expression;
  readonly ascending?: true;
  readonly tested?: true;
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
/** What Python's `itertools` makes of iterables. */
export type IteratorTool =
  | "accumulate"
  | "batched"
  | "chain"
  | "combinations"
  | "combinations_with_replacement"
  | "count"
  | "cycle"
  | "dropwhile"
  | "groupby"
  | "islice"
  | "pairwise"
  | "permutations"
  | "product"
  | "repeat"
  | "takewhile"
  | "tee"
  | "zip_longest";
/**
 * An iterator that is made of others: `operands` are what it goes through, `options` its other arguments by the names that Python gives them
 * (`r`, `repeat`, `start`, `stop`, `step`, `n`, `func`, `key`, `initial`, `fillvalue`). Functions are Closures.
 */
export interface Itertool extends ExpressionBase {
  readonly kind: "Itertool";
  readonly tool: IteratorTool;
  readonly operands: readonly Expression[];
  readonly options: Readonly<Partial<globalThis.Record<string, Expression>>>;
}
/** An iterator whose loops go on where the one before stopped, as all of Python's do; Go's iterator functions begin anew. */
export interface Resumable extends ExpressionBase {
  readonly kind: "Resumable";
  readonly operand: Expression;
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
  /** Only a library calls it, such as a sort its key: in Go it gives no error besides its result. */
  readonly isInner?: boolean | undefined;
  /** It runs on its own: whoever gets it may be given a coroutine function of Python. */
  readonly isStarted?: boolean | undefined;
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

/**
 * What `fmt` of Go writes where the verbs or the number of operands are known only when the program runs: `format` by the verbs of the first operand,
 * `plain` as `Sprint` and `line` as `Sprintln` do. `spread`: the last operand is a list of operands.
 */
export interface OpenFormat extends ExpressionBase {
  readonly kind: "OpenFormat";
  readonly form: "format" | "plain" | "line";
  readonly operands: readonly Expression[];
  readonly spread: boolean;
}

// Errors as values

/** Makes an error or exception. `form` says which: a plain error with a message, or an instance of the type. `cause` for `%w`. */
export interface MakeError extends ExpressionBase {
  readonly kind: "MakeError";
  readonly message: Expression;
  readonly cause?: Expression | undefined;
}
/** `errors.Join`: one error of several, or nothing where there is none. `spread`: the only operand is a list of them. */
export interface JoinErrors extends ExpressionBase {
  readonly kind: "JoinErrors";
  readonly errors: readonly Expression[];
  readonly spread: boolean;
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

/** What a call that raises in Python gives in Go: its results and the error, or zero values and the error that it raised. */
export interface Outcome extends ExpressionBase {
  readonly kind: "Outcome";
  readonly operand: Expression;
}

/** The name of the class of a value (`type(x).__name__`), or of a function value (`f.__name__`). */
export interface TypeName extends ExpressionBase {
  readonly kind: "TypeName";
  readonly of: "class" | "function";
  readonly operand: Expression;
}
/** The name that a field has in the target language, as a string. */
export interface MemberName extends ExpressionBase {
  readonly kind: "MemberName";
  readonly name: string;
}
/** The error that caused this one, or nothing. */
export interface ErrorCause extends ExpressionBase {
  readonly kind: "ErrorCause";
  readonly operand: Expression;
}
/** A part of an exception group; `classes` are those that `split` and `subgroup` look for. */
export interface ExceptionPart extends ExpressionBase {
  readonly kind: "ExceptionPart";
  readonly part: "message" | "exceptions" | "split" | "subgroup" | "args";
  readonly operand: Expression;
  readonly classes?: readonly Type[] | undefined;
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
export type SynchronizeForm =
  | "add"
  | "done"
  | "wait"
  | "go"
  | "lock"
  | "unlock"
  | "readLock"
  | "readUnlock"
  | "once"
  | "waitCondition"
  | "signal"
  | "broadcast"
  | "acquire";
/** An operation on a lock, a wait group, a condition and the like. `operands`: what it is given. */
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
/**
 * An operation of Python's tasks, threads, queues and locks: the path of the function, class or method ("asyncio.Queue.get"). A method's object is the
 * first operand; the others are in the order that `lowering/concurrent-operations.ts` has them in, those that the source leaves out being absent.
 */
export interface ConcurrentCall extends ExpressionBase {
  readonly kind: "ConcurrentCall";
  readonly operation: string;
  readonly operands: readonly Expression[];
  /** For each parameter of the operation the position of its operand; -1 where the source gives none. */
  readonly given: readonly number[];
}
/** `block`: it hands over to the block of a `with` (`@contextmanager`), which is known by this id where exceptions are solved. */
/** `isUsed`: the generator looks at what it is sent. */
export interface Yield extends ExpressionBase {
  readonly kind: "Yield";
  readonly isUsed?: boolean | undefined;
  readonly block?: string | undefined;
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
