import type { Comment } from "../base/syntax-node.ts";
import type { Origin } from "../base/origin.ts";
import { withImports } from "../go/imports.ts";
import type * as go from "../go/tree.ts";
import type { IrModule } from "../ir/module.ts";
import { markComments } from "../lowering/demotion-text.ts";
import type { UnitDiagnostic } from "../lowering/diagnostics.ts";
import type { Limit } from "../lowering/limits.ts";
import type { HelperDefinition } from "../lowering/helper.ts";
import type * as py from "../python/tree.ts";
import { assembleGo, assemblePython, neededHelpers } from "./assemble.ts";
import { namesOfDeclarations, namesOfStatements, withoutCollisions } from "./helper-names.ts";
import { GoChecker } from "./check.ts";
import type { SourceDocument } from "./document.ts";
import type { Environment } from "./environment.ts";
import type { LoweredUnit } from "./lower.ts";
import { printGo, printGoDecls, printPython, type MappedText } from "./print.ts";
import { readGoText, readPythonStatements } from "./read-text.ts";

/** One document in the target language. Texts are made when they are asked for. */
export interface CompiledDocument {
  readonly document: SourceDocument;
  readonly diagnostics: readonly UnitDiagnostic[];
  readonly helpers: readonly { readonly name: string; readonly text: string }[];
  /** The whole file. */
  readonly printed: MappedText;
  /** The text that one unit of the source became, without helpers and imports; undefined where it became nothing of its own. */
  printedUnit(unit: string): MappedText | undefined;
}

/** The units that hold what came from a unit of the source: its own, or the one into which it was moved. */
function unitsFor<Node>(units: readonly LoweredUnit<Node>[], unit: string): readonly LoweredUnit<Node>[] {
  const own = units.filter((candidate) => candidate.unit === unit && candidate.nodes.length > 0);
  return own.length > 0 ? own : units.filter((candidate) => candidate.includes.includes(unit));
}

/** A Go file made of a Python or Go document. */
export class CompiledGo implements CompiledDocument {
  readonly document: SourceDocument;
  readonly helpers: CompiledDocument["helpers"];
  readonly diagnostics: readonly UnitDiagnostic[];
  readonly checker: GoChecker;
  readonly #units: readonly LoweredUnit<go.Decl>[];
  readonly #file: go.File;
  readonly #replaced: ReadonlyMap<go.Decl, go.Decl>;
  readonly #environment: Environment;
  readonly #printedUnits = new Map<string, MappedText | undefined>();
  #printed: MappedText | undefined;

