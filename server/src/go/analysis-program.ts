import type { TypeSymbol } from "../types/type.ts";
import type { GoError, GoPackages, GoSourceFile } from "./analysis-api.ts";
import { FactStore } from "./checker.ts";
import { RuleChecker } from "./check.ts";
import { guessName } from "./check-imports.ts";
import { collectPackage } from "./check-package.ts";
import type { PackageContents, Unit } from "./check-package.ts";
import { emptyContext, loaderFor, unknownPackage } from "./check-stubs.ts";
import type { StubLoader } from "./check-stubs.ts";
import type { Entity, GoPackage } from "./scope.ts";
import type { FuncDecl } from "./tree.ts";

/** A program that is being checked, or has been. */
export class ProgramChecker extends RuleChecker {
  readonly errors: readonly GoError[];
  readonly #loader: StubLoader;
  readonly #packages: PackageContents[] = [];
  readonly #pending = new Map<string, () => GoPackage>();

  constructor(files: readonly GoSourceFile[], packages: GoPackages, previous?: ProgramChecker) {
    super(previous?.facts ?? new FactStore(), emptyContext(unknownPackage("")));
    this.#loader = loaderFor(packages);
    this.#collect(files);
    const units = this.#packages.flatMap((contents) => contents.units);
    for (const unit of units) this.#checkUnit(unit);
    this.#count(units);
    this.errors = [...units.flatMap((unit) => unit.record.errors), ...this.#importErrors()];
  }

  #collect(files: readonly GoSourceFile[]): void {
    const groups = new Map<string, GoSourceFile[]>();
    for (const file of files) {
      const key = `${file.importPath ?? ""} ${file.tree.package?.name.name ?? ""}`;
      groups.set(key, [...(groups.get(key) ?? []), file]);
    }
    for (const [key, group] of groups) {
      const path = group[0]!.importPath ?? "";
      let contents: PackageContents | undefined;
      const collect = (): GoPackage => {
        if (contents === undefined) {
          if (path !== "") this.#pending.delete(path);
          contents = collectPackage(this, path, group, true);
          this.#packages.push(contents);
        }
        return contents.package;
      };
      this.#pending.set(path === "" || this.#pending.has(path) ? ` ${key}` : path, collect);
    }
    for (const collect of [...this.#pending.values()]) collect();
  }

  #checkUnit(unit: Unit): void {
    unit.check();
    this.runDelayed();
  }

  /** Adds up how often the entities of the program are used. */
  #count(units: readonly Unit[]): void {
    for (const unit of units) {
      for (const [entity, count] of unit.record.uses) {
        entity.reads += count.reads;
        entity.assignments += count.assignments;
        entity.captured ||= count.captured;
      }
    }
  }

  #importErrors(): GoError[] {
    const errors: GoError[] = [];
    for (const contents of this.#packages) {
      for (const { spec, file, entity } of contents.imports) {
        const path = entity.importPath ?? "";
        const dot = spec.name?.name === ".";
        if (!dot && file.scope.names.get(entity.name) !== entity) {
          errors.push({ node: spec, code: "duplicate-declaration", message: `${entity.name} redeclared in this block`, path: file.path });
        } else if (!dot && contents.package.scope.names.has(entity.name)) {
          const message = `${entity.name} already declared through import of package "${path}"`;
          errors.push({ node: spec, code: "duplicate-declaration", message, path: file.path });
        }
        if (entity.reads > 0) continue;
        const renamed = spec.name !== undefined && spec.name.name !== "." ? ` as ${spec.name.name}` : guessName(path) === entity.name ? "" : ` as ${entity.name}`;
        errors.push({ node: spec, code: "unused-import", message: `"${path}" imported${renamed} and not used`, path: file.path });
      }
    }
    return errors;
  }

  override importPackage(path: string): GoPackage {
    const own = this.#packages.find((contents) => contents.package.path === path && path !== "");
    if (own !== undefined) return own.package;
    return this.#pending.get(path)?.() ?? this.#loader.importPackage(path);
  }

  override guessPackage(name: string, member: string): GoPackage | undefined {
    return this.#loader.guessPackage(name, member);
  }

  methodsOf(symbol: TypeSymbol): readonly FuncDecl[] {
    for (const contents of this.#packages) {
      const declared: Entity | undefined = contents.package.scope.names.get(symbol.name);
      if (declared?.type.kind === "named" && declared.type.symbol === symbol) return contents.methods.get(symbol.name) ?? [];
    }
    return [];
  }

  override methodDeclaration(symbol: TypeSymbol, name: string): FuncDecl | undefined {
    return this.methodsOf(symbol).find((method) => method.name.name === name);
  }
}
