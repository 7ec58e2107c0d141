import type { MethodSignature, Type } from "../types/type.ts";
import type { Checker, Context, FileContext, UnitRecord } from "./checker.ts";
import { completeType, constantParts, resolveConstant, resolveType, resolveVariables } from "./check-declarations.ts";
import { checkFunction, functionSignature, lazyMethod } from "./check-functions.ts";
import type { Method } from "./check-methods.ts";
import { receiverParts } from "./check-signatures.ts";
import { entity, Scope } from "./scope.ts";
import type { Entity, EntityParts, GoPackage } from "./scope.ts";
import type { Decl, FuncDecl, GenDecl, Ident, TopLevelStatements } from "./tree.ts";

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

/** Declares the contents of one file. */
export class Collector {
  readonly #check: Checker;
  readonly #package: GoPackage;
  readonly #file: FileContext;
  readonly #methods: ReadonlyMap<string, readonly Method[]>;
  /** Statements of a fragment share one scope, as if they stood in one function. */
  readonly #statements: Scope;

  /** How often each name was declared in the package so far. */
  readonly #ordinals: Map<string, number>;
  /** Functions of an earlier version that stay the same bindings. */
  readonly #functions: ReadonlyMap<string, Entity>;

  constructor(
    check: Checker,
    declaring: GoPackage,
    file: FileContext,
    methods: ReadonlyMap<string, readonly Method[]>,
    functions: ReadonlyMap<string, Entity>,
    ordinals: Map<string, number>,
  ) {
    this.#ordinals = ordinals;
    this.#check = check;
    this.#functions = functions;
    this.#package = declaring;
    this.#file = file;
    this.#methods = methods;
    this.#statements = new Scope(file.scope);
  }

  unit(decl: Decl): Unit {
    const record: UnitRecord = { path: this.#file.path, decl, errors: [], uses: new Map() };
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

  /** Declares the names of a unit that is taken over from an earlier version. */
  declareAgain(unit: Unit): void {
    for (const declared of unit.entities) {
      this.#nextId(declared.name);
      if (declared.name !== "init") this.#package.scope.declare(declared);
    }
  }

  /** The context of a declaration; what is checked in it is what `referring` refers to. */
  #context(record: UnitRecord, prefix: string, referring?: object): Context {
    const references = this.#package.own && referring !== undefined ? new Set<object>() : undefined;
    if (referring !== undefined && references !== undefined) this.#check.facts.references.set(referring, references);
    return {
      file: this.#file,
      unit: record,
      scope: this.#file.scope,
      function: undefined,
      prefix,
      ordinals: new Map(),
      references,
      recording: this.#package.own,
    };
  }

  #declare(record: UnitRecord, entities: Entity[], node: Ident, parts: Omit<EntityParts, "name">): Entity {
    const id = this.#nextId(node.name);
    const earlier = parts.role === "function" ? this.#functions.get(node.name) : undefined;
    const known = earlier?.id === id ? earlier : undefined;
    const declared =
      known === undefined
        ? entity({ ...parts, name: node.name, id, node, package: this.#package, used: true })
        : Object.assign(known, { node, declaration: parts.declaration });
    entities.push(declared);
    const context = this.#context(record, id);
    this.#check.within(context, () => {
      if (node.name !== "_") this.#check.define(node, declared);
      const other = node.name === "_" || node.name === "init" ? undefined : this.#package.scope.declare(declared);
      if (other !== undefined && other !== declared) {
        this.#check.error(node, "duplicate-declaration", `${node.name} redeclared in this block`);
      } else if (node.name === "init" && declared.role !== "function") {
        this.#check.error(node, "invalid-declaration", "cannot declare init - must be func");
      } else if (node.name === "main" && this.#package.name === "main" && declared.role !== "function") {
        this.#check.error(node, "invalid-declaration", "cannot declare main - must be func");
      }
    });
    return declared;
  }

  /** Names that are declared several times, as `init` may be, get ordinals. */
  #nextId(name: string): string {
    const id = `${this.#package.path}.${name}`;
    const ordinal = (this.#ordinals.get(id) ?? 0) + 1;
    this.#ordinals.set(id, ordinal);
    return ordinal === 1 ? id : `${id}#${ordinal}`;
  }