  constructor(
    document: SourceDocument,
    module: IrModule,
    units: readonly LoweredUnit<go.Decl>[],
    diagnostics: readonly UnitDiagnostic[],
    environment: Environment,
    packageName: string,
    previous: CompiledGo | undefined,
  ) {
    this.document = document;
    this.#units = units;
    this.#environment = environment;
    const needed = neededHelpers(
      units.flatMap((unit) => [...unit.helpers]),
      environment.helpers,
      "go",
    );
    const helpers = withoutCollisions(needed, () => namesOfDeclarations(units.flatMap((unit) => unit.nodes)));
    this.helpers = helpers.map(({ name, source }) => ({ name, text: source }));
    const assembled = assembleGo(
      module,
      units,
      helpers.flatMap((helper) => helperDecls(environment, helper)),
      packageName,
    );
    this.checker = previous?.checker ?? new GoChecker(environment);
    const comments = (message: string, origin: Origin | undefined): readonly Comment[] =>
      markComments(message, sourceOf(document, origin));
    const checked = this.checker.check(assembled, comments);
    this.#file = checked.file;
    this.#replaced = new Map(
      assembled.decls.flatMap((decl, position) => {
        const left = checked.file.decls[position];
        return left === undefined || left === decl ? [] : [[decl, left]];
      }),
    );
    this.diagnostics = [...diagnostics, ...units.flatMap((unit) => unit.diagnostics), ...checked.diagnostics];
  }

  get printed(): MappedText {
    this.#printed ??= printGo(withImports(this.#file), this.#environment);
    return this.#printed;
  }

  printedUnit(unit: string): MappedText | undefined {
    if (!this.#printedUnits.has(unit)) {
      const decls = unitsFor(this.#units, unit)
        .flatMap(({ nodes }) => nodes)
        .map((decl) => this.#replaced.get(decl) ?? decl);
      this.#printedUnits.set(unit, decls.length === 0 ? undefined : printGoDecls(decls, this.#environment));
    }
    return this.#printedUnits.get(unit);
  }
}

/** A Python module made of a Go or Python document. */
export class CompiledPython implements CompiledDocument {
  readonly document: SourceDocument;
  readonly helpers: CompiledDocument["helpers"];
  readonly diagnostics: readonly UnitDiagnostic[];
  readonly #units: readonly LoweredUnit<py.Statement>[];
  readonly #module: IrModule;
  readonly #neededHelpers: readonly HelperDefinition[];
  readonly #environment: Environment;
  readonly #printedUnits = new Map<string, MappedText | undefined>();
  readonly #limits: readonly Limit[];
  #printed: MappedText | undefined;

  constructor(
    document: SourceDocument,
    module: IrModule,
    units: readonly LoweredUnit<py.Statement>[],
    diagnostics: readonly UnitDiagnostic[],
    environment: Environment,
    _previous: CompiledPython | undefined,
    limits: readonly Limit[],
  ) {
    this.#limits = limits;
    this.document = document;
    this.#units = units;
    this.#module = module;
    this.#environment = environment;
    const needed = neededHelpers(
      units.flatMap((unit) => [...unit.helpers]),
      environment.helpers,
      "python",
    );
    const helpers = withoutCollisions(needed, () => namesOfStatements(units.flatMap((unit) => unit.nodes)));
    this.helpers = helpers.map(({ name, source }) => ({ name, text: source }));
    this.#neededHelpers = helpers;
    this.diagnostics = [...diagnostics, ...units.flatMap((unit) => unit.diagnostics)];
  }

  get printed(): MappedText {
    this.#printed ??= printPython(
      assemblePython(this.#module, this.#units, this.#helperStatements(), this.#limits),
      this.#environment,
    );
    return this.#printed;
  }

  /** The helpers as trees: a hover has no need of them, so they are read only for the whole file. */
  #helperStatements(): readonly py.Statement[] {
    return this.#neededHelpers.flatMap((helper) =>
      readPythonStatements(this.#environment.grammars, [...(helper.imports ?? []), helper.source].join("\n")),
    );
  }

  printedUnit(unit: string): MappedText | undefined {
    if (!this.#printedUnits.has(unit)) {
      const body = unitsFor(this.#units, unit).flatMap(({ nodes }) => nodes);
      this.#printedUnits.set(
        unit,
        body.length === 0
          ? undefined
          : printPython({ kind: "Module", body, span: { start: 0, end: 0 } }, this.#environment),
      );
    }
    return this.#printedUnits.get(unit);
  }
}

const helperTrees = new Map<string, readonly go.Decl[]>();

function helperDecls(environment: Environment, { source }: HelperDefinition): readonly go.Decl[] {
  let decls = helperTrees.get(source);
  if (!decls) {
    decls = readGoText(environment.grammars, `package helpers\n\n${source}`)
      .filter((decl) => !(decl.kind === "GenDecl" && decl.tok === "import"))
      .map((decl) => ({ ...decl, blankBefore: true }));
    helperTrees.set(source, decls);
  }
  return decls;
}

function sourceOf(document: SourceDocument, origin: Origin | undefined): string {
  const [range] = origin?.ranges ?? [];
  return range === undefined ? "" : (document.source(range.unit, range.span) ?? "");
}
