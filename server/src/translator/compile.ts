import type { Language } from "../base/language.ts";
import type { Origin } from "../base/origin.ts";
import type { GoAnalysis } from "../go/analysis.ts";
import type * as go from "../go/tree.ts";
import type { IrModule } from "../ir/module.ts";
import type { Declaration } from "../ir/node.ts";
import type { ProgramFacts } from "../lowering/facts.ts";
import type { PassObserver } from "../lowering/passes/index.ts";
import { nameProgram, type ProgramNames } from "../lowering/program-names.ts";
import { solve } from "../lowering/solve.ts";
import { summarise, type UnitSummary } from "../lowering/summaries.ts";
import type { SpecialisedProgram } from "../python/specialise.ts";
import type * as py from "../python/tree.ts";
import { arrange } from "./arrange.ts";
import { CompiledGo, CompiledPython, type CompiledDocument } from "./compiled-document.ts";
import type { SourceDocument } from "./document.ts";
import type { Environment } from "./environment.ts";
import { fingerprint } from "./fingerprint.ts";
import { liftGo, liftPython, type LiftMemory } from "./lift.ts";
import { loweringMemory, lowerToGo, lowerToPython, type LoweringInput, type LoweringMemory } from "./lower.ts";

/** A program in the other language, and what the next compilation can take over from this one. */
export interface Compilation {
  readonly documents: readonly CompiledDocument[];
  readonly target: Language;
  readonly analysis: SpecialisedProgram | GoAnalysis;
  readonly liftMemory: LiftMemory;
  readonly modules: readonly IrModule[];
  readonly solved: Solved;
  readonly goMemory: LoweringMemory<go.Decl> | undefined;
  readonly pythonMemory: LoweringMemory<py.Statement> | undefined;
}

/** Facts and names, and the summaries that they follow from. */
interface Solved {
  readonly facts: ProgramFacts;
  readonly summaries: readonly UnitSummary[];
  readonly names: ProgramNames;
}

export interface CompileOptions {
  readonly target: Language;
  /** A compilation of an earlier state of the same program to the same target. It must not be used afterwards. */
  readonly previous?: Compilation | undefined;
  /** Told after each pass over each unit that is lowered. */
  readonly observe?: PassObserver | undefined;
}

/** Translates all documents of one language together. Documents must all be in that language. */
export function compile(
  documents: readonly SourceDocument[],
  environment: Environment,
  options: CompileOptions,
): Compilation {
  const source = documents[0]?.language ?? "python";
  const { target, previous } = options;
  const { analysis, lifted, memory } =
    source === "python"
      ? liftPython(
          documents,
          environment,
          target,
          previous?.analysis as SpecialisedProgram | undefined,
          previous?.liftMemory,
        )
      : liftGo(documents, environment, previous?.analysis as GoAnalysis | undefined, previous?.liftMemory);
  const modules = lifted.map(({ module }) =>
    arrange(
      module,
      target,
      previous?.modules.find((other) => other.path === module.path),
    ),
  );
  const solved = solveProgram(modules, environment, target, source === target, previous?.solved);
  const inputOf = (document: SourceDocument): LoweringInput => ({
    environment,
    facts: solved.facts,
    names: solved.names,
    target,
    sourceText: (origin: Origin) => sourceOf(document, origin),
    observe: options.observe,
  });
  const [first] = documents;
  const goMemory = target === "go" && first ? loweringMemory(inputOf(first), previous?.goMemory) : undefined;
  const pythonMemory =
    target === "python" && first ? loweringMemory(inputOf(first), previous?.pythonMemory) : undefined;
  const compiled = lifted.map(({ document, diagnostics }, position): CompiledDocument => {
    const module = modules[position]!;
    const input = inputOf(document);
    const before = previous?.documents.find((other) => other.document === document);
    if (goMemory) {
      const packageName = solved.facts.isProgram || source === "python" ? "main" : (module.packageName ?? "main");
      return new CompiledGo(
        document,
        module,
        lowerToGo(module, input, goMemory),
        diagnostics,
        environment,
        packageName,
        before as CompiledGo | undefined,
      );
    }
    return new CompiledPython(
      document,
      module,
      lowerToPython(module, input, pythonMemory!),
      diagnostics,
      environment,
      before as CompiledPython | undefined,
      source === "go" ? solved.facts.limits : [],
    );
  });
  return { documents: compiled, target, analysis, liftMemory: memory, modules, solved, goMemory, pythonMemory };
}

const knownSummaries = new WeakMap<readonly Declaration[], UnitSummary>();
const summaryKeys = new WeakMap<UnitSummary, string>();

/** Solves facts and names; where the summaries say the same as before, the very objects of before go on, so that nothing that rests on them is lost. */
function solveProgram(
  modules: readonly IrModule[],
  environment: Environment,
  target: Language,
  isFaithful: boolean,
  previous: Solved | undefined,
): Solved {
  const summaries = modules.flatMap((module) =>
    module.units.map(({ declarations }) => {
      let summary = knownSummaries.get(declarations);
      if (!summary) knownSummaries.set(declarations, (summary = summarise(declarations, environment.library)));
      return summary;
    }),
  );
  const isSame =
    previous?.summaries.length === summaries.length &&
    previous.summaries.every((summary, position) => saysSame(summary, summaries[position]!));
  const facts = isSame ? previous.facts : solve(summaries, isFaithful);
  return { facts, summaries, names: nameProgram(modules, target, facts.isProgram, previous?.names) };
}

function saysSame(left: UnitSummary, right: UnitSummary): boolean {
  return left === right || summaryKey(left) === summaryKey(right);
}

function summaryKey(summary: UnitSummary): string {
  let key = summaryKeys.get(summary);
  if (key === undefined) summaryKeys.set(summary, (key = fingerprint(summary)));
  return key;
}

function sourceOf(document: SourceDocument, origin: Origin): string {
  const [range] = origin.ranges;
  return range === undefined ? "" : (document.source(range.unit, range.span) ?? "");
}