  /** Makes the entity resolve itself at its own place in the program. */
  #lazily(record: UnitRecord, declared: Entity, resolve: () => void): void {
    declared.state = "unresolved";
    declared.resolve = () =>
      this.#check.within(
        this.#context(record, declared.id, declared.role === "variable" ? declared : undefined),
        resolve,
      );
  }

  #general(decl: GenDecl, record: UnitRecord, entities: Entity[]): () => void {
    const check = this.#check;
    const completions: (() => void)[] = [];
    if (decl.tok === "const") {
      for (const part of check.within(this.#context(record, ""), () => constantParts(check, decl))) {
        const constant = this.#declare(record, entities, part.name, {
          kind: "constant",
          role: "constant",
          assignments: 1,
        });
        this.#lazily(record, constant, () => resolveConstant(check, constant, part));
      }
    }
    for (const spec of decl.specs) {
      if (spec.kind === "ValueSpec" && decl.tok === "var") {
        const variables = spec.names.map((name) =>
          this.#declare(record, entities, name, { kind: "global", role: "variable", assignments: 1 }),
        );
        const single = spec.values.length === spec.names.length && spec.names.length > 1;
        variables.forEach((variable, i) => {
          const own = single ? { ...spec, names: [spec.names[i]!], values: [spec.values[i]!] } : spec;
          this.#lazily(record, variable, () => {
            resolveVariables(check, own, single ? [variable] : variables);
            // All variables of one call depend on what it depends on.
            const references = check.facts.references.get(variable);
            if (!single && references !== undefined)
              for (const other of variables) check.facts.references.set(other, references);
          });
        });
      } else if (spec.kind === "TypeSpec") {
        const declared = this.#declare(record, entities, spec.name, { kind: "type", role: "type" });
        const methods = this.#methods.get(spec.name.name) ?? [];
        this.#lazily(record, declared, () =>
          resolveType(check, spec, declared, () => this.#methodSet(declared, methods)),
        );
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
      if (node.name.name !== "_" && !set.has(node.name.name))
        set.set(node.name.name, lazyMethod(this.#check, node, file, declared.type));
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
      if (seen.has(name))
        this.#check.error(node.name, "duplicate-declaration", `method ${declared.name}.${name} already declared`);
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
      return () => check.within(this.#context(record, prefix, decl), () => checkFunction(check, decl));
    }
    const declared = this.#declare(record, entities, decl.name, {
      kind: "function",
      role: "function",
      declaration: this.#package.own ? decl : undefined,
      assignments: 1,
    });
    if (declared.state !== "resolved" || declared.type.kind !== "function")
      this.#lazily(record, declared, () => {
        declared.state = "resolving";
        declared.type = functionSignature(check, decl, this.#file, declared.id);
        declared.state = "resolved";
      });
    return () => {
      check.resolve(declared);
      check.within(this.#context(record, declared.id, declared), () => {
        const special = name === "init" || (name === "main" && this.#package.name === "main");
        const shaped = decl.type.params.list.length > 0 || (decl.type.results?.list.length ?? 0) > 0;
        if (special && shaped)
          check.error(decl.name, "invalid-declaration", `func ${name} must have no arguments and no return values`);
        if (special && decl.type.typeParams !== undefined)
          check.error(decl.name, "invalid-declaration", `func ${name} must have no type parameters`);
        if (decl.body === undefined && this.#package.own) check.error(decl.name, "syntax", "missing function body");
        checkFunction(check, decl);
      });
    };
  }

  #fragment(decl: TopLevelStatements, record: UnitRecord): () => void {
    const owner = { signature: undefined, results: undefined };
    const context = { ...this.#context(record, "statements"), scope: this.#statements, function: owner };
    return () =>
      this.#check.within(context, () => {
        const first = this.#file.fragment ? undefined : decl.list.find((statement) => statement.kind !== "EmptyStmt");
        if (first !== undefined)
          this.#check.error(first, "syntax", "syntax error: non-declaration statement outside function body");
        this.#check.statements(decl.list);
      });
  }
}
