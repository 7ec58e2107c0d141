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
  /** One direction only: the other side's pattern would also match what it does not mean. */
  readonly only?: "python-to-go" | "go-to-python";
  /** Differences by design, or in named cases. */
  readonly caveats?: readonly RowCaveat[];
  /** Expressions with the metavariables' values, in Python's notation, on which both sides must agree: `{ s: "'a,b'", sep: "','" }`. */
  readonly examples: readonly Readonly<Record<string, string>>[];
}

/** A named case in which the two sides differ. `unless`: facts of operands any of which rules the case out. */
export interface RowCaveat {
  readonly code: string;
  readonly severity: "caveat" | "note";
  readonly message: string;
  readonly unless?: Readonly<Record<string, OperandFact>>;
}

/**
 * What a source can show of an operand: a literal string of ASCII, one that is ASCII and not empty, one that is a single character of ASCII, a literal
 * that is not empty, a number that is never negative, a number that is greater than zero; a literal regular expression that both languages read alike,
 * one that also consumes something in each match, the same without groups, the same with one group; a literal replacement without references.
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
  | "replacement";

/** The rows of one module. `id` is its name, such as `strings`. */
export interface LibraryTable {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly LibraryRow[];
  /** Whole programs that use several rows together, run and translated as the examples of constructs are. */
  readonly programs?: readonly Example[];
  /** Library types of the two languages that stand for each other, such as `datetime.timedelta` and `time.Duration`. */
  readonly types?: readonly { readonly python: string; readonly go: string; readonly pointer?: boolean }[];
}

/** Declares a table; it only checks types. */
export function defineLibrary(table: LibraryTable): LibraryTable {
  return table;
}
