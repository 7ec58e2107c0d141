// Makes the extension's VSIX in the project's root from a fresh build, and fails when it is too large or lacks something.
//
// What ships is laid out in `.cache/extension` first: its package.json must not say "type": "module" (hosts in browsers would read
// the CommonJS bundle as a module) and has no use for scripts and dependencies, since everything is bundled.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stage = join(root, ".cache", "extension");
const maximumSize = 2.5 * 1024 * 1024;

/** What ships: each folder with the endings of the files in it, or each file with none. */
const shipped = {
  "README.md": [],
  "CHANGELOG.md": [],
  LICENSE: [],
  "package.nls.json": [],
  "dist/THIRD-PARTY-NOTICES.txt": [],
  "dist/client": [".cjs", ".js"],
  "dist/server": ["node.cjs", "browser.js"],
  grammars: [".wasm"],
  formatters: [".wasm"],
  stubs: [".json", ".pyi"],
  snippets: [".json", ".code-snippets"],
  l10n: [".json"],
  // The pictures of the README stay in the repository: they would take the package over its limit.
  "media/icon.png": [],
  "media/walkthrough": [".md"],
  "docs/guide": [".md"],
  "docs/constructs": [".md"],
};

const optional = ["stubs"];

ensureDependencies();
const built = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { stdio: "inherit" });
if (built.status !== 0) process.exit(1);

rmSync(stage, { recursive: true, force: true });
const count = Object.entries(shipped).reduce((sum, [path, endings]) => sum + lay(path, endings), 0);
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
for (const key of ["type", "private", "bin", "scripts", "dependencies", "devDependencies", "optionalDependencies"]) {
  delete manifest[key];
}
manifest.engines = { vscode: manifest.engines.vscode };
writeFileSync(join(stage, "package.json"), JSON.stringify(manifest, null, 2) + "\n");

const packagePath = join(root, `${manifest.name}-${manifest.version}.vsix`);
const { createVSIX } = await import("@vscode/vsce");
await createVSIX({
  cwd: stage,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = statSync(packagePath);
console.log(`package: ${basename(packagePath)}: ${count + 1} files, ${(size / 1024 / 1024).toFixed(2)} MB`);
if (size >= maximumSize) {
  console.error(`package: the limit is ${maximumSize / 1024 / 1024} MB`);
  process.exit(1);
}

/** Copies a file, or the files of a folder and those below it that end so, into the stage. Returns how many. */
function lay(path, endings) {
  const from = join(root, path);
  if (!existsSync(from)) {
    if (optional.includes(path)) return 0;
    console.error(`package: ${path} is missing`);
    process.exit(1);
  }
  const isWanted = (name) => endings.some((ending) => name.endsWith(ending));
  const files = statSync(from).isDirectory()
    ? readdirSync(from, { recursive: true, encoding: "utf8" })
        .filter(isWanted)
        .map((name) => join(path, name))
    : [path];
  for (const file of files) {
    mkdirSync(dirname(join(stage, file)), { recursive: true });
    cpSync(join(root, file), join(stage, file));
  }
  return files.length;
}
