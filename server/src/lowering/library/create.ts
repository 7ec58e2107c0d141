import type { LibraryIndex } from "./index.ts";
import type { LibraryTable } from "./row.ts";

/** Builds the index. */
export function createLibraryIndex(_tables: readonly LibraryTable[]): LibraryIndex {
  return {
    matchPython: () => undefined,
    matchGo: () => undefined,
    lowerToGo: () => {
      throw new Error("no rows");
    },
    lowerToPython: () => {
      throw new Error("no rows");
    },
    fails: () => false,
    raises: () => [],
    goType: () => undefined,
    pythonType: () => undefined,
  };
}
