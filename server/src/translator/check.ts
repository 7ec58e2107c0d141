import type { Comment } from "../base/syntax-node.ts";
import type { Origin } from "../base/origin.ts";
import * as goAnalysis from "../go/analysis.ts";
import { withImports } from "../go/imports.ts";
import type { File } from "../go/tree.ts";
import { markComments } from "../lowering/demotion-text.ts";
import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import { demoteGo, type DemotionLevel } from "../lowering/go/demote.ts";
import type { Environment } from "./environment.ts";

/** The ladder: how often each level is tried before the next. A second round at one level finds what the first one uncovered. */
const ladder: readonly DemotionLevel[] = ["statement", "statement", "statement", "statement", "body", "body", "declaration", "declaration"];

/**
 * Type-checks a Go file before it is printed, and takes out what does not check, so that what is printed compiles. Each thing taken out is a mark. Imports are added last, when it is clear what is used.
 * Undefined names are allowed where `isFragment`: a selection uses names that stand elsewhere.
 */
export function checkedGo(
  file: File,
  environment: Environment,
  sourceText: (origin: Origin) => string,
  isFragment: boolean,
): { readonly file: File; readonly diagnostics: readonly UnitDiagnostic[] } {
  const diagnostics: UnitDiagnostic[] = [];
  const comments = (message: string, origin: Origin | undefined): readonly Comment[] => markComments(message, origin === undefined ? "" : sourceText(origin));
  let current = file;
  for (const level of ladder) {
    const errors = goAnalysis.checkGoFile(current, { packages: environment.goPackages }).filter((error) => !(isFragment && error.code === "undefined"));
    if (errors.length === 0) break;
    const { file: demoted, demotions } = demoteGo(current, errors, level, comments);
    current = demoted;
    for (const { origin, message } of demotions) {
      diagnostics.push({ severity: "mark", code: "does-not-check", message: `This has no checked translation: ${message}.`, range: origin?.ranges[0] });
    }
  }
  return { file: withImports(current), diagnostics };
}
