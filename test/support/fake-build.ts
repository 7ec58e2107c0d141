import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The programs on a translator whose answers a test can foresee. */
export interface FakeBuild {
  /** The command, to be run with node. */
  readonly command: string;
  /** The language server, to be run with node. */
  readonly server: string;
  /** Removes both. */
  remove(): void;
}

/** Bundles the command and the server as the project's build does, but on the fake translator. */
export async function buildOnFakeTranslator(): Promise<FakeBuild> {
  const parent = join(projectRoot, "out");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "fake-"));
  const [command, server] = [join(folder, "cli.cjs"), join(folder, "node.cjs")];
  await Promise.all([bundle("server/src/cli/main.ts", command), bundle("server/src/node/main.ts", server)]);
  return { command, server, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    define: { "import.meta.url": "importMetaUrl" },
    banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [
      {
        name: "fake-translator",
        setup: (bundler) => {
          const path = join(projectRoot, "test", "support", "fake-translator.ts");
          bundler.onResolve({ filter: /\/translator\/index\.ts$/ }, () => ({ path }));
        },
      },
    ],
  });
}
