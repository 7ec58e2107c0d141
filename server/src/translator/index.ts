import { GoFormatter } from "../go/format.ts";
import { PythonFormatter } from "../python/format.ts";
import { constructs, helpers, libraryTables } from "../constructs/registry.generated.ts";
import { createLibraryIndex } from "../lowering/library/create.ts";
import { createRegistry } from "../lowering/registry.ts";
import { pythonLibrary } from "../python/analysis.ts";
import { Grammars } from "../syntax/grammars.ts";
import type { ConstructInfo, Translator, TranslatorAssets } from "./api.ts";
import { pageOf, patternsOf } from "./catalogue.ts";
import type { Environment } from "./environment.ts";
import { IncrementalProgram } from "./program.ts";
import { statusFrom } from "./status.ts";
import { readGoExpression, readGoFile, readPythonExpression } from "./read-text.ts";
import type { Construct } from "../lowering/construct.ts";

/** Makes what all programs share: grammars, registry, rows. Rejects when the assets are not what they should be. */
export async function createEnvironment(assets: TranslatorAssets): Promise<Environment> {
  const grammars = await Grammars.load({
    engine: assets.treeSitter,
    python: assets.pythonGrammar,
    go: assets.goGrammar,
  });
  return {
    assets,
    grammars,
    registry: createRegistry(constructs),
    library: createLibraryIndex(libraryTables, {
      python: (text) => readPythonExpression(grammars, text),
      go: (text) => readGoExpression(grammars, text),
    }),
    helpers: new Map(helpers.map((helper) => [helper.name, helper])),
    goPackages: { stubs: assets.goStubs, read: (text) => readGoFile(grammars, text) },
    goFormatter: new GoFormatter(() => assets.gofmt),
    pythonFormatter: new PythonFormatter(() => assets.ruff),
    pythonLibrary: pythonLibrary(grammars),
    declaresStubs: false,
  };
}

/** The core, on these assets. Rejects when the assets are not what they should be. */
export async function createTranslator(assets: TranslatorAssets): Promise<Translator> {
  const environment = await createEnvironment(assets);
  return {
    createProgram: ({ stubs = false } = {}) =>
      new IncrementalProgram(stubs ? { ...environment, declaresStubs: true } : environment),
    constructs: () => constructs.map(infoOf).sort((left, right) => (left.id < right.id ? -1 : 1)),
    page: (id) => {
      const construct = constructs.find((each) => each.id === id);
      return construct && pageOf(construct);
    },
    patterns: () => constructs.flatMap(patternsOf),
  };
}

function infoOf(construct: Construct): ConstructInfo {
  const { id, title, summary } = construct;
  const python = [...Object.keys(construct.python ?? {}), ...(construct.parts?.python ?? [])];
  const go = [...Object.keys(construct.go ?? {}), ...(construct.parts?.go ?? [])];
  return {
    id,
    title,
    summary,
    kind: construct.recognises === undefined ? "node" : "idiom",
    status: { go: statusFrom("python", construct), python: statusFrom("go", construct) },
    nodes: { python, go },
  };
}
