import { defineLibrary, toPython } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "compare",
  title: "Comparisons: operators / package cmp",
  // Sorting finds these by their places: see lift/go-sorting.ts.
  rows: [
    toPython("($a > $b) - ($a < $b)", "cmp.Compare($a, $b)"),
    toPython("($a or $b)", "cmp.Or($a, $b)"),
    toPython("($a or $b or $c)", "cmp.Or($a, $b, $c)"),
  ],
});
