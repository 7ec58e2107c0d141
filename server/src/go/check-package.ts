import type { MethodSignature, Type } from "../types/type.ts";
import type { Checker, Context, FileContext, UnitRecord } from "./checker.ts";
import { completeType, constantParts, resolveConstant, resolveType, resolveVariables } from "./check-declarations.ts";
import { checkFunction, functionSignature, lazyMethod } from "./check-functions.ts";
import { receiverParts } from "./check-signatures.ts";
import { collectImports } from "./check-imports.ts";
import type { ImportedName } from "./check-imports.ts";
import { entity, Scope } from "./scope.ts";
import type { Entity, EntityParts, GoPackage } from "./scope.ts";
import type { Decl, File, FuncDecl, GenDecl, Ident, TopLevelStatements } from "./tree.ts";
import { universe } from "./universe.ts";

/** A file that belongs to a package. */
export interface PackageFile {
  readonly path: string;
  readonly tree: File;
}

/** One top-level declaration with what is known about it. */
export interface Unit {
  readonly decl: Decl;
  readonly file: FileContext;
  /** What checking it reports and uses. Emptied before it is checked again. */
  readonly record: UnitRecord;
  readonly entities: readonly Entity[];
  /** Checks all of it. Entities that were resolved before are not resolved again. */
  readonly check: () => void;
}

/** A package with its units in order. */
export interface PackageContents {
  readonly package: GoPackage;
  readonly files: readonly FileContext[];
  readonly imports: readonly ImportedName[];
  readonly units: readonly Unit[];
  /** The methods declared for each type name. */
  readonly methods: ReadonlyMap<string, readonly FuncDecl[]>;
}

interface Method {
  readonly node: FuncDecl;
  readonly file: FileContext;
}

/** Declares everything that the files of a package declare. Nothing is resolved yet. */
export function collectPackage(check: Checker, path: string, files: readonly PackageFile[], own: boolean, partial = false): PackageContents {
  const clause = files.find((file) => file.tree.package !== undefined)?.tree.package;
  const scope = new Scope(universe);
  const result: GoPackage = { path, name: clause?.name.name ?? "", scope, known: true, own, partial };
  const methods = new Map<string, Method[]>();
  const units: Unit[] = [];
  const contexts: FileContext[] = [];
  const imports: ImportedName[] = [];
  const aliases = aliasTargets(files);
  for (const file of files) {
    for (const decl of file.tree.decls) collectMethod(decl, methods, aliases, () => contexts[files.indexOf(file)]!);
  }
  for (const file of files) {
    const fileScope = new Scope(scope);
    const dotImports = new Map<string, Entity>();
    const unknownImports: Entity[] = [];
    const context: FileContext = { path: file.path, package: result, scope: fileScope, dotImports, unknownImports, fragment: file.tree.package === undefined };
    contexts.push(context);
    imports.push(...collectImports(check, file.tree, context, dotImports, unknownImports));
    const collector = new Collector(check, result, context, methods);
    for (const decl of file.tree.decls) units.push(collector.unit(decl));
  }
  const declarations = new Map([...methods].map(([name, list]) => [name, list.map((method) => method.node)]));
  return { package: result, files: contexts, imports, units, methods: declarations };
}

/** What each alias of a package stands for, where that is a name. */
function aliasTargets(files: readonly PackageFile[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const decl of files.flatMap((file) => file.tree.decls)) {
    if (decl.kind !== "GenDecl" || decl.tok !== "type") continue;
    for (const spec of decl.specs) {
      if (spec.kind !== "TypeSpec" || !spec.assign) continue;
      let { type } = spec;
      while (type.kind === "ParenExpr" || type.kind === "StarExpr") type = type.x;
      if (type.kind === "Ident") targets.set(spec.name.name, type.name);
    }
  }
  return targets;
}

