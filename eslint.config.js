import tseslint from "typescript-eslint";

/** Names of Node and of the browser that the core must not touch: who starts it hands in what it needs. */
const platformNames = [
  "process",
  "Buffer",
  "require",
  "__dirname",
  "__filename",
  "global",
  "setImmediate",
  "window",
  "document",
  "navigator",
  "location",
  "self",
  "fetch",
  "localStorage",
];

export default tseslint.config(
  {
    ignores: ["**/node_modules/", "dist/", "coverage/", ".cache/", "examples/", "media/", "test/constructs/*/**/*.go"],
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A number in a template is always meant; the rule's other findings are what it is for.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/require-await": "off",
      eqeqeq: ["error", "always"],
      "no-console": "error",
      "no-control-regex": "off",
      "prefer-const": "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["server/src/{base,syntax,types,python,go,ir,lowering,constructs,translator}/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...platformNames] },
  },
  {
    files: ["server/src/cli/**/*.ts", "scripts/**/*.ts", "test/**/*.ts", "bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    // Generated text, and tables: rows and signatures are data, which splitting would only hide.
    files: ["**/*.generated.ts", "server/src/constructs/library/*.ts", "server/src/python/stubs/*.ts"],
    rules: { "max-lines": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    extends: [tseslint.configs.base],
    rules: { eqeqeq: ["error", "always"], "prefer-const": "error", "max-lines": ["error", { max: 400 }] },
  },
);
