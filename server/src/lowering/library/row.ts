import type { Example } from "../construct.ts";

/**
 * One library equivalence: a typed pattern for each language, which works in both directions. `$name` is a metavariable, `$name...` any number of
 * arguments, `@name` a runtime helper of that side. Go patterns name packages by their last path element.
 */
export interface LibraryRow {
  readonly python: string;
  readonly go: string;
  /** Types of the metavariables, in Python's notation; `result: "None"` for a call without a value. Without an entry, any type. */
  readonly types?: Readonly<Record<string, string>>;
  /** What must be known of the source's operands for the row to hold; a call of which it is not known is left to the next row. */
  readonly where?: Readonly<Record<string, OperandFact>>;
  /** The exceptions that the Python side raises where the Go side gives an error besides its value. */
  readonly fails?: readonly string[];
  /** The message that the Python side's exception has, as a Go expression with the metavariables. Without it, handlers see Go's own message. */
  readonly message?: string;
  /** The error that handlers see, as a Go expression of `$error`, where they tell the exceptions of `fails` apart. */
  readonly error?: string;
  /** The Go side where it is known what type the result, which Python leaves open, must have: `$R` stands for the type. */
  readonly typed?: string;
  /** The Python side in programs of Go that show their errors, or take them apart: it raises what has Go's own message. */
  readonly exact?: string;
  /** The Go side in programs whose texts hold numbers with underscores between their digits (`"1_000"`). */
  readonly grouped?: string;
  /** The metavariable that is a list whose length the call changes. */
  readonly grows?: string;
  /** The metavariables that are functions which it runs on their own: they may be coroutine functions of Python. */
  readonly starts?: readonly string[];
  /** One direction only: the other side's pattern would also match what it does not mean. */
  readonly only?: "python-to-go" | "go-to-python";
  /** Differences by design, or in named cases. */
  readonly caveats?: readonly RowCaveat[];
  /** Expressions with the metavariables' values, in Python's notation, on which both sides must agree: `{ s: "'a,b'", sep: "','" }`. */
  readonly examples: readonly Readonly<Record<string, string>>[];
  /** Nothing that the call does or gives depends on the order of the dicts that it is given. */
  readonly ignoresOrder?: boolean;
  /** The tests run the examples alone, not drawn values: those would give what is random, or take too long. */
  readonly undrawn?: boolean;
  /** Why no test can run the row; for all others `test/constructs/row-use.test.ts` asks that one does. */
  readonly notRun?: string;
}

/** A named case in which the two sides differ. `unless`: facts of operands any of which rules the case out. */
export interface RowCaveat {
  readonly code: string;
  readonly severity: "mark" | "caveat" | "note";
  readonly message: string;
  readonly unless?: Readonly<Record<string, OperandFact>>;
}

/**
 * What a source can show of an operand: a literal string of ASCII, one that is ASCII and not empty, one that is a single character of ASCII, a literal
 * that is not empty, a number that is never negative, a number that is greater than zero; a literal regular expression that both languages read alike,
 * one that also consumes something in each match, the same without groups, the same with one group; a literal replacement without references; a literal format
 * of `strftime` or `strptime` that Go has a layout for; a constant layout for which there is a format;
 * a literal name of UTF-8; a literal path that cleaning leaves alone; a literal pattern of
 * names that does not reach into folders; a literal number of
 * bytes that an integer of 64 bits has; any literal.
 */
export type OperandFact =
  | "ascii"
  | "asciiText"
  | "asciiCharacter"
  | "nonEmpty"
  | "nonNegative"
  | "positive"
  | "pattern"
  | "consuming"
  | "consumingPlain"
  | "consumingGroup"
  | "replacement"
  | "timeFormat"
  | "timeFormatRead"
  | "timeLayout"
  | "timeLayoutRead"
  | "utf8"
  | "cleanPath"
  | "plainGlob"
  | "wordLength"
  | "literal";

/** The rows of one module. `id` is its name, such as `strings`. */
export interface LibraryTable {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly LibraryRow[];
  /** Whole programs that use several rows together, run and translated as the examples of constructs are. */
  readonly programs?: readonly Example[];
  /** Library types of the two languages that stand for each other, such as `datetime.timedelta` and `time.Duration`. */
  readonly types?: readonly LibraryTypePair[];
}

/** A library type of Python and the Go type that stands for it. */
export interface LibraryTypePair {
  /** With its module: `datetime.timedelta`; `helper.Name` is a class that a runtime helper declares. */
  readonly python: string;
  /** With its import path, as in `time.Duration`; `.name` is a type that a runtime helper declares, a name alone one of Go's own. */
  readonly go: string;
  readonly pointer?: boolean;
  /** Several types of one language may stand for one of the other; this one is not what the other is translated to. */
  readonly only?: "python-to-go" | "go-to-python";
  /** Go expressions of `$x`: what `str()` and `repr()` give. */
  readonly str?: string;
  readonly repr?: string;
  /** A Go expression of `$x` and `$y` that is negative, zero or positive as the first is less, equal or greater. */
  readonly compare?: string;
  /** A Python expression of `$x`: what Go prints of the value. */
  readonly goText?: string;
}

/** Declares a table; it only checks types. */
export function defineLibrary(table: LibraryTable): LibraryTable {
  return table;
}

type Types = Readonly<Record<string, string>>;
type Values = readonly Readonly<Record<string, string>>[];

/** A row that holds in both directions. */
export function both(
  python: string,
  go: string,
  types: Types = {},
  examples: Values = [],
  more: Partial<LibraryRow> = {},
): LibraryRow {
  return { python, go, types, examples, ...more };
}

/** A row for Python as the source alone. */
export function toGo(...row: Parameters<typeof both>): LibraryRow {
  return { ...both(...row), only: "python-to-go" };
}

/** A row for Go as the source alone. */
export function toPython(...row: Parameters<typeof both>): LibraryRow {
  return { ...both(...row), only: "go-to-python" };
}
