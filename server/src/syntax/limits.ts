/**
 * The longest text that is parsed, in UTF-16 code units. All but one file of the two standard libraries are shorter: Go's table of
 * operations for its compiler has three million.
 */
export const maximumTextLength = 2_000_000;

/**
 * How long one parse may take, in milliseconds. Real code of the greatest length needs a tenth of it; recovery from errors in
 * hostile text of that length may need a minute and all the memory that WebAssembly has.
 */
export const maximumParseTime = 3_000;

/** The longest unit with a syntax error that is read, in UTF-16 code units. Longer ones are tables, or not code at all. */
export const maximumBrokenUnitLength = 200_000;

/**
 * The deepest nesting of syntax nodes that a reader descends into. Readers are recursive; beyond this they give an opaque node,
 * so that five thousand nested parentheses cost a mark and not the stack. CPython itself gives up at 200 parentheses.
 */
export const maximumNesting = 400;
