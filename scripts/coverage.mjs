// Runs the suites of the core under c8 and prints which lines they reach. Arguments name suites; without them, all but the editors.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { suiteNames } from "./suites.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureDependencies();

const suites = process.argv.length > 2 ? process.argv.slice(2) : suiteNames().filter((name) => name !== "editors");
const c8 = join(root, "node_modules", "c8", "bin", "c8.js");
const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
const { status } = spawnSync(
  process.execPath,
  [c8, "--src", "server/src", "--include", "server/src/**", "--reporter", "text", "--reporter", "lcovonly"]
    .concat([process.execPath, mocha, "--reporter", "dot"])
    .concat(suites.map((suite) => `test/${suite}/**/*.test.ts`)),
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