/** Adds a method to those of its receiver's type, which it may name by an alias. */
function collectMethod(decl: Decl, methods: Map<string, Method[]>, aliases: ReadonlyMap<string, string>, file: () => FileContext): void {
  if (decl.kind !== "FuncDecl" || decl.recv === undefined) return;
  const base = receiverParts(decl)?.base;
  if (base?.kind !== "Ident") return;
  let { name } = base;
  for (let steps = 0; aliases.has(name) && steps < 20; steps++) name = aliases.get(name)!;
  const list = methods.get(name) ?? [];
  list.push({
    node: decl,
    get file() {
      return file();
    },
  });
  methods.set(name, list);
}

/** Declares the contents of one file. */
class Collector {
  readonly #check: Checker;
  readonly #package: GoPackage;
  readonly #file: FileContext;
  readonly #methods: ReadonlyMap<string, readonly Method[]>;
  /** Statements of a fragment share one scope, as if they stood in one function. */
  readonly #statements: Scope;

  constructor(check: Checker, declaring: GoPackage, file: FileContext, methods: ReadonlyMap<string, readonly Method[]>) {
    this.#check = check;
    this.#package = declaring;
    this.#file = file;
    this.#methods = methods;
    this.#statements = new Scope(file.scope);
  }

  unit(decl: Decl): Unit {
    const record: UnitRecord = { path: this.#file.path, errors: [], uses: new Map() };
    const entities: Entity[] = [];
    const make = (check: () => void): Unit => ({ decl, file: this.#file, record, entities, check });
    switch (decl.kind) {
      case "GenDecl":
        return make(this.#general(decl, record, entities));
      case "FuncDecl":
        return make(this.#function(decl, record, entities));
      case "TopLevelStatements":
        return make(this.#fragment(decl, record));
      case "BadDecl":
        return make(() => undefined);
    }
  }

  #context(record: UnitRecord, prefix: string): Context {
    return { file: this.#file, unit: record, scope: this.#file.scope, function: undefined, prefix, recording: this.#package.own };
  }

  #declare(record: UnitRecord, entities: Entity[], node: Ident, parts: Omit<EntityParts, "name">): Entity {
    const id = `${this.#package.path}.${node.name}`;
    const declared = entity({ ...parts, name: node.name, id, node, package: this.#package, used: true });
    entities.push(declared);
    const context = this.#context(record, id);
    this.#check.within(context, () => {
      if (node.name !== "_") this.#check.define(node, declared);
      if (node.name !== "_" && node.name !== "init" && this.#package.scope.declare(declared) !== undefined) {
        this.#check.error(node, "duplicate-declaration", `${node.name} redeclared in this block`);
      } else if (node.name === "init" && declared.role !== "function") {
        this.#check.error(node, "invalid-declaration", "cannot declare init - must be func");
      } else if (node.name === "main" && this.#package.name === "main" && declared.role !== "function") {
        this.#check.error(node, "invalid-declaration", "cannot declare main - must be func");
      }
    });
    return declared;
  }

  /** Makes the entity resolve itself at its own place in the program. */
  #lazily(record: UnitRecord, declared: Entity, resolve: () => void): void {
    declared.state = "unresolved";
    declared.resolve = () => this.#check.within(this.#context(record, declared.id), resolve);
  }

  #general(decl: GenDecl, record: UnitRecord, entities: Entity[]): () => void {
    const check = this.#check;
    const completions: (() => void)[] = [];
    if (decl.tok === "const") {
      for (const part of check.within(this.#context(record, ""), () => constantParts(check, decl))) {
        const constant = this.#declare(record, entities, part.name, { kind: "constant", role: "constant", assignments: 1 });
        this.#lazily(record, constant, () => resolveConstant(check, constant, part));
      }
    }
    for (const spec of decl.specs) {
      if (spec.kind === "ValueSpec" && decl.tok === "var") {
        const variables = spec.names.map((name) => this.#declare(record, entities, name, { kind: "global", role: "variable", assignments: 1 }));
        const single = spec.values.length === spec.names.length && spec.names.length > 1;
        variables.forEach((variable, i) => {
          const own = single ? { ...spec, names: [spec.names[i]!], values: [spec.values[i]!] } : spec;
          this.#lazily(record, variable, () => resolveVariables(check, own, single ? [variable] : variables));
        });
      } else if (spec.kind === "TypeSpec") {
        const declared = this.#declare(record, entities, spec.name, { kind: "type", role: "type" });
        const methods = this.#methods.get(spec.name.name) ?? [];
        this.#lazily(record, declared, () => resolveType(check, spec, declared, () => this.#methodSet(declared, methods)));
        completions.push(() => {
          completeType(check, spec, declared);
          this.#checkMethods(declared, methods);
        });
      }
    }
    return () => {
      for (const declared of entities) check.resolve(declared);
      check.within(this.#context(record, ""), () => completions.forEach((complete) => complete()));
    };
  }

  #methodSet(declared: Entity, methods: readonly Method[]): Map<string, MethodSignature> {
    const set = new Map<string, MethodSignature>();
    if (declared.type.kind !== "named") return set;
    for (const { node, file } of methods) {
      if (node.name.name !== "_" && !set.has(node.name.name)) set.set(node.name.name, lazyMethod(this.#check, node, file, declared.type));
    }
    return set;
  }

  /** Reports methods that are declared twice, or have the name of a field. */
  #checkMethods(declared: Entity, methods: readonly Method[]): void {
    const seen = new Set<string>();
    const base: Type | undefined = declared.type.kind === "named" ? declared.type.symbol.underlying : undefined;
    for (const { node } of methods) {
      const { name } = node.name;
      if (name === "_") continue;
      if (seen.has(name)) this.#check.error(node.name, "duplicate-declaration", `method ${declared.name}.${name} already declared`);
      else if (base?.kind === "struct" && base.fields.some((field) => field.name === name)) {
        this.#check.error(node.name, "duplicate-declaration", `field and method with the same name ${name}`);
      }
      seen.add(name);
    }
  }

  #function(decl: FuncDecl, record: UnitRecord, entities: Entity[]): () => void {
    const check = this.#check;
    const { name } = decl.name;
    if (decl.recv !== undefined) {
      const base = receiverParts(decl)?.base;
      const prefix = `${this.#package.path}.${base?.kind === "Ident" ? base.name : ""}.${name}`;
      return () => check.within(this.#context(record, prefix), () => checkFunction(check, decl));
    }
    const declared = this.#declare(record, entities, decl.name, { kind: "function", role: "function", declaration: this.#package.own ? decl : undefined, assignments: 1 });
    this.#lazily(record, declared, () => {
      declared.state = "resolving";
      declared.type = functionSignature(check, decl, this.#file, declared.id);
      declared.state = "resolved";
    });
    return () => {
      check.resolve(declared);
      check.within(this.#context(record, declared.id), () => {
        const special = name === "init" || (name === "main" && this.#package.name === "main");
        const shaped = decl.type.params.list.length > 0 || (decl.type.results?.list.length ?? 0) > 0;
        if (special && shaped) check.error(decl.name, "invalid-declaration", `func ${name} must have no arguments and no return values`);
        if (special && decl.type.typeParams !== undefined) check.error(decl.name, "invalid-declaration", `func ${name} must have no type parameters`);
        if (decl.body === undefined && this.#package.own) check.error(decl.name, "syntax", "missing function body");
        checkFunction(check, decl);
      });
    };
  }

  #fragment(decl: TopLevelStatements, record: UnitRecord): () => void {
    const owner = { signature: undefined, results: undefined, prefix: "", ordinals: new Map<string, number>() };
    const context = { ...this.#context(record, "statements"), scope: this.#statements, function: owner };
    return () => this.#check.within(context, () => this.#check.statements(decl.list));
  }
}
