import type { Example } from "../construct.ts";

/**
 * One library equivalence: a typed pattern for each language, which works in both directions. `$name` is a metavariable, `$name...` any number of
 * arguments. Go patterns name packages by their last path element; `imports` says the path where that is ambiguous.
 */
export interface LibraryRow {
  readonly python: string;
  readonly go: string;
  /** Types of the metavariables, in Python's notation; `result` is that of the whole. Without an entry, any type. */
  readonly types?: Readonly<Record<string, string>>;
  /** The exceptions that the Python side raises where the Go side gives an error besides its value. */
  readonly fails?: readonly string[];
  /** The message that the Python side's exception has, as a Go expression with the metavariables. Without it, handlers see Go's own message. */
  readonly message?: string;
  /** One direction only: the other side's pattern would also match what it does not mean. */
  readonly only?: "python-to-go" | "go-to-python";
  /** Differences by design, or in named cases. */
  readonly caveats?: readonly { readonly code: string; readonly severity: "caveat" | "note"; readonly message: string }[];
  /** Expressions with the metavariables' values, in Python's notation, on which both sides must agree: `{ s: "'a,b'", sep: "','" }`. */
  readonly examples: readonly Readonly<Record<string, string>>[];
}

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
