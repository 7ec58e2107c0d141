#!/usr/bin/env node
// The command `interlinear`: runs the bundle that `npm run build` makes.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const bundle = new URL("../../dist/server/cli.cjs", import.meta.url);

if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  console.error(`interlinear: ${fileURLToPath(bundle)} is missing; run \`npm run build\` first`);
  process.exitCode = 1;
}
