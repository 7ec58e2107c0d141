import type { Span } from "./span.ts";

/** One stretch of source text that a generated node stands for. `unit` is the key of the unit the span is relative to. */
export interface SourceRange {
  readonly unit: string;
  readonly span: Span;
}

/** Where a node of the IR or of a target tree came from: the source it stands for and the constructs that made it, innermost last. */
export interface Origin {
  readonly ranges: readonly SourceRange[];
  readonly constructs: readonly string[];
}

/** Joins the provenance of several nodes, without repeating a range or a construct. */
export function mergeOrigins(origins: readonly (Origin | undefined)[]): Origin | undefined {
  const ranges: SourceRange[] = [];
  const constructs: string[] = [];
  for (const origin of origins) {
    for (const range of origin?.ranges ?? []) {
      const known = ranges.some(
        (other) =>
          other.unit === range.unit && other.span.start === range.span.start && other.span.end === range.span.end,
      );
      if (!known) ranges.push(range);
    }
    for (const construct of origin?.constructs ?? []) if (!constructs.includes(construct)) constructs.push(construct);
  }
  return ranges.length === 0 && constructs.length === 0 ? undefined : { ranges, constructs };
}
