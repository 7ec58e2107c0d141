import type * as ir from "../../ir/node.ts";
import { verify, type Violation } from "../../ir/verify.ts";
import { asyncFunctionsPass } from "./async-functions.ts";
import { selectsPass } from "./async-select.ts";
import { bigNumbersPass } from "./big-numbers.ts";
import { branchesPass } from "./branches.ts";
import { attempts } from "./attempts.ts";
import { commaOkPass } from "./comma-ok.ts";
import { copiesPass } from "./copies.ts";
import { declarationsPass } from "./declarations.ts";
import { definedTypesPass } from "./defined-types.ts";
import { defers } from "./defers.ts";
import { errorsToExceptions } from "./errors-to-exceptions.ts";
import { generatorsPass } from "./generators.ts";
import { idiomsPass } from "./idioms.ts";
import { iteratorsPass } from "./iterators.ts";
import { implicitErrors } from "./implicit-errors.ts";
import { listPointersPass } from "./list-pointers.ts";
import { literalOrderPass } from "./literal-order.ts";
import { loopsPass } from "./loops.ts";
import { matchesPass } from "./matches.ts";
import { nextMethodsPass } from "./next-methods.ts";
import { openedFilesPass } from "./opened-files.ts";
import { orderedDictsPass } from "./ordered-dicts.ts";
import { outerPass } from "./outer.ts";
import { overflowsPass } from "./overflows.ts";
import { promotedMethodsPass } from "./promoted-methods.ts";
import type { Pass, PassContext } from "./pass.ts";
import { roundsPass } from "./rounds.ts";
import { runeLoopsPass } from "./rune-loops.ts";
import { setsPass } from "./sets.ts";
import { placeAliasesPass } from "./place-aliases.ts";
import { referencesPass } from "./references.ts";
import { sharingPass } from "./sharing.ts";
import { truthSetsPass } from "./truth-sets.ts";
import { unusedPass } from "./unused.ts";
import { windowsPass } from "./windows.ts";
import { zerosPass } from "./zeros.ts";

/** Every pass, in the order in which they run. */
export const passes: readonly Pass[] = [
  promotedMethodsPass,
  overflowsPass,
  zerosPass,
  generatorsPass,
  runeLoopsPass,
  truthSetsPass,
  setsPass,
  bigNumbersPass,
  referencesPass,
  idiomsPass,
  selectsPass,
  defers,
  errorsToExceptions,
  openedFilesPass,
  copiesPass,
  windowsPass,
  placeAliasesPass,
  listPointersPass,
  literalOrderPass,
  sharingPass,
  definedTypesPass,
  nextMethodsPass,
  iteratorsPass,
  matchesPass,
  implicitErrors,
  attempts,
  loopsPass,
  declarationsPass,
  unusedPass,
  commaOkPass,
  branchesPass,
  roundsPass,
  asyncFunctionsPass,
  outerPass,
  orderedDictsPass,
];

/** Told after each pass; for dumps and tests. */
export type PassObserver = (
  name: string,
  declarations: readonly ir.Declaration[],
  violations: readonly Violation[],
) => void;

/** Runs the passes that concern this pair of languages. A pass that throws is skipped and reported as a defect, so that the rest lives on. */
export function runPasses(
  declarations: readonly ir.Declaration[],
  context: PassContext,
  observe?: PassObserver,
): readonly ir.Declaration[] {
  let current = declarations;
  observe?.("lift", current, current.flatMap(verify));
  for (const pass of passes) {
    if (
      (pass.from !== undefined && pass.from !== context.source) ||
      (pass.to !== undefined && pass.to !== context.target)
    )
      continue;
    try {
      current = pass.run(current, context);
    } catch (error) {
      const [first] = current;
      const message = `A step of the translation failed because of a defect in Interlinear (${pass.name}: ${(error as Error).message}).`;
      if (first) context.report(first, { severity: "mark", code: "internal-error", message });
    }
    observe?.(pass.name, current, observe === undefined ? [] : current.flatMap(verify));
  }
  return current;
}
