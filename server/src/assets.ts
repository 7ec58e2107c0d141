import type { TranslatorAssets } from "./translator/api.ts";

/**
 * Reads what the translator runs on. `read` gives the bytes of a file of the installation by its path, such as
 * `grammars/tree-sitter-go.wasm`. Rejects when a file cannot be read or the table of Go declarations is no JSON.
 */
export async function loadAssets(read: (path: string) => Promise<Uint8Array>): Promise<TranslatorAssets> {
  const [treeSitter, pythonGrammar, goGrammar, gofmt, ruff, stubs] = await Promise.all([
    read("grammars/web-tree-sitter.wasm"),
    read("grammars/tree-sitter-python.wasm"),
    read("grammars/tree-sitter-go.wasm"),
    read("formatters/gofmt.wasm"),
    read("formatters/ruff_fmt.wasm"),
    read("stubs/go.json"),
  ]);
  const goStubs = JSON.parse(new TextDecoder().decode(stubs)) as Record<string, string>;
  return { treeSitter, pythonGrammar, goGrammar, gofmt, ruff, goStubs };
}
