import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** The folder of the built extension; another than the project's may be named to try a build that lies elsewhere. */
export const extensionFolder = process.env["INTERLINEAR_EXTENSION"] ?? projectRoot;

/** The language server as the build makes it. */
export const serverBundle = join(extensionFolder, "dist", "server", "node.cjs");

/** The newest packed extension, which `npm run package` makes. Throws when there is none. */
export function packedExtension(): string {
  const given = process.env["INTERLINEAR_VSIX"];
  if (given !== undefined) return given;
  const packages = [projectRoot, join(projectRoot, "out"), join(projectRoot, "dist")]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".vsix"))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  if (packages[0] === undefined) throw new Error("there is no packed extension: run `npm run package` first");
  return packages[0];
}
