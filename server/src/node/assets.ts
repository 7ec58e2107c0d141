import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GrammarBytes } from "../syntax/grammars.ts";

/** Reads a file of the installation by its path, such as `grammars/tree-sitter-go.wasm`. Rejects with the file's name when it is missing. */
export function readInstalled(path: string): Promise<Uint8Array> {
  return readFile(join(installation(), path));
}

/** Reads the engine and both grammars. */
export async function readGrammars(): Promise<GrammarBytes> {
  const [engine, python, go] = await Promise.all([
    readInstalled("grammars/web-tree-sitter.wasm"),
    readInstalled("grammars/tree-sitter-python.wasm"),
    readInstalled("grammars/tree-sitter-go.wasm"),
  ]);
  return { engine, python, go };
}

/** The folder that holds `grammars/`, whether this module runs from its source or from a bundle in `dist/`. */
function installation(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "grammars")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
