// Brings `node_modules` in step with `package-lock.json`. Needs nothing but Node and npm, so that scripts can start with it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs `npm ci` when `node_modules` is missing or was installed from another lock file. Exits the process when npm fails.
 * Whoever installs by hand gets one more `npm ci` here only if the installed tree differs from the lock file.
 */
export function ensureDependencies() {
  const modules = join(root, "node_modules");
  const stamp = join(modules, ".interlinear-lock");
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const wanted = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!matches(JSON.parse(lock), join(modules, ".package-lock.json"))) {
    console.log("installing dependencies (npm ci)");
    const options = { cwd: root, stdio: "inherit", shell: process.platform === "win32" };
    const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], options);
    if (status !== 0) {
      console.error("npm ci failed; see above");
      process.exit(1);
    }
  }
  writeFileSync(stamp, wanted);
}

/** Whether npm's own record of what it installed names the versions of the lock file. Optional packages may be missing. */
function matches(lock, recordPath) {
  if (!existsSync(recordPath)) return false;
  const installed = JSON.parse(readFileSync(recordPath, "utf8")).packages ?? {};
  return Object.entries(lock.packages ?? {}).every(
    ([path, { version, optional }]) => path === "" || optional === true || installed[path]?.version === version,
  );
}
