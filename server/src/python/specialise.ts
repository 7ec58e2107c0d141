import type { Type } from "../types/type.ts";
import type { ModuleSource, PythonAnalysis } from "./analysis-api.ts";
import type { ExpandedUnit } from "./expand.ts";
import { candidatesIn, isPolymorphic } from "./specialise-candidates.ts";
import { Copies } from "./specialise-copies.ts";
import { groupCopies } from "./specialise-groups.ts";
import { settledTests } from "./specialise-tests.ts";
import type { FunctionDef } from "./tree.ts";

/*
 * A function that the program uses with arguments of several types has one type in Python and none in Go. Where inference finds that no single type
 * holds for it, each use gets a copy, whose types are inferred by themselves; copies that turn out the same become one again.
 */

/** The units of each module as they are lifted, and what is known of them. */
export interface SpecialisedProgram {
  readonly modules: readonly (readonly ExpandedUnit[])[];
  readonly analysis: PythonAnalysis;
  /** The analyses that led there: of the program as it is, and with a copy for each use, whose untaken branches go from trial to trial. */
  readonly plain: PythonAnalysis;
  readonly trials: readonly PythonAnalysis[];
}

/** Trials end when no copy has a branch left that its types rule out, or after so many. */
const mostTrials = 4;

export type Analyse = (modules: readonly ModuleSource[], previous: PythonAnalysis | undefined) => PythonAnalysis;

/** Analyses a program, its functions copied where they have no single type and that matters (`mayCopy`). `previous` must not be asked any more afterwards. */
export function specialise(
  names: readonly string[],
  modules: readonly (readonly ExpandedUnit[])[],
  analyse: Analyse,
  mayCopy: boolean,
  previous: SpecialisedProgram | undefined,
): SpecialisedProgram {
  const sourcesOf = (from: readonly (readonly ExpandedUnit[])[]): ModuleSource[] =>
    from.map((units, at) => ({ name: names[at]!, module: { units: units.flatMap(({ parts }) => parts) } }));
  const plain = analyse(sourcesOf(modules), previous?.plain);
  const chosen = modules.map((units) =>
    (mayCopy ? candidatesIn(units) : []).filter(
      ({ node }) => isPolymorphic(node, signatureOf(plain, node)) || settledTests(node, plain).size > 0,
    ),
  );
  if (chosen.every((candidates) => candidates.length === 0)) return { modules, analysis: plain, plain, trials: [] };
  const copies = modules.map((units, at) => new Copies(units, chosen[at]!));
  // Each trial goes on from the same trial of before: the trees of another differ where branches are gone.
  const trials: PythonAnalysis[] = [];
  do trials.push(analyse(sourcesOf(copies.map((each) => each.apart())), previous?.trials[trials.length]));
  while (trials.length < mostTrials && answered(copies, trials.at(-1)!));
  const groups = copies.map((each) => groupCopies(each.all, trials.at(-1)!));
  const together = copies.map((each, at) => each.together(groups[at]!));
  if (together.every((units, at) => units === modules[at])) return { modules, analysis: plain, plain, trials };
  const final = previous && previous.analysis !== previous.plain ? previous.analysis : undefined;
  return { modules: together, analysis: analyse(sourcesOf(together), final), plain, trials };
}

/** Lets copies drop what they never come to. Says whether any did. */
function answered(copies: readonly Copies[], trial: PythonAnalysis): boolean {
  return copies.map((each) => each.answer(trial)).some(Boolean);
}

function signatureOf(analysis: PythonAnalysis, node: FunctionDef): Type | undefined {
  return analysis.bindingOf(node)?.type;
}
