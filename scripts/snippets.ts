/**
 * Writes snippets/python.json and snippets/go.json from the constructs. A snippet is found by its own prefix and by the words of the other
 * language, so that "list comprehension" finds the loop of Go. `--check` fails when a file is not what it would be.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constructs } from "../server/src/constructs/registry.generated.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "snippets");

for (const language of ["python", "go"] as const) {
  const snippets: Record<string, { prefix: string[]; description: string; body: readonly string[] }> = {};
  for (const construct of constructs) {
    for (const snippet of construct.snippets ?? []) {
      if (snippet.language !== language) continue;
      const name = snippet.description in snippets ? `${snippet.description} (${construct.id})` : snippet.description;
      if (name in snippets) throw new Error(`${construct.id} has two snippets described as "${snippet.description}"`);
      const prefix = [...new Set([snippet.prefix, ...snippet.terms])];
      snippets[name] = { prefix, description: construct.title, body: snippet.body };
    }
  }
  const file = join(root, `${language}.json`);
  const text = `${JSON.stringify(snippets, null, 2)}\n`;
  if (!process.argv.includes("--check")) {
    mkdirSync(root, { recursive: true });
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.error(`snippets/${language}.json is out of date: run \`npm run snippets\``);
    process.exitCode = 1;
  }
}
