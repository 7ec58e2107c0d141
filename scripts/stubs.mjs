// Writes stubs/go.json: the exported interface of the Go packages listed in scripts/go-stubs/packages.txt.
// Needs the go command and, for packages outside of the standard library, its module proxy or cache.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("go-stubs/", import.meta.url));
const target = fileURLToPath(new URL("../stubs/go.json", import.meta.url));
const list = readFileSync(`${folder}packages.txt`, "utf8");

const run = spawnSync("go", ["run", "."], {
  cwd: folder,
  input: list,
  encoding: "utf8",
  maxBuffer: 1 << 26,
  stdio: ["pipe", "pipe", "inherit"],
});
if (run.status !== 0) process.exit(run.status ?? 1);

const sources = JSON.parse(run.stdout);
const rows = Object.keys(sources)
  .sort()
  .map((path) => `${JSON.stringify(path)}:${JSON.stringify(sources[path])}`);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `{\n${rows.join(",\n")}\n}\n`);
console.log(`${rows.length} packages: ${target}`);
