import type { Language } from "../base/language.ts";
import type { Origin } from "../base/origin.ts";
import type { GoAnalysis } from "../go/analysis.ts";
import type { Decl } from "../go/tree.ts";
import { readGoText, readPythonStatements } from "./read-text.ts";
import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import { arrangeModule } from "../lowering/passes/modules.ts";
import type { PassObserver } from "../lowering/passes/index.ts";
import { nameProgram } from "../lowering/program-names.ts";
import { solve } from "../lowering/solve.ts";
import { summarise } from "../lowering/summaries.ts";
import type { PythonAnalysis } from "../python/analysis.ts";
import { assembleGo, assemblePython, neededHelpers } from "./assemble.ts";
import { checkedGo } from "./check.ts";
import type { SourceDocument } from "./document.ts";
import type { Environment } from "./environment.ts";
import { liftGo, liftPython } from "./lift.ts";
import { lowerToGo, lowerToPython } from "./lower.ts";
import { printGo, printPython, type MappedText } from "./print.ts";

/** One document in the target language, before places are turned into offsets of the file. */
export interface CompiledDocument {
  readonly document: SourceDocument;
  readonly printed: MappedText;
  readonly diagnostics: readonly UnitDiagnostic[];
  readonly helpers: readonly { readonly name: string; readonly text: string }[];
}

/** What is kept from one compilation for the next. */
export interface Compilation {
  readonly documents: readonly CompiledDocument[];
  readonly analysis: PythonAnalysis | GoAnalysis;
}

export interface CompileOptions {
  readonly target: Language;
  readonly previous?: Compilation | undefined;
  readonly observe?: PassObserver | undefined;
}

/** Translates all documents of one language together. Documents must all be in that language. */
export function compile(documents: readonly SourceDocument[], environment: Environment, options: CompileOptions): Compilation {
  const source = documents[0]?.language ?? "python";
  const { target } = options;
  const previous = options.previous?.analysis;
  const { analysis, lifted } =
    source === "python"
      ? liftPython(documents, environment, previous as PythonAnalysis | undefined)
      : liftGo(documents, environment, previous as GoAnalysis | undefined);
  const modules = lifted.map(({ module }) => arrangeModule(module, target));
  const isFaithful = source === target;
  const facts = solve(
    modules.flatMap((module) => module.units.map((unit) => summarise(unit.declarations, environment.library))),
    isFaithful,
  );
  const names = nameProgram(modules, target, facts.isProgram);
  const compiled = lifted.map(({ document, diagnostics }, position): CompiledDocument => {
    const module = modules[position]!;
    const sourceText = (origin: Origin): string => sourceOf(document, origin);
    const input = { environment, facts, names, target, sourceText, observe: options.observe };
    if (target === "go") {
      const units = lowerToGo(module, input);
      const helpers = neededHelpers(units.flatMap((unit) => [...unit.helpers]), environment.helpers);
      const packageName = facts.isProgram || source === "python" ? "main" : (module.packageName ?? "main");
      const assembled = assembleGo(module, units, helpers.flatMap((helper) => helperDecls(environment, helper.source)), packageName);
      const { file, diagnostics: demoted } = checkedGo(assembled, environment, sourceText, false);
      const printed = printGo(file, environment);
      const all = [...diagnostics, ...units.flatMap((unit) => unit.diagnostics), ...demoted];
      return { document, printed, diagnostics: all, helpers: helpers.map(({ name, source: text }) => ({ name, text })) };
    }
    const units = lowerToPython(module, input);
    const helpers = neededHelpers(units.flatMap((unit) => [...unit.helpers]), environment.helpers);
    const assembled = assemblePython(module, units, helpers.flatMap((helper) => readPythonStatements(environment.grammars, [...(helper.imports ?? []), helper.source].join("\n"))));
    const printed = printPython(assembled, environment);
    const all = [...diagnostics, ...units.flatMap((unit) => unit.diagnostics)];
    return { document, printed, diagnostics: all, helpers: helpers.map(({ name, source: text }) => ({ name, text })) };
  });
  return { documents: compiled, analysis };
}

const helperTrees = new Map<string, readonly Decl[]>();

function helperDecls(environment: Environment, source: string): readonly Decl[] {
  const known = helperTrees.get(source);
  if (known) return known;
  const decls = readGoText(environment.grammars, `package helpers\n\n${source}`).filter((decl) => !(decl.kind === "GenDecl" && decl.tok === "import"));
  helperTrees.set(source, decls);
  return decls;
}

function sourceOf(document: SourceDocument, origin: Origin): string {
  const [range] = origin.ranges;
  return range === undefined ? "" : (document.source(range.unit, range.span) ?? "");
}
