import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folders of `test/` that hold tests, by name. Real editors come last: they want the machine for themselves. */
export function suiteNames() {
  const names = readdirSync(join(root, "test"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && testFiles(entry.name).length > 0)
    .map((entry) => entry.name)
    .sort();
  return [...names.filter((name) => name !== "editors"), ...names.filter((name) => name === "editors")];
}

function testFiles(suite) {
  const folder = join(root, "test", suite);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join("test", suite, name))
    .sort();
}

/**
 * Runs one suite in a process of its own. Resolves to its counts and its output, which is not printed. A suite that ends without
 * counts, or with failures that it did not count, counts as one failed test.
 */
export function runSuite(suite) {
  const folder = mkdtempSync(join(tmpdir(), "interlinear-test-"));
  const counts = join(folder, "counts.json");
  const reporter = join(root, "scripts", "counting-reporter.cjs");
  const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const args = [mocha, "--reporter", reporter, "--reporter-option", `counts=${counts}`, ...testFiles(suite)];
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, FORCE_COLOR: "0" } });
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", (status) => {
      const found = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : undefined;
      rmSync(folder, { recursive: true, force: true });
      const result = found ?? { passed: 0, failed: 0, skipped: 0, skippedTests: [] };
      if (status !== 0 && result.failed === 0) {
        result.failed = 1;
        output += `\nthe suite ${suite} ended with status ${status}\n`;
      }
      resolve({ suite, output, ...result });
    });
  });
}
