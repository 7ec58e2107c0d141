import type * as go from "../../go/tree.ts";
import type * as py from "../../python/tree.ts";

/** Reads the patterns of rows. Handed in, since reading needs the grammars. */
export interface PatternReaders {
  readonly python: (text: string) => py.Expression;
  readonly go: (text: string) => go.Expr;
}
