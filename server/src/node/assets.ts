import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GrammarBytes } from "../syntax/grammars.ts";

/** Where a file of the installation stands, given its path in it, such as `grammars/tree-sitter-go.wasm`. */
export function installed(path: string): string {
  return join(installation(), path);
}

/** Reads the engine and both grammars. */
export async function readGrammars(): Promise<GrammarBytes> {
  const [engine, python, go] = await Promise.all([
    readFile(installed("grammars/web-tree-sitter.wasm")),
    readFile(installed("grammars/tree-sitter-python.wasm")),
    readFile(installed("grammars/tree-sitter-go.wasm")),
  ]);
  return { engine, python, go };
}

/** The folder that holds `grammars/`, whether this module runs from its source or from a bundle in `dist/`. */
function installation(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "grammars")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
