import type { TypeSymbol } from "../types/type.ts";
import type { GoError, GoPackages, GoSourceFile } from "./analysis-api.ts";
import { FactStore } from "./checker.ts";
import { RuleChecker } from "./check.ts";
import { guessName } from "./check-imports.ts";
import type { ImportedName } from "./check-imports.ts";
import { collectPackage } from "./check-package.ts";
import type { PackageContents } from "./check-package.ts";
import type { Unit } from "./check-collect.ts";
import { bodyChanges, changeBody, keepReferences } from "./check-revision.ts";
import { initializationErrors } from "./check-initialization.ts";
import { emptyContext, loaderFor, unknownPackage } from "./check-stubs.ts";
import type { StubLoader } from "./check-stubs.ts";
import type { Entity, GoPackage } from "./scope.ts";
import type { Decl, FuncDecl } from "./tree.ts";

/** The files of one package. */
interface Group {
  readonly key: string;
  readonly path: string;
  readonly files: readonly GoSourceFile[];
}

/** A program that is kept checked while its files change. */
export class ProgramChecker extends RuleChecker {
  #loader: StubLoader;
  #groups: readonly Group[] = [];
  #packages = new Map<string, PackageContents>();
  #previous: ReadonlyMap<string, PackageContents> = new Map();
  #errors: readonly GoError[] = [];
  #updates = 0;
  readonly #versions = new WeakMap<Decl, object>();

  constructor(packages: GoPackages) {
    super(new FactStore(), emptyContext(unknownPackage("")));
    this.#loader = loaderFor(packages);
  }

  /** What the last update found. */
  get errors(): readonly GoError[] {
    return this.#errors;
  }

