/** The longest text that is parsed, in UTF-16 code units: more than the largest file of either standard library (3.0 million). */
export const maximumTextLength = 4_000_000;

/**
 * The deepest nesting of syntax nodes that a reader descends into. Readers are recursive; beyond this they give an opaque node,
 * so that five thousand nested parentheses cost a mark and not the stack. CPython itself gives up at 200 parentheses.
 */
export const maximumNesting = 400;

/**
 * How often the parser may report progress for a text of this length before it is stopped. Real code needs at most 0.02 reports
 * a code unit, hostile text 0.04 (measured), so that reaching the limit means that parsing would not end in useful time.
 */
export function progressLimit(textLength: number): number {
  return 10_000 + textLength;
}
