import { readFile } from "node:fs/promises";
import { loadAssets } from "../../../server/src/assets.ts";
import type { Language } from "../../../server/src/base/language.ts";
import type { LibraryIndex } from "../../../server/src/lowering/library/index.ts";
import { installed } from "../../../server/src/node/assets.ts";
import { createEnvironment } from "../../../server/src/translator/index.ts";
import { IncrementalProgram } from "../../../server/src/translator/program.ts";

/** A translation, with the rows of the library that it is made of. */
export interface TracedTranslation {
  readonly text: string;
  readonly marks: readonly string[];
  /** As `table#position`. */
  readonly rows: ReadonlySet<string>;
}

/** Gives a function that translates a text by itself and tells which rows it used. */
export async function tracingTranslator(): Promise<(from: Language, text: string) => TracedTranslation> {
  const environment = await createEnvironment(await loadAssets((path) => readFile(installed(path))));
  let rows = new Set<string>();
  const { library } = environment;
  const traced: LibraryIndex = new Proxy(library, {
    get(index, property: keyof LibraryIndex) {
      if (property === "lowerToGo" || property === "lowerToPython")
        return (node: { readonly row: string }, context: never): unknown => {
          rows.add(node.row);
          return index[property](node as never, context);
        };
      return index[property].bind(index);
    },
  });
  return (from, text) => {
    rows = new Set();
    const program = new IncrementalProgram({ ...environment, library: traced });
    program.open("main", from, text);
    const { text: result, diagnostics } = program.translate("main");
    program.dispose();
    const marks = diagnostics
      .filter(({ severity }) => severity === "mark")
      .map(({ code, message }) => `${code}: ${message}`);
    return { text: result, marks, rows };
  };
}
