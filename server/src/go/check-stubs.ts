import type { GoPackages } from "./analysis-api.ts";
import { FactStore } from "./checker.ts";
import type { Context } from "./checker.ts";
import { RuleChecker } from "./check.ts";
import { guessName } from "./check-imports.ts";
import { isExported } from "./check-lookup.ts";
import { collectPackage } from "./check-package.ts";
import { Scope } from "./scope.ts";
import type { FuncDecl } from "./tree.ts";
import type { GoPackage } from "./scope.ts";
import { universe, unsafePackage } from "./universe.ts";

/** A package about which nothing is known. */
export function unknownPackage(path: string): GoPackage {
  return { path, name: guessName(path), scope: new Scope(undefined), known: false, own: false };
}

/** The context in which nothing is being checked yet. */
export function emptyContext(declaring: GoPackage): Context {
  const file = {
    path: "",
    package: declaring,
    scope: new Scope(universe),
    dotImports: new Map(),
    unknownImports: [],
    fragment: false,
  };
  return {
    file,
    unit: { path: "", errors: [], uses: new Map() },
    scope: file.scope,
    function: undefined,
    prefix: "",
    ordinals: new Map(),
    recording: false,
  };
}

/** Packages known from stubs. Each is read when it is first imported, and its declarations when they are first used. */
export class StubLoader extends RuleChecker {
  #source: GoPackages;
  readonly #packages = new Map<string, GoPackage>([["unsafe", unsafePackage]]);
  #byName: Map<string, string[]> | undefined;

  constructor(source: GoPackages) {
    super(new FactStore(), emptyContext(unknownPackage("")));
    this.#source = source;
  }

  /** Reads further stubs with the reader of `source`. */
  useReader(source: GoPackages): void {
    this.#source = source;
  }

  override importPackage(path: string): GoPackage {
    let found = this.#packages.get(path);
    if (found === undefined) {
      found = this.#load(path);
      this.#packages.set(path, found);
    }
    return found;
  }

  #load(path: string): GoPackage {
    const text = Object.hasOwn(this.#source.stubs, path) ? this.#source.stubs[path] : undefined;
    if (text === undefined) return unknownPackage(path);
    return collectPackage(this, {
      path,
      files: [{ path, tree: this.#source.read(text) }],
      own: false,
      partial: text.startsWith("//stub:partial"),
    }).package;
  }

  override guessPackage(name: string, member: string): GoPackage | undefined {
    this.#byName ??= this.#index();
    for (const path of this.#byName.get(name) ?? []) {
      const found = this.importPackage(path);
      if (found.name === name && isExported(member) && found.scope.names.has(member)) return found;
    }
    return undefined;
  }

  /** The paths of the stubs by the last part of them, shortest first. */
  #index(): Map<string, string[]> {
    const index = new Map<string, string[]>();
    const paths = Object.keys(this.#source.stubs).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    for (const path of paths) {
      const name = guessName(path);
      index.set(name, [...(index.get(name) ?? []), path]);
    }
    return index;
  }

  override methodDeclaration(): FuncDecl | undefined {
    return undefined;
  }
}

const loaders = new WeakMap<object, StubLoader>();

/** The loader for the stubs: one for each table of stubs, for as long as the table lives. */
export function loaderFor(source: GoPackages): StubLoader {
  let loader = loaders.get(source.stubs);
  if (loader === undefined) loaders.set(source.stubs, (loader = new StubLoader(source)));
  else loader.useReader(source);
  return loader;
}
