import type { Kind } from "./node.ts";

/** The statements that change the length of a list; `Clear` also empties dicts and sets. */
export const listGrowthKinds: ReadonlySet<Kind> = new Set([
  "ListAppend",
  "ListExtend",
  "ListInsert",
  "ListPop",
  "ListRemove",
  "Clear",
]);
