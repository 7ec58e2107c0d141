import type { GoAnalysis, GoError, GoPackages, GoSourceFile } from "./analysis-api.ts";
import type { File } from "./tree.ts";

export type * from "./analysis-api.ts";

/**
 * Checks a program as the Go compiler does and says what its expressions mean. Never throws. Names from packages without a stub have unknown
 * types, about which nothing is reported. With `previous`, only what a change can affect is checked again; `previous` must not be asked after
 * that. The result equals that of a fresh analysis.
 */
export declare function analyseGo(files: readonly GoSourceFile[], packages: GoPackages, previous?: GoAnalysis): GoAnalysis;

/** What a target tree is checked against. */
export interface CheckEnvironment {
  readonly packages: GoPackages;
  /** Other files of the same package, target trees as well. */
  readonly files?: readonly File[] | undefined;
}

/** The errors the Go compiler would report for a target tree, in which a name with a `packagePath` stands for that package. */
export declare function checkGoFile(file: File, environment: CheckEnvironment): GoError[];