  /** Takes over the files as they are now, and checks what may have changed since the last time. */
  update(files: readonly GoSourceFile[], packages: GoPackages): void {
    this.#updates += 1;
    const loader = loaderFor(packages);
    const groups = groupFiles(files);
    const comparable = loader === this.#loader && sameKeys(groups, this.#groups);
    if (comparable && this.#follow(groups)) return;
    this.#previous = comparable ? this.#packages : new Map();
    this.#loader = loader;
    this.#groups = groups;
    this.#packages = new Map();
    for (const group of groups) this.#collect(group);
    this.#previous = new Map();
    const contents = groups.map((group) => this.#packages.get(group.key)!);
    for (const unit of contents.flatMap((each) => each.fresh)) this.#checkUnit(unit);
    const units = contents.flatMap((each) => each.units);
    const imports = contents.flatMap((each) => [...each.files.values()].flatMap((file) => file.imports));
    countUses(units, imports);
    this.#gatherErrors();
  }

  /** Takes over changes inside of bodies, about which nothing else has to be asked. Says whether there were no others. */
  #follow(groups: readonly Group[]): boolean {
    const all = groups.map((group) => ({
      contents: this.#packages.get(group.key)!,
      changes: bodyChanges(this.#packages.get(group.key)!, group.files),
    }));
    if (all.some(({ changes }) => changes === undefined)) return false;
    this.#groups = groups;
    for (const { contents, changes } of all) {
      for (const change of changes!) {
        const before = contents.units[change.position]!.decl;
        const unit = changeBody(this, contents, change);
        this.#checkUnit(unit);
        keepReferences(this, before, unit.decl);
        addUses(unit);
      }
    }
    if (all.some(({ changes }) => changes!.length > 0)) this.#gatherErrors();
    return true;
  }

  #checkUnit(unit: Unit): void {
    this.#versions.set(unit.decl, {});
    unit.check();
    this.runDelayed();
  }

  #gatherErrors(): void {
    const contents = this.#groups.map((group) => this.#packages.get(group.key)!);
    const units = contents.flatMap((each) => each.units);
    this.#errors = [
      ...units.flatMap((unit) => (unit.record.errors.length === 0 ? [] : errorsOf(unit))),
      ...initializationErrors(this.facts, units),
      ...contents.flatMap(importErrors),
    ];
  }

  #collect(group: Group): PackageContents {
    const known = this.#packages.get(group.key);
    if (known !== undefined) return known;
    const previous = this.#dependsOnChanges(group) ? undefined : this.#previous.get(group.key);
    const contents = collectPackage(this, {
      path: group.path,
      files: group.files,
      own: true,
      previous,
      checkedBefore: this.#updates > 1,
    });
    this.#packages.set(group.key, contents);
    return contents;
  }

  /** Whether a package of the program that the group imports has changed. Those are collected first. */
  #dependsOnChanges(group: Group): boolean {
    let changed = false;
    for (const path of importedPaths(group)) {
      const imported = this.#groups.find((other) => other.path === path && other !== group);
      if (imported === undefined || this.#collecting.has(imported)) continue;
      this.#collecting.add(group);
      changed = this.#collect(imported).changed || changed;
      this.#collecting.delete(group);
    }
    return changed;
  }

  readonly #collecting = new Set<Group>();

  override importPackage(path: string): GoPackage {
    const group = path === "" ? undefined : this.#groups.find((other) => other.path === path);
    if (group === undefined) return this.#loader.importPackage(path);
    const known = this.#packages.get(group.key);
    // Packages that import each other are an error; what is not collected yet is unknown then.
    if (known === undefined && this.#collecting.has(group)) return unknownPackage(path);
    return (known ?? this.#collect(group)).package;
  }

  override guessPackage(name: string, member: string): GoPackage | undefined {
    return this.#loader.guessPackage(name, member);
  }

  /** The same object until the declaration is checked again. */
  versionOf(node: Decl): object | undefined {
    return this.#versions.get(node);
  }

  methodsOf(symbol: TypeSymbol): readonly FuncDecl[] {
    for (const contents of this.#packages.values()) {
      const declared: Entity | undefined = contents.package.scope.names.get(symbol.name);
      if (declared?.type.kind === "named" && declared.type.symbol === symbol)
        return contents.methods.get(symbol.name) ?? [];
    }
    return [];
  }

  override methodDeclaration(symbol: TypeSymbol, name: string): FuncDecl | undefined {
    return this.methodsOf(symbol).find((method) => method.name.name === name);
  }
}

function groupFiles(files: readonly GoSourceFile[]): Group[] {
  const groups = new Map<string, GoSourceFile[]>();
  for (const file of files) {
    const key = `${file.importPath ?? ""} ${file.tree.package?.name.name ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups].map(([key, group]) => ({ key, path: group[0]!.importPath ?? "", files: group }));
}

function sameKeys(left: readonly Group[], right: readonly Group[]): boolean {
  const keys = (groups: readonly Group[]): string => groups.map((group) => group.key).join("\n");
  return keys(left) === keys(right);
}

function importedPaths(group: Group): string[] {
  const paths: string[] = [];
  for (const decl of group.files.flatMap((file) => file.tree.decls)) {
    if (decl.kind !== "GenDecl" || decl.tok !== "import") continue;
    for (const spec of decl.specs)
      if (spec.kind === "ImportSpec" && typeof spec.path.value === "string") paths.push(spec.path.value);
  }
  return paths;
}

/** Adds up how often what several units may use is used. */
function countUses(units: readonly Unit[], imports: readonly ImportedName[]): void {
  for (const entity of [...units.flatMap((unit) => unit.entities), ...imports.map((name) => name.entity)]) {
    entity.reads = 0;
    entity.captured = false;
    entity.assignments = entity.role === "type" || entity.role === "package" ? 0 : 1;
  }
  for (const unit of units) addUses(unit);
}

function addUses(unit: Unit): void {
  for (const [entity, count] of unit.record.uses) {
    entity.reads += count.reads;
    entity.assignments += count.assignments;
    entity.captured ||= count.captured;
  }
}

/** The errors of a unit, in the order of the text, as the order in which declarations were needed is of no interest. */
function errorsOf(unit: Unit): GoError[] {
  return [...unit.record.errors].sort(
    (a, b) =>
      a.node.span.start - b.node.span.start ||
      a.node.span.end - b.node.span.end ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}

function importErrors(contents: PackageContents): GoError[] {
  const errors: GoError[] = [];
  for (const { spec, file, entity } of [...contents.files.values()].flatMap((each) => each.imports)) {
    const path = entity.importPath ?? "";
    const dot = spec.name?.name === ".";
    const report = (code: GoError["code"], message: string): number =>
      errors.push({ node: spec, code, message, path: file.path });
    if (!dot && file.scope.names.get(entity.name) !== entity)
      report("duplicate-declaration", `${entity.name} redeclared in this block`);
    else if (!dot && contents.package.scope.names.has(entity.name)) {
      report("duplicate-declaration", `${entity.name} already declared through import of package "${path}"`);
    }
    if (entity.reads > 0) continue;
    const name = spec.name !== undefined && !dot ? spec.name.name : entity.name;
    report("unused-import", `"${path}" imported${name === guessName(path) ? "" : ` as ${name}`} and not used`);
  }
  return errors;
}
