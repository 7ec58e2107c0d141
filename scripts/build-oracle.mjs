// Compiles the native tree-sitter, with which a test compares the trees of the WebAssembly one. Needs a C++ compiler, python3
// and the headers of Node; does nothing when the native one loads already. Nothing but that test uses it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureDependencies();

if (loads()) {
  console.log("build-oracle: the native tree-sitter is there");
  process.exit(0);
}

const npm = spawnSync("npm", ["root", "-g"], { encoding: "utf8", shell: process.platform === "win32" });
const gyp = [
  createRequire(import.meta.url)
    .resolve.paths("node-gyp")
    .map((folder) => join(folder, "node-gyp")),
  join(npm.stdout.trim(), "npm", "node_modules", "node-gyp"),
  "/usr/share/nodejs/node-gyp",
]
  .flat()
  .map((folder) => join(folder, "bin", "node-gyp.js"))
  .find((path) => existsSync(path));
if (gyp === undefined) {
  console.error("build-oracle: npm's node-gyp was not found");
  process.exit(1);
}

// Without headers at hand, node-gyp downloads them.
const prefix = [dirname(dirname(process.execPath)), "/usr"].find((folder) =>
  existsSync(join(folder, "include/node/node.h")),
);
const args = [gyp, "rebuild", "--jobs=max", ...(prefix === undefined ? [] : [`--nodedir=${prefix}`])];
const built = spawnSync(process.execPath, args, {
  cwd: join(root, "node_modules", "tree-sitter"),
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ""} -w`, CFLAGS: `${process.env.CFLAGS ?? ""} -w` },
});
if (built.status !== 0 || !loads()) {
  console.error("build-oracle: the native tree-sitter could not be built");
  process.exit(1);
}
console.log("build-oracle: built");

/** Whether a new process can load it: a failed attempt would be remembered in this one. */
function loads() {
  const attempt = spawnSync(process.execPath, ["-e", 'require("tree-sitter")'], { cwd: root, stdio: "ignore" });
  return attempt.status === 0;
}
