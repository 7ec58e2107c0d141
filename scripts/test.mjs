// Installs what is missing, builds, and runs every suite that this machine can run. Needs nothing but Node 20 and npm.
//
//   node scripts/test.mjs [SUITE…]         suites are the folders of test/
//
// INTERLINEAR_NOTHING_SKIPPED=1 makes a skipped test a failure. The last line is `tests: N passed, N failed, N skipped`.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { findChromium, findEmacs, findNeovim, findProgram } from "./editors.mjs";
import { runSuite, suiteNames } from "./suites.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

ensureDependencies();

const known = suiteNames();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`test: no suite is named ${unknown.join(", ")}; there are ${known.join(", ")}`);
  process.exit(2);
}
const suites = known.filter((name) => wanted.length === 0 || wanted.includes(name));

const missing = [
  [findProgram("go"), "no go: what is compared with it, is not"],
  [findProgram("python3", "python"), "no python3: what is compared with it, is not"],
  [findChromium(), "no Chromium: VS Code is not tried"],
  [findNeovim(), "no nvim: Neovim is not tried"],
  [findEmacs(), "no Emacs with Eglot: Emacs is not tried"],
].flatMap(([program, consequence]) => (program === undefined ? [consequence] : []));
for (const consequence of missing) console.log(`test: SKIPPING: ${consequence}`);

const total = { passed: 0, failed: 0, skipped: 0 };
const packs = suites.includes("editors") && findChromium() !== undefined;
const build = spawnSync(process.execPath, [join(root, "scripts", packs ? "package.mjs" : "build.mjs")], {
  stdio: "inherit",
});
if (build.status !== 0) {
  console.error("test: the build FAILED; suites that need it will fail too");
  total.failed++;
}

const skipped = [];
const failed = [];
/** Two suites at a time, each printed when it ends; the editors alone. */
const queue = suites.filter((suite) => suite !== "editors");
await Promise.all([worker(), worker()]);
if (suites.includes("editors")) report(await runSuite("editors"));

for (const test of skipped) console.log(`test: SKIPPED: ${test}`);
for (const consequence of missing) console.log(`test: SKIPPED: ${consequence}`);
for (const suite of failed) console.log(`test: FAILED: ${suite}`);
if (process.env.INTERLINEAR_NOTHING_SKIPPED === "1" && total.skipped + missing.length > 0) {
  console.log("test: FAILED: nothing may be skipped here");
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

async function worker() {
  for (let suite = queue.shift(); suite !== undefined; suite = queue.shift()) report(await runSuite(suite));
}

function report(result) {
  console.log(`\n== ${result.suite} ==\n${result.output.trimEnd()}`);
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  skipped.push(...result.skippedTests.map((title) => `${result.suite}: ${title}`));
  if (result.failed > 0) failed.push(result.suite);
}
