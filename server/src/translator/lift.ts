import { fileOf } from "../go/read.ts";
import { analyseGo, type GoAnalysis } from "../go/analysis.ts";
import type { IrModule, LiftedUnit } from "../ir/module.ts";
import { GoLifter } from "../lowering/lift-go.ts";
import { PythonLifter } from "../lowering/lift-python.ts";
import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import { analysePython, type PythonAnalysis } from "../python/analysis.ts";
import type { Statement } from "../python/tree.ts";
import type { SourceDocument } from "./document.ts";
import type { Environment } from "./environment.ts";

/** One document as IR, and what lifting said about it. */
export interface LiftedDocument {
  readonly document: SourceDocument;
  readonly module: IrModule;
  readonly diagnostics: readonly UnitDiagnostic[];
}

/** The module name by which other modules import a Python document. */
function moduleName(path: string): string {
  return path.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "") || "main";
}

/** Analyses and lifts all Python documents of a program. `previous` makes it cheap when little has changed. */
export function liftPython(
  documents: readonly SourceDocument[],
  environment: Environment,
  previous: PythonAnalysis | undefined,
): { readonly analysis: PythonAnalysis; readonly lifted: readonly LiftedDocument[] } {
  const sources = documents.map((document) => ({ name: moduleName(document.path), module: document.python }));
  const analysis = analysePython(sources, environment.pythonLibrary, previous);
  return { analysis, lifted: documents.map((document) => liftPythonDocument(document, analysis, environment)) };
}

function liftPythonDocument(document: SourceDocument, analysis: PythonAnalysis, environment: Environment): LiftedDocument {
  const diagnostics: UnitDiagnostic[] = [];
  const [first] = document.python.units;
  const documentation = first === undefined ? undefined : docstring(first.body[0]);
  const units = document.python.units.map((unit, position): LiftedUnit => {
    const key = document.unitKey(unit.key);
    const lifter = new PythonLifter({ key, text: unit.text }, analysis, environment.registry, environment.library);
    const hasDocstring = position === 0 && documentation !== undefined;
    const body = hasDocstring ? unit.body.slice(1) : unit.body;
    const declarations = lifter.unitDeclarations(body);
    const [head, ...rest] = declarations;
    diagnostics.push(...lifter.sink.all);
    const spaced = head !== undefined && unit.blankBefore ? [{ ...head, blankBefore: true }, ...rest] : declarations;
    return { unit: key, declarations: spaced };
  });
  return { document, module: { language: "python", path: document.path, documentation, header: [], units }, diagnostics };
}

function docstring(statement: Statement | undefined): string | undefined {
  if (statement?.kind !== "Expr" || statement.value.kind !== "Constant" || statement.value.value.type !== "str") return undefined;
  return statement.value.value.value.trim();
}

/** Checks and lifts all Go documents of a program. */
export function liftGo(
  documents: readonly SourceDocument[],
  environment: Environment,
  previous: GoAnalysis | undefined,
): { readonly analysis: GoAnalysis; readonly lifted: readonly LiftedDocument[] } {
  const files = documents.map((document) => ({ path: document.path, tree: fileOf(document.go.units) }));
  const analysis = analyseGo(files, environment.goPackages, previous);
  const lifted = documents.map((document, position) => {
    const diagnostics: UnitDiagnostic[] = [];
    const tree = files[position]!.tree;
    const units = document.go.units.map((unit): LiftedUnit => {
      const key = document.unitKey(unit.key);
      const lifter = new GoLifter({ key, text: unit.text }, analysis, environment.registry, environment.library);
      const declarations = unit.declarations.flatMap((node) => (node.kind === "PackageClause" ? [] : lifter.declaration(node)));
      diagnostics.push(...lifter.sink.all);
      return { unit: key, declarations };
    });
    const module: IrModule = {
      language: "go",
      path: document.path,
      documentation: undefined,
      header: [...(tree.leading ?? []), ...(tree.package?.leading ?? [])],
      packageName: tree.package?.name.name,
      units,
    };
    return { document, module, diagnostics };
  });
  return { analysis, lifted };
}
