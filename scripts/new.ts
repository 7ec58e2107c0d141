/*
 * Begins a construct: its file, and the folder of its golden tests.
 *
 *   npm run new -- errors/defer-close
 *
 * Overwrites nothing. What it writes type-checks and does nothing yet; it says what to do next.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: "string" } } });
const root = values.root ?? dirname(dirname(fileURLToPath(import.meta.url)));
const constructs = join(root, "server", "src", "constructs");
const families = ["control-flow", "data", "functions", "classes", "errors", "concurrency", "web", "idioms"];

function fail(message: string): never {
  console.error(`new: ${message}`);
  process.exit(2);
}

const [name = "", ...rest] = positionals;
const [, family = "", id = ""] = /^([a-z-]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(name) ?? [];
if (family === "" || rest.length > 0) fail("usage: npm run new -- FAMILY/NAME, such as errors/defer-close");
if (!families.includes(family)) fail(`there is no family ${family}; there are ${families.join(", ")}`);

const taken = families.find((other) => existsSync(join(constructs, other, `${id}.ts`)));
if (taken !== undefined) fail(`there is a construct ${taken}/${id} already`);
const tests = join(root, "test", "constructs", id);
if (existsSync(tests) && readdirSync(tests).length > 0) fail(`test/constructs/${id} is not empty`);

const words = id.replaceAll("-", " ");
const title = words[0]?.toUpperCase() + words.slice(1);

const source = `import { defineConstruct } from "../../lowering/construct.ts";

export default defineConstruct({
  id: "${id}",
  title: "${title}: what Python says / what Go says",
  summary: "One sentence: what corresponds to what.",
  explanation: "Why the languages differ, for somebody who knows the other one: two to five sentences.",
  references: [],
  // The kinds of nodes that this construct owns, and how each is lifted. What another construct owns is claimed in \`refines\`.
  python: {},
  go: {},
  // The kinds of the IR that this construct owns, and how each is lowered.
  lower: { go: {}, python: {} },
  caveats: [],
  snippets: [],
  // Each pair is run in both languages and must print the same.
  examples: [
    {
      title: "${title}",
      python: \`print("${words}")
\`,
      go: \`package main

import "fmt"

func main() {
	fmt.Println("${words}")
}
\`,
      from: ["python", "go"],
    },
  ],
});
`;

const pythonTest = `def main() -> None:\n    print("${words}")\n\n\nif __name__ == "__main__":\n    main()\n`;
const goTest = `package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("${words}")\n}\n`;

const files: Readonly<Record<string, string>> = {
  [`server/src/constructs/${family}/${id}.ts`]: source,
  [`test/constructs/${id}/from-python.py`]: pythonTest,
  [`test/constructs/${id}/from-go.go`]: goTest,
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`new: ${path}`);
}

console.log(`
Next: \`npm run registry\`, so that the construct is known.
Then fill in the file, write what the tests translate, and let
  INTERLINEAR_UPDATE=1 npx mocha test/constructs/golden.test.ts
write what comes out; read it before you commit it. docs/contributing.md has the rest.`);
