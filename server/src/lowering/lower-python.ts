import type { Origin } from "../base/origin.ts";
import type * as ir from "../ir/node.ts";
import * as build from "../python/build.ts";
import type * as py from "../python/tree.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { markComments } from "./demotion-text.ts";
import type { ProgramFacts } from "./facts.ts";
import type { LibraryIndex } from "./library/index.ts";
import type { EnclosingFunction, PythonLowerContext } from "./lower-context.ts";
import { LowerEngine } from "./lower-engine.ts";
import type { ProgramNames } from "./program-names.ts";
import { lowerAnnotation, type AnnotationScope } from "./python/types.ts";
import { zeroValue } from "./python/zero.ts";
import type { Registry } from "./registry.ts";
import { stubKey, stubName, type StubRequest } from "./stub.ts";
import type { Untranslatable } from "./untranslatable.ts";

/** One import that lowered code relies on: a whole module, or a name of it. */
export interface NeededImport {
  readonly module: string;
  readonly name?: string | undefined;
  /** What is needed is a type variable of this name, made with the `TypeVar` of the module. */
  readonly typeVariable?: string | undefined;
}

/** Lowers the declarations of one unit to Python. */
export class PythonLowerer extends LowerEngine<py.Expression, py.Statement> implements PythonLowerContext {
  readonly helpers = new Set<string>();
  readonly declaresStubs: boolean;
  readonly #imports = new Map<string, NeededImport>();
  readonly #library: LibraryIndex;
  readonly #annotations: AnnotationScope;

  constructor(
    registry: Registry,
    library: LibraryIndex,
    facts: ProgramFacts,
    names: ProgramNames,
    sourceText: (origin: Origin) => string,
    declaresStubs = false,
  ) {
    super(registry.toPython, facts, names, sourceText);
    this.#library = library;
    this.declaresStubs = declaresStubs;
    this.#annotations = {
      names,
      library,
      imported: (module, name) => this.imported(module, name),
      typeVariable: (name) => this.#typeVariable(name),
      helper: (name) => this.helper(name),
      storesThrough: (type) => facts.storesThrough(type),
      suspends: (type) => facts.valueSuspends(type),
      locksWait: facts.locksWait,
    };
  }

  get imports(): readonly NeededImport[] {
    return [...this.#imports.values()];
  }

  /** The statements of one IR declaration; what cannot be lowered stays as a comment, with something that fails when it is used. */
  lower(node: ir.Declaration): readonly py.Statement[] {
    return this.declaration<py.Statement>(node, (error) => [this.#failing(error, this.source(node), node.origin)]);
  }

  type(type: Type): py.Expression {
    return lowerAnnotation(type, this.#annotations);
  }

  zero(type: Type): py.Expression {
    return zeroValue(type, this);
  }

  helper(name: string): py.Expression {
    this.helpers.add(name);
    return this.#helperName(name);
  }

  stub(request: StubRequest): py.Expression {
    this.helpers.add(stubKey(request));
    return this.#helperName(stubName(request, "python"));
  }

  #helperName(name: string): py.Expression {
    return build.name(this.names.isTaken(name) ? `${name}_helper` : name);
  }

  member(name: string, type: Type | undefined, flavour: "field" | "method"): string {
    return this.names.member(name, type, flavour);
  }

  module(path: string): py.Expression {
    this.#imports.set(path, { module: path });
    return build.dotted(path);
  }

  imported(module: string, name: string): py.Expression {
    if (module === "builtins") return build.name(name);
    // The class `datetime` would hide the module, which calls refer to.
    if (module === "datetime") return build.attribute(this.module(module), name);
    this.#imports.set(`${module}:${name}`, { module, name });
    return build.name(name);
  }

  #typeVariable(name: string): py.Expression {
    this.#imports.set(`TypeVar ${name}`, { module: "typing", name: "TypeVar", typeVariable: name });
    return build.name(name);
  }

  libraryText(symbol: TypeSymbol, value: py.Expression): py.Expression | undefined {
    return this.#library.goText(symbol, value, this);
  }

  library(node: ir.LibraryCall): py.Expression {
    return this.#library.lowerToPython(node, this);
  }

  functionBody(body: readonly ir.Statement[], enclosing: EnclosingFunction): readonly py.Statement[] {
    this.allocate(enclosing.parameters ?? [], body);
    return this.within(enclosing, () => {
      const statements = this.statements(body);
      return statements.length === 0 ? [build.pass()] : statements;
    });
  }

  protected demoted(node: ir.Statement, error: Untranslatable): readonly py.Statement[] {
    return [this.#failing(error, node.kind === "OpaqueStatement" ? node.text : this.source(node), node.origin)];
  }

  #failing(error: Untranslatable, source: string, origin: Origin | undefined): py.Statement {
    const raise = build.raise(
      build.call(build.name("NotImplementedError"), [build.str(`not translated: ${error.code}`)]),
      undefined,
      origin,
    );
    return { ...raise, leading: markComments(error.message, source) };
  }

  protected reference(name: string, origin?: Origin): py.Expression {
    return build.name(name, origin);
  }

  protected define(name: string, value: py.Expression): py.Statement {
    return build.assign(build.name(name), value);
  }

  protected isConstant(expression: py.Expression): boolean {
    return expression.kind === "Constant" || expression.kind === "Lambda";
  }
}
