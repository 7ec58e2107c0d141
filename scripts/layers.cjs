// The direction of imports, as rules for dependency-cruiser. A layer may import the layers before it and itself.
"use strict";

/** Each layer and the folders it lives in, in order. Layers of one row must not import each other. */
const layers = [
  { base: "base" },
  { syntax: "syntax" },
  { types: "types" },
  { python: "python", go: "go" },
  { ir: "ir" },
  { lowering: "lowering" },
  { constructs: "constructs" },
  { translator: "translator" },
];

/** The folders of the core: the same bytes run in Node, in a browser worker and in the terminal. */
const core = layers.flatMap((row) => Object.values(row));

const inServer = (folders) => `^server/src/(${folders.join("|")})/`;

const oneWay = layers.flatMap((row, index) =>
  Object.entries(row).map(([name, folder]) => {
    const above = layers.slice(index + 1).flatMap((other) => Object.values(other));
    const beside = Object.values(row).filter((other) => other !== folder);
    return {
      name: `one-way-${name}`,
      comment: `${name} must not import what is built on it, nor its sibling`,
      severity: "error",
      from: { path: inServer([folder]) },
      to: {
        path: `^server/src/(?!(${core.filter((other) => ![...above, ...beside].includes(other)).join("|")})/)|^client/`,
      },
    };
  }),
);

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: "constructs-apart",
      comment: "one construct is one file: what two of them need belongs to lowering",
      severity: "error",
      from: { path: "^server/src/constructs/[^/]+/" },
      to: { path: "^server/src/constructs/(?!runtime/)" },
    },
    {
      name: "core-without-platform",
      comment: "the core knows no Node",
      severity: "error",
      from: { path: inServer(core) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-without-protocol",
      comment: "the core knows no language server protocol and no editor",
      severity: "error",
      from: { path: inServer(core) },
      to: { path: "vscode|languageserver" },
    },
    {
      name: "features-without-platform",
      comment: "features and the server run in a browser too",
      severity: "error",
      from: { path: "^server/src/(features/|protocol/|server\\.ts|documents\\.ts|assets\\.ts)" },
      to: { path: "^server/src/(node|browser|cli)/|^client/" },
    },
    {
      name: "features-without-node",
      comment: "features and the server run in a browser too",
      severity: "error",
      from: { path: "^server/src/(features/|protocol/|browser/|[^/]+\\.ts)|^client/src/(common|browser)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "features-below-server",
      comment: "a feature answers for the server and does not know it",
      severity: "error",
      from: { path: "^server/src/features/" },
      to: { path: "^server/src/server\\.ts" },
    },
    {
      name: "protocol-is-a-leaf",
      comment: "the protocol is all that the client shares with the server",
      severity: "error",
      from: { path: "^server/src/protocol/" },
      to: { path: "^(server|client)/src/(?!protocol/)" },
    },
    {
      name: "client-knows-the-protocol-alone",
      comment: "the client speaks to the server over the protocol",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^server/src/(?!protocol/)" },
    },
    {
      name: "node-and-browser-apart",
      comment: "an entry point takes nothing from the other platform's",
      severity: "error",
      from: { path: "^(client|server)/src/browser/" },
      to: { path: "^(client|server)/src/node/" },
    },
    {
      name: "product-without-tests",
      comment: "nothing that ships imports tests, scripts or benchmarks",
      severity: "error",
      from: { path: "^(client|server)/src/" },
      to: { path: "^(test|scripts|bench)/" },
    },
    {
      name: "no-unresolvable",
      comment: "every import must be found",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
