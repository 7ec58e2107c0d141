// Makes the extension's VSIX in the project's root from a fresh build, and fails when it is too large or holds too much.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const maximumSize = 3 * 1024 * 1024;

ensureDependencies();
const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: "inherit" });
if (built.status !== 0) process.exit(1);

const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const packagePath = join(root, `${name}-${version}.vsix`);
const { createVSIX, listFiles } = await import("@vscode/vsce");

const files = await listFiles({ cwd: root, dependencies: false });
const unwanted = files.filter((file) => /node_modules|\.map$|\.ts$|^(test|scripts|bench|docs)\//.test(file));
if (unwanted.length > 0) {
  console.error(`package: files that must not ship: ${unwanted.join(", ")}`);
  process.exit(1);
}

await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true });
const { size } = statSync(packagePath);
const megabytes = (size / 1024 / 1024).toFixed(2);
console.log(`package: ${basename(packagePath)}: ${files.length} files, ${megabytes} MB`);
if (size >= maximumSize) {
  console.error(`package: the limit is ${maximumSize / 1024 / 1024} MB`);
  process.exit(1);
}
