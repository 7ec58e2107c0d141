import type { Checker, FileContext } from "./checker.ts";
import { affectedNames, definitions, forget, importFingerprint, summarise } from "./analysis-units.ts";
import type { SummarisedDeclaration } from "./analysis-units.ts";
import { Collector } from "./check-collect.ts";
import type { Unit } from "./check-collect.ts";
import { collectImports } from "./check-imports.ts";
import type { ImportedName } from "./check-imports.ts";
import { collectMethods } from "./check-methods.ts";
import { Scope } from "./scope.ts";
import type { Entity, GoPackage } from "./scope.ts";
import type { Decl, File, FuncDecl } from "./tree.ts";
import { universe } from "./universe.ts";

/** A file that belongs to a package. */
export interface PackageFile {
  readonly path: string;
  readonly tree: File;
}

interface CollectedFile {
  readonly context: FileContext;
  readonly imports: readonly ImportedName[];
  readonly importText: string;
}

/** A package with its units in order. */
export interface PackageContents {
  readonly package: GoPackage;
  readonly files: ReadonlyMap<string, CollectedFile>;
  /** In the order of the files and of their declarations. */
  readonly units: Unit[];
  /** The units that were not taken over from an earlier version and have to be checked. */
  readonly fresh: readonly Unit[];
  /** The methods declared for each type name. */
  readonly methods: ReadonlyMap<string, FuncDecl[]>;
  /** What each name is defined by. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Whether a name may mean something else than in the earlier version. */
  readonly changed: boolean;
}

/** How a package is declared. */
export interface PackageParts {
  readonly path: string;
  readonly files: readonly PackageFile[];
  /** Whether it belongs to the program. */
  readonly own: boolean;
  /** Whether declarations are missing. */
  readonly partial?: boolean;
  /** Whether there may be facts about its nodes from an earlier check. */
  readonly checkedBefore?: boolean;
  /** An earlier version, which is taken apart: what cannot have changed is taken over from it. */
  readonly previous?: PackageContents | undefined;
}

/** Declares everything that the files of a package declare. Nothing is resolved yet, except for what is taken over. */
export function collectPackage(check: Checker, parts: PackageParts): PackageContents {
  const { files, path, own, partial = false } = parts;
  const name = files.find((file) => file.tree.package !== undefined)?.tree.package?.name.name ?? "";
  const previous = parts.previous?.package.name === name ? parts.previous : undefined;
  const result: GoPackage = previous?.package ?? { path, name, scope: new Scope(universe), known: true, own, partial };
  const texts = new Map(files.map((file) => [file, own ? importFingerprint(file.tree) : ""]));
  const declarations = own
    ? files.flatMap((file) =>
        file.tree.decls.map((decl): SummarisedDeclaration => ({ decl, place: `${file.path} ${texts.get(file)!}` })),
      )
    : [];
  const after = definitions(declarations);
  const affected =
    previous === undefined ? new Set<string>() : affectedNames(previous.definitions, after, declarations);
  const old = new Reuse(previous, affected, declarations);
  result.scope.names.clear();
  const methods = collectMethods(files, (file) => collected.get(file.path)!.context);
  const collected = new Map<string, CollectedFile>();
  const ordinals = new Map<string, number>();
  const units: Unit[] = [];
  const fresh: Unit[] = [];
  for (const file of files) {
    const known = old.file(file, texts.get(file)!);
    const entry = known ?? collectFile(check, file, result, texts.get(file)!);
    collected.set(file.path, entry);
    const collector = new Collector(check, result, entry.context, methods, old.functions, ordinals);
    for (const decl of file.tree.decls) {
      const kept = known === undefined ? undefined : old.unit(decl);
      if (kept === undefined && parts.checkedBefore) forget(check.facts, decl);
      const unit = kept ?? collector.unit(decl);
      if (kept === undefined) fresh.push(unit);
      else collector.declareAgain(kept);
      units.push(unit);
    }
  }
  const nodes = new Map([...methods].map(([type, list]) => [type, list.map((method) => method.node)]));
  const changed = previous === undefined || affected.size > 0;
  return { package: result, files: collected, units, fresh, methods: nodes, definitions: after, changed };
}

function collectFile(check: Checker, file: PackageFile, declaring: GoPackage, importText: string): CollectedFile {
  const dotImports = new Map<string, Entity>();
  const unknownImports: Entity[] = [];
  const fragment = file.tree.package === undefined;
  const context: FileContext = {
    path: file.path,
    package: declaring,
    scope: new Scope(declaring.scope),
    dotImports,
    unknownImports,
    fragment,
  };
  return { context, imports: collectImports(check, file.tree, context, dotImports, unknownImports), importText };
}

/** Decides what of an earlier version of a package still holds. */
class Reuse {
  readonly #previous: PackageContents | undefined;
  readonly #affected: ReadonlySet<string>;
  readonly #units = new Map<Decl, Unit>();
  /** Functions whose signature is the same, by name: they stay the same bindings when their bodies change. */
  readonly functions = new Map<string, Entity>();

  constructor(
    previous: PackageContents | undefined,
    affected: ReadonlySet<string>,
    declarations: readonly SummarisedDeclaration[],
  ) {
    this.#previous = previous;
    this.#affected = affected;
    const counts = new Map<Decl, number>();
    for (const { decl } of declarations) counts.set(decl, (counts.get(decl) ?? 0) + 1);
    for (const unit of previous?.units ?? []) if (counts.get(unit.decl) === 1) this.#units.set(unit.decl, unit);
    for (const [name, entity] of previous?.package.scope.names ?? []) {
      if (entity.role === "function" && !affected.has(name)) this.functions.set(name, entity);
    }
  }

  /** The file as it was, when its imports are the same. Statements of a fragment depend on each other, so it is always new. */
  file(file: PackageFile, importText: string): CollectedFile | undefined {
    const known = this.#previous?.files.get(file.path);
    return known?.importText === importText && !known.context.fragment ? known : undefined;
  }

  /**
   * The unit, when neither its text nor anything it mentions changed, and it stands in the same file. Statements share a scope with others
   * around them, so they are always checked again.
   */
  unit(decl: Decl): Unit | undefined {
    const unit = decl.kind === "TopLevelStatements" ? undefined : this.#units.get(decl);
    if (unit === undefined || [...summarise(decl).mentions].some((name) => this.#affected.has(name))) return undefined;
    return unit;
  }
}
