import type { Language } from "../base/language.ts";
import { analyseGo, type GoAnalysis } from "../go/analysis.ts";
import { fileOf, type GoUnit } from "../go/read.ts";
import type { File } from "../go/tree.ts";
import type { IrModule, LiftedUnit } from "../ir/module.ts";
import type * as ir from "../ir/node.ts";
import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import { GoLifter } from "../lowering/lift-go.ts";
import { PythonLifter } from "../lowering/lift-python.ts";
import { analysePython, type PythonAnalysis } from "../python/analysis.ts";
import { expandModule } from "../python/expand.ts";
import { specialise, type SpecialisedProgram } from "../python/specialise.ts";
import type { PythonUnit, Statement } from "../python/tree.ts";
import type { SourceDocument } from "./document.ts";
import type { Environment } from "./environment.ts";

/** One unit as IR, with what lifting said about it. */
interface LiftedEntry {
  /** What the analysis's answers about the unit rested on. */
  readonly versions: readonly (object | undefined)[];
  readonly lifted: LiftedUnit;
  readonly diagnostics: readonly UnitDiagnostic[];
}

/** What lifting a unit gives. */
interface LiftedContents {
  readonly declarations: readonly ir.Declaration[];
  readonly diagnostics: readonly UnitDiagnostic[];
}

/** What lifting remembers of the units of earlier versions, by unit key and the identity of the unit's tree. */
export type LiftMemory = Map<string, { readonly tree: object; readonly form: string; readonly entry: LiftedEntry }>;

/** One document as IR, and what lifting said about it. */
export interface LiftedDocument {
  readonly document: SourceDocument;
  readonly module: IrModule;
  readonly diagnostics: readonly UnitDiagnostic[];
}

export interface Lifted<Analysis> {
  readonly analysis: Analysis;
  readonly lifted: readonly LiftedDocument[];
  readonly memory: LiftMemory;
}

/** The module name by which other modules import a Python document. */
function moduleName(path: string): string {
  return path.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "") || "main";
}

/** Takes over the entry of a unit whose tree and analysis are the same as before, or makes it. `form`: what else lifting goes by. */
function remembered(
  memory: LiftMemory,
  previous: LiftMemory | undefined,
  key: string,
  tree: object,
  form: string,
  versions: readonly (object | undefined)[],
  lift: () => LiftedContents,
): LiftedEntry {
  const known = previous?.get(key);
  const isSame =
    known !== undefined &&
    known.tree === tree &&
    known.form === form &&
    known.entry.versions.length === versions.length &&
    known.entry.versions.every((version, position) => version !== undefined && version === versions[position]);
  if (isSame) {
    memory.set(key, known);
    return known.entry;
  }
  const { declarations, diagnostics } = lift();
  const entry = { versions, lifted: { unit: key, declarations }, diagnostics };
  memory.set(key, { tree, form, entry });
  return entry;
}

/** Analyses and lifts all Python documents of a program. What `previous` and `previousMemory` know of unchanged units is taken over. */
export function liftPython(
  documents: readonly SourceDocument[],
  environment: Environment,
  target: Language,
  previous: SpecialisedProgram | undefined,
  previousMemory: LiftMemory | undefined,
): Lifted<SpecialisedProgram> {
  const program = specialise(
    documents.map(({ path }) => moduleName(path)),
    documents.map((document) => expandModule(document.python.units)),
    (sources, before) => analysePython(sources, environment.pythonLibrary, before),
    target === "go",
    previous,
  );
  const { analysis, modules: expanded } = program;
  const memory: LiftMemory = new Map();
  const lifted = documents.map((document, index): LiftedDocument => {
    const units = expanded[index]!;
    const documentation = docstring(units[0]?.parts[0]?.body[0]);
    const entries = units.map(({ source: unit, parts }, position) => {
      const key = document.unitKey(unit.key);
      const statements = parts.flatMap(({ body }) => body);
      const isDocumented = position === 0 && documentation !== undefined;
      const body = isDocumented ? statements.slice(1) : statements;
      const form = `${unit.blankBefore ? "blank" : ""} ${isDocumented ? "documentation" : ""}`;
      const versions = statements.map((statement) => analysis.versionOf(statement));
      const tree = parts[0]?.body ?? unit.body;
      return remembered(memory, previousMemory, key, tree, form, versions, () =>
        liftPythonUnit(unit, key, body, analysis, environment),
      );
    });
    return asDocument(document, entries, { language: "python", path: document.path, documentation, header: [] });
  });
  return { analysis: program, lifted, memory };
}

function liftPythonUnit(
  unit: PythonUnit,
  key: string,
  body: readonly Statement[],
  analysis: PythonAnalysis,
  environment: Environment,
): LiftedContents {
  const lifter = new PythonLifter({ key, text: unit.text }, analysis, environment.registry, environment.library);
  const declarations = lifter.unitDeclarations(body);
  const [head, ...rest] = declarations;
  const spaced = head !== undefined && unit.blankBefore ? [{ ...head, blankBefore: true }, ...rest] : declarations;
  return { declarations: spaced, diagnostics: lifter.sink.all };
}

function asDocument(
  document: SourceDocument,
  entries: readonly LiftedEntry[],
  module: Omit<IrModule, "units">,
): LiftedDocument {
  const units = entries.map((entry) => entry.lifted);
  const diagnostics = entries.flatMap((entry) => entry.diagnostics);
  return { document, module: { ...module, units }, diagnostics };
}

function docstring(statement: Statement | undefined): string | undefined {
  if (statement?.kind !== "Expr" || statement.value.kind !== "Constant" || statement.value.value.type !== "str")
    return undefined;
  return statement.value.value.value.trim();
}

/** Checks and lifts all Go documents of a program. */
export function liftGo(
  documents: readonly SourceDocument[],
  environment: Environment,
  previous: GoAnalysis | undefined,
  previousMemory: LiftMemory | undefined,
): Lifted<GoAnalysis> {
  const files = documents.map((document) => ({ path: document.path, tree: fileOf(document.go.units) }));
  const analysis = analyseGo(files, environment.goPackages, previous);
  const memory: LiftMemory = new Map();
  const lifted = documents.map((document, position): LiftedDocument => {
    const entries = document.go.units.map((unit) => {
      const key = document.unitKey(unit.key);
      const versions = unit.declarations.map((node) =>
        node.kind === "PackageClause" ? unit.declarations : analysis.versionOf(node),
      );
      return remembered(memory, previousMemory, key, unit.declarations, "", versions, () =>
        liftGoUnit(unit, key, analysis, environment),
      );
    });
    return asDocument(document, entries, goModule(document.path, files[position]!.tree));
  });
  return { analysis, lifted, memory };
}

function liftGoUnit(unit: GoUnit, key: string, analysis: GoAnalysis, environment: Environment): LiftedContents {
  const lifter = new GoLifter({ key, text: unit.text }, analysis, environment.registry, environment.library);
  const declarations = unit.declarations.flatMap((node) =>
    node.kind === "PackageClause" ? [] : lifter.declaration(node),
  );
  return { declarations, diagnostics: lifter.sink.all };
}

function goModule(path: string, tree: File): Omit<IrModule, "units"> {
  const header = [...(tree.leading ?? []), ...(tree.package?.leading ?? [])];
  return { language: "go", path, documentation: undefined, header, packageName: tree.package?.name.name };
}
