// Checks the direction of imports in `client/src` and `server/src` against `scripts/layers.cjs`.
//
//   node scripts/check-imports.mjs [ROOT]
//
// Fails on a violation, and also when the checker has not seen every source file: it says "no violations" of modules
// that it could not read, too.
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const root = resolve(process.argv[2] ?? home);
const folders = ["client/src", "server/src"].filter((folder) => existsSync(join(root, folder)));
const { forbidden, options } = createRequire(import.meta.url)("./layers.cjs");

process.chdir(root);
const result = await cruise(folders, { ...options, baseDir: root, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig(join(root, "tsconfig.json")),
});
const { modules, summary } = result.output;

const seen = new Set(modules.map((module) => module.source));
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
);
const unseen = files.filter((file) => !seen.has(file));
const imports = modules.reduce((sum, module) => sum + module.dependencies.length, 0);

for (const violation of summary.violations) {
  console.error(`imports: ${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
for (const file of unseen) console.error(`imports: not seen by the checker: ${file}`);
if (files.length === 0 || imports < files.length / 2) {
  console.error(`imports: the checker found ${imports} imports in ${files.length} files; it does not work`);
  process.exit(1);
}
console.log(`imports: ${files.length} files, ${imports} imports, ${summary.violations.length} violations`);
process.exit(summary.violations.length + unseen.length > 0 ? 1 : 0);
