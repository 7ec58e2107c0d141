/*
 * Builders for target trees: each makes one node with `emptySpan` and the origin handed in. Comments and blank lines are added with
 * `decorate`. Nothing is checked here: precedence, quotes and layout are the printer's business.
 */

export { comment, decorate, withOrigin } from "./build-base.ts";
export * from "./build-expressions.ts";
export * from "./build-statements.ts";
