import type { GoFormatter } from "../go/format.ts";
import type { PythonFormatter } from "../python/format.ts";
import type { HelperDefinition } from "../lowering/helper.ts";
import type { LibraryIndex } from "../lowering/library/index.ts";
import type { Registry } from "../lowering/registry.ts";
import type { GoPackages } from "../go/analysis.ts";
import type { PythonLibrary } from "../python/analysis.ts";
import type { Grammars } from "../syntax/grammars.ts";
import type { TranslatorAssets } from "./api.ts";

/** What every program of a translator shares. */
export interface Environment {
  readonly assets: TranslatorAssets;
  readonly grammars: Grammars;
  readonly registry: Registry;
  readonly library: LibraryIndex;
  readonly helpers: ReadonlyMap<string, HelperDefinition>;
  readonly goPackages: GoPackages;
  readonly pythonLibrary: PythonLibrary;
  readonly goFormatter: GoFormatter;
  readonly pythonFormatter: PythonFormatter;
  /** Whether names that a program uses and does not define are declared, so that its translation stands alone. */
  readonly declaresStubs: boolean;
}
