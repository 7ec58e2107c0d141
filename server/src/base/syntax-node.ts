import type { Origin } from "./origin.ts";
import type { Span } from "./span.ts";

/** A comment of either language, without its marker (`#`, `//`, or the pair around a block) and without surrounding blanks; indentation beyond one blank stays. */
export interface Comment {
  readonly text: string;
  /** A block comment of Go; Python has none. */
  readonly block: boolean;
  /** An instruction to a tool such as `//go:build`: it is written without a blank behind the marker. */
  readonly directive?: boolean | undefined;
  /** Whether a blank line stands above. On the first leading comment that is the node's `blankBefore` instead. */
  readonly blankBefore?: boolean | undefined;
  /** Whether a blank line parts the last leading comment from its node. */
  readonly blankAfter?: boolean | undefined;
  /** Where the comment stands in the source, markers included; absent on comments that were made. */
  readonly span?: Span;
  readonly origin?: Origin;
}

/** What every node of a Python or Go tree has, be it read from source or made as a target. */
export interface SyntaxNodeBase {
  /** In a source tree the node's own range, relative to its unit; in a target tree `emptySpan`. */
  readonly span: Span;
  /** In a target tree the source that the node stands for. Absent in source trees. */
  readonly origin?: Origin;
}

/** What statements, declarations and clauses have besides: the text around them that is no code. */
export interface Decorated {
  /** Comments on the lines above, in order. */
  readonly leading?: readonly Comment[];
  /** A comment behind the node on its last line. */
  readonly trailing?: Comment;
  /** Comments behind the last inner statement, before the block ends. On nodes that have a body. */
  readonly inner?: readonly Comment[];
  /** Whether a blank line (one or more) stands above the node and its leading comments. */
  readonly blankBefore?: boolean;
}
