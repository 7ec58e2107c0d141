import { dirname, join, relative, resolve, sep } from "node:path";

/** The layers that touch neither Node nor a browser nor the protocol: what every host of the server shares. */
const layers = ["base", "syntax", "types", "python", "go", "ir", "lowering", "constructs", "translator"];

function isShared(root, path) {
  const [server, source, layer] = relative(root, path).split(sep);
  return server === "server" && source === "src" && layers.includes(layer);
}

/**
 * A plugin for esbuild: a bundle with it takes the shared layers from the bundle beside it, so that the extension holds them once.
 * Each module that it takes is added to `taken`.
 */
export function takingShared(root, bundle, taken) {
  return {
    name: "taking-shared",
    setup(build) {
      build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, importer, resolveDir }) => {
        const target = resolve(resolveDir || dirname(importer), path);
        if (!isShared(root, target)) return undefined;
        const name = relative(root, target).split(sep).join("/");
        taken.add(name);
        return { path: name, namespace: "shared" };
      });
      build.onResolve({ filter: /^/, namespace: "shared" }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /^/, namespace: "shared" }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(bundle)}).shared[${JSON.stringify(path)}];`,
        resolveDir: root,
      }));
    },
  };
}

/** The text of an entry that runs another and gives its modules to bundles that take them. */
export function givingShared(root, entry, taken) {
  const names = [...taken].sort();
  const importOf = (name) => JSON.stringify("./" + name);
  return {
    contents: [
      ...names.map((name, index) => `import * as module${index} from ${importOf(name)};`),
      `import ${importOf(entry)};`,
      `export const shared = { ${names.map((name, index) => `${JSON.stringify(name)}: module${index}`).join(", ")} };`,
    ].join("\n"),
    resolveDir: join(root),
    sourcefile: "shared-entry.ts",
    loader: "ts",
  };
}
