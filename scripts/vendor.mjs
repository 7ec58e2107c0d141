// Copies the WebAssembly files that Interlinear runs from the npm packages that publish them into `grammars/` and
// `formatters/`, and records where each came from. `--check` changes nothing and fails when a committed file differs.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const folders = {
  grammars: [
    { file: "web-tree-sitter.wasm", package: "web-tree-sitter", source: "web-tree-sitter.wasm" },
    { file: "tree-sitter-python.wasm", package: "tree-sitter-python", source: "tree-sitter-python.wasm" },
    { file: "tree-sitter-go.wasm", package: "tree-sitter-go", source: "tree-sitter-go.wasm" },
    { file: "python-node-types.json", package: "tree-sitter-python", source: "src/node-types.json" },
    { file: "go-node-types.json", package: "tree-sitter-go", source: "src/node-types.json" },
  ],
  formatters: [
    { file: "gofmt.wasm", package: "@wasm-fmt/gofmt", source: "gofmt.wasm" },
    { file: "ruff_fmt.wasm", package: "@wasm-fmt/ruff_fmt", source: "ruff_fmt_bg.wasm" },
  ],
};

const checking = process.argv.includes("--check");
let differences = 0;

for (const [folder, entries] of Object.entries(folders)) {
  mkdirSync(join(root, folder), { recursive: true });
  const provenance = entries.map((entry) => {
    const packageFolder = join(root, "node_modules", entry.package);
    const description = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
    const bytes = readFileSync(join(packageFolder, entry.source));
    put(join(folder, entry.file), bytes);
    return {
      file: entry.file,
      package: entry.package,
      version: description.version,
      license: description.license,
      source: entry.source,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
  });
  put(join(folder, "provenance.json"), Buffer.from(JSON.stringify(provenance, null, 2) + "\n"));
}

if (differences > 0) {
  console.error(`vendor: ${differences} file(s) differ from their packages; run \`node scripts/vendor.mjs\``);
  process.exit(1);
}

/** Writes the file, or when checking counts it if it is missing or different. */
function put(relative, bytes) {
  const path = join(root, relative);
  if (!checking) {
    writeFileSync(path, bytes);
    return;
  }
  let current = Buffer.alloc(0);
  try {
    current = readFileSync(path);
  } catch {
    // A missing file counts as a different one.
  }
  if (current.equals(bytes)) return;
  differences++;
  console.error(`vendor: ${relative} is not what its package holds`);
}
