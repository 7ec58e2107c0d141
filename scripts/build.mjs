// Bundles the extension, the language server and the command into `dist/`. An entry that does not exist is skipped, loudly.
//
//   node scripts/build.mjs [--watch]
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { notices } from "./notices.mjs";
import { givingShared, takingShared } from "./shared-modules.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureDependencies();
const esbuild = await import("esbuild");

/** CommonJS, since VS Code 1.91 loads nothing else; `import.meta.url` does not exist there. */
const forNode = {
  platform: "node",
  target: "node20",
  format: "cjs",
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  // The ESM build of web-tree-sitter asks import.meta for its own place even when it is given all its bytes.
  alias: { "web-tree-sitter": join(root, "node_modules", "web-tree-sitter", "web-tree-sitter.cjs") },
};

const forBrowser = {
  platform: "browser",
  target: "es2022",
  mainFields: ["browser", "module", "main"],
  define: { "import.meta.url": "self.location.href", "process.env.NODE_ENV": '"production"' },
};

/**
 * A script that a worker runs and that Node's bundles load, since it holds what all of them share. web-tree-sitter asks for modules of Node only in Node.
 */
const forBoth = {
  ...forBrowser,
  format: "cjs",
  alias: forNode.alias,
  external: ["vscode", "fs", "fs/promises", "module", "path", "url", "worker_threads"],
  banner: {
    js: 'var module = typeof module === "object" ? module : { exports: {} }; var require = typeof require === "function" ? require : undefined;',
  },
};

const taken = new Set();
const forNodeServer = { ...forNode, plugins: [takingShared(root, "./browser.js", taken)] };

const entries = [
  { entry: "client/src/node/main.ts", outfile: "dist/client/node.cjs", options: forNode },
  { entry: "client/src/browser/main.ts", outfile: "dist/client/browser.js", options: { ...forBrowser, format: "cjs" } },
  { entry: "server/src/node/main.ts", outfile: "dist/server/node.cjs", options: forNodeServer },
  { entry: "server/src/browser/main.ts", outfile: "dist/server/browser.js", options: forBoth },
  { entry: "server/src/cli/main.ts", outfile: "dist/server/cli.cjs", options: forNodeServer },
];

function optionsOf({ entry, outfile, options }) {
  return {
    absWorkingDir: root,
    ...(options === forBoth ? { stdin: givingShared(root, entry, taken) } : { entryPoints: [entry] }),
    outfile,
    bundle: true,
    minify: true,
    sourcemap: "linked",
    metafile: true,
    external: ["vscode"],
    legalComments: "none",
    logLevel: "warning",
    ...options,
  };
}

const present = entries.filter(({ entry }) => existsSync(join(root, entry)));
for (const { entry } of entries) {
  if (!existsSync(join(root, entry))) console.warn(`build: SKIPPED ${entry}: there is no such file`);
}

// What the bundles for Node take must be known before the bundle that gives it is made; a failure is reported when they are written.
for (const entry of present.filter(({ options }) => options === forNodeServer))
  await esbuild.build({ ...optionsOf(entry), write: false, logLevel: "silent" }).catch(() => undefined);

if (process.argv.includes("--watch")) {
  const contexts = await Promise.all(present.map((entry) => esbuild.context(optionsOf(entry))));
  await Promise.all(contexts.map((context) => context.watch()));
  console.log("build: watching");
} else {
  const results = await Promise.allSettled(present.map((entry) => esbuild.build(optionsOf(entry))));
  const failed = present.filter((_, index) => results[index].status === "rejected");
  for (const { entry } of failed) console.error(`build: FAILED ${entry}: what is in dist/ is older`);
  console.log(`build: ${present.length - failed.length} of ${entries.length} bundles in dist/`);
  if (failed.length > 0) process.exit(1);
  // Node must read the worker's script as CommonJS here too, where the package says that scripts are modules.
  writeFileSync(join(root, "dist", "server", "package.json"), '{ "type": "commonjs" }\n');
  const inputs = results.flatMap((result) => Object.keys(result.value.metafile.inputs));
  writeFileSync(join(root, "dist", "THIRD-PARTY-NOTICES.txt"), notices(root, inputs));
}
