// Writes l10n/bundle.l10n.json: the texts of the client that can be translated. `--check` fails when it is not what it would be.
// Also fails when package.json names a text that package.nls.json does not have, or the other way round.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const file = join(root, "l10n", "bundle.l10n.json");

const texts = new Set();
for (const name of readdirSync(join(root, "client", "src"), { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".ts")) continue;
  const source = readFileSync(join(root, "client", "src", name), "utf8");
  for (const [, literal] of source.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)) texts.add(JSON.parse(literal));
}
const sorted = Object.fromEntries([...texts].sort().map((text) => [text, text]));
const bundle = `${JSON.stringify(sorted, null, 2)}\n`;

if (!process.argv.includes("--check")) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bundle);
} else if (!existsSync(file) || readFileSync(file, "utf8") !== bundle) {
  fail("l10n/bundle.l10n.json is out of date: run `npm run l10n`");
}

const manifest = readFileSync(join(root, "package.json"), "utf8");
const named = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]));
const known = Object.keys(JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")));
for (const name of named) if (!known.includes(name)) fail(`package.nls.json lacks ${name}`);
for (const name of known) if (!named.has(name)) fail(`package.nls.json has ${name}, which package.json does not name`);

function fail(reason) {
  console.error(`l10n: ${reason}`);
  process.exitCode = 1;
}
