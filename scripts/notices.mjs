import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licence texts of the packages whose code is in the bundles, and of those that publish the WebAssembly files, as one text.
 * `inputs` are the paths of the bundled files, relative to `root`. Throws when a package carries no licence text.
 */
export function notices(root, inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (match !== null) folders.add(match[0]);
  }
  for (const folder of ["grammars", "formatters"]) {
    const provenance = JSON.parse(readFileSync(join(root, folder, "provenance.json"), "utf8"));
    for (const entry of provenance) folders.add(`node_modules/${entry.package}`);
  }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${licenceText(join(root, folder))}`;
  });
  return `Interlinear contains these packages.\n\n${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

function licenceText(folder) {
  const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${folder} carries no licence text`);
  return readFileSync(join(folder, file), "utf8").trim();
}
