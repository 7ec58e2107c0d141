// Shows Interlinear in a real VS Code, on the files of `examples/`. Installs what is missing, and builds. Needs nothing but Node 20 and npm.
//
//   node scripts/start.mjs [--port N]      in your own browser, at an address of this machine alone
//   node scripts/start.mjs --desktop       in the VS Code that is installed here
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureDependencies } from "./dependencies.mjs";
import { findProgram, serveWebHost } from "./editors.mjs";
import { freePort, serveRedirect } from "./local-server.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const examples = join(root, "examples");
/** Settings that a person makes in the browser belong to this port: they are kept as long as it is free. */
const usualHostPort = 4101;
/** What is shown first: the place of a hover that says something. */
const first = { file: "python/orders.py", languageId: "python", text: "raise ValueError" };

const options = readOptions();
ensureDependencies();
const build = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], {
  stdio: ["ignore", "ignore", "inherit"],
});
if (build.status !== 0) fail("the build failed; see above");
if (options.desktop) openDesktop();
else await openBrowserVersion();

function readOptions() {
  try {
    const { values } = parseArgs({ options: { desktop: { type: "boolean" }, port: { type: "string" } } });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      throw new Error(`no port: ${values.port}`);
    return { desktop: values.desktop === true, port };
  } catch (error) {
    console.error(`start: ${error.message}\nusage: npm start [-- --desktop | --port N]`);
    return process.exit(2);
  }
}

function fail(reason) {
  console.error(`start: ${reason}`);
  process.exit(1);
}

function openDesktop() {
  const code = findProgram("code", "code-insiders", "codium");
  if (code === undefined) {
    fail(
      "there is no `code` on the PATH. Install VS Code, and on macOS run its command\n" +
        "“Shell Command: Install 'code' command in PATH”; or run `npm start`, which needs only a browser.",
    );
  }
  const args = ["--new-window", `--extensionDevelopmentPath=${root}`, examples];
  const { status } = spawnSync(code, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) fail(`${code} could not be started`);
  console.log("VS Code is opening with Interlinear on examples/.");
}

async function openBrowserVersion() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(0));
  const host = await serveWebHost({
    extensionDevelopmentPath: root,
    folderPath: examples,
    port: await freePort(usualHostPort),
  }).catch((error) => fail(`VS Code cannot be served: ${error.message}`));
  const { hoverOverProtocol, placeOf } = await import("./hover.mjs");
  const file = join(examples, first.file);
  const place = placeOf(readFileSync(file, "utf8"), first.text);
  const page = new URL(host.address);
  const opened = `vscode-test-web://mount/${first.file}:${place.line}:${place.column}`;
  page.searchParams.set(
    "payload",
    JSON.stringify([
      ["openFile", opened],
      ["gotoLineMode", "true"],
    ]),
  );
  const address = await serveRedirect(page.href, options.port).catch((error) => fail(error.message));
  console.log(`\nVS Code with Interlinear: ${address}   (Ctrl-C stops it)\n`);
  const hover = await hoverOverProtocol(file, first.languageId, place);
  console.log(`Hovering over \`${first.text}\` at examples/${first.file}:${place.line}:${place.column} shows:\n`);
  console.log(hover.replace(/^/gm, "    "));
}
