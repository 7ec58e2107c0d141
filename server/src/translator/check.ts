import type { Comment } from "../base/syntax-node.ts";
import type { Origin } from "../base/origin.ts";
import { analyseGo, type GoAnalysis } from "../go/analysis.ts";
import type { File } from "../go/tree.ts";
import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import { demoteGo, type DemotionLevel, type DemotionMemory } from "../lowering/go/demote.ts";
import type { Environment } from "./environment.ts";

/** The ladder: how often each level is tried before the next. A second round at one level finds what the first one uncovered. */
const ladder: readonly DemotionLevel[] = [
  "statement",
  "statement",
  "statement",
  "statement",
  "body",
  "body",
  "declaration",
  "declaration",
  // What a declaration left out is still missed where it was used.
  "statement",
  "statement",
  "declaration",
];

/** A file in which everything type-checks. */
export interface CheckedGo {
  /** Still without imports: they follow from the names that are left when the whole is printed. Declarations that are right are the same objects. */
  readonly file: File;
  readonly diagnostics: readonly UnitDiagnostic[];
}

/** Type-checks the versions of one target file, one after the other; declarations that are the same objects as before are not checked again. */
export class GoChecker {
  readonly #environment: Environment;
  /** The analysis of the file as it was made. */
  #first: GoAnalysis | undefined;
  /** The analysis of the file without what does not check, in which the same is missing from one version to the next. */
  #rest: GoAnalysis | undefined;
  readonly #demoted: DemotionMemory = new WeakMap();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * Takes out what does not check, so that what is printed compiles. Each thing taken out is a mark.
   */
  check(file: File, comments: (message: string, origin: Origin | undefined) => readonly Comment[]): CheckedGo {
    const diagnostics: UnitDiagnostic[] = [];
    let current = file;
    this.#first = this.#analyse(file, this.#first);
    let { errors } = this.#first;
    for (const level of ladder) {
      if (errors.length === 0) break;
      const { file: demoted, demotions } = demoteGo(current, errors, level, comments, this.#demoted);
      current = demoted;
      for (const { origin, message } of demotions) {
        diagnostics.push({
          severity: "mark",
          code: "does-not-check",
          message: `This has no checked translation: ${message}.`,
          range: origin?.ranges[0],
        });
      }
      this.#rest = this.#analyse(current, this.#rest);
      ({ errors } = this.#rest);
    }
    return { file: current, diagnostics };
  }

  #analyse(file: File, previous: GoAnalysis | undefined): GoAnalysis {
    return analyseGo([{ path: "", tree: file }], this.#environment.goPackages, previous);
  }
}
