// All static checks, one after another; each is run even when one before it fails. Names as arguments choose some of them.
//
//   node scripts/check.mjs [types] [lint] [format] [imports] [registry] [snippets] [documentation] [l10n] [vendor]
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureDependencies();

const node = (script, ...args) => [process.execPath, [join(root, script), ...args]];

const checks = {
  types: node(
    "node_modules/typescript/bin/tsc",
    "--noEmit",
    "-p",
    ".",
    "--incremental",
    "--tsBuildInfoFile",
    ".cache/types.tsbuildinfo",
  ),
  lint: node("node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"),
  format: node("node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."),
  imports: node("scripts/check-imports.mjs"),
  registry: node("node_modules/tsx/dist/cli.mjs", "scripts/registry.ts", "--check"),
  snippets: node("node_modules/tsx/dist/cli.mjs", "scripts/snippets.ts", "--check"),
  documentation: node("node_modules/tsx/dist/cli.mjs", "scripts/documentation.ts", "--check"),
  l10n: node("scripts/l10n.mjs", "--check"),
  vendor: node("scripts/vendor.mjs", "--check"),
};

const chosen = process.argv.slice(2);
for (const name of chosen) {
  if (name in checks) continue;
  console.error(`check: there is no check named ${name}; there are ${Object.keys(checks).join(", ")}`);
  process.exit(2);
}

const failed = [];
for (const [name, [command, args]] of Object.entries(checks)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const start = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  console.log(`check: ${name} ${status === 0 ? "passed" : "FAILED"} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "check: all passed" : `check: FAILED: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
