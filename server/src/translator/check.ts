import type { Comment } from "../base/syntax-node.ts";
import type { Origin } from "../base/origin.ts";
import { analyseGo, type GoAnalysis, type GoError } from "../go/analysis.ts";
import type { File } from "../go/tree.ts";
import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import { demoteGo, type DemotionLevel } from "../lowering/go/demote.ts";
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
  #analysis: GoAnalysis | undefined;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * Takes out what does not check, so that what is printed compiles. Each thing taken out is a mark.
   */
  check(file: File, comments: (message: string, origin: Origin | undefined) => readonly Comment[]): CheckedGo {
    const diagnostics: UnitDiagnostic[] = [];
    let current = file;
    for (const level of ladder) {
      const errors = this.#errors(current);
      if (errors.length === 0) break;
      const { file: demoted, demotions } = demoteGo(current, errors, level, comments);
      current = demoted;
      for (const { origin, message } of demotions) {
        diagnostics.push({
          severity: "mark",
          code: "does-not-check",
          message: `This has no checked translation: ${message}.`,
          range: origin?.ranges[0],
        });
      }
    }
    return { file: current, diagnostics };
  }

  #errors(file: File): readonly GoError[] {
    this.#analysis = analyseGo([{ path: "", tree: file }], this.#environment.goPackages, this.#analysis);
    return this.#analysis.errors;
  }
}
