import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";
import { goTypes } from "../support/go-types.ts";

/*
 * A sweep over many programs, run by hand: translates each file of a folder on its own, marks or not, and says which results do not compile.
 *
 *   npx tsx test/behaviour/output-compiles.ts FOLDER [OUT]
 *
 * With OUT the translations are kept there.
 */

const importing = `
import json, sys
for line in sys.stdin:
    each = json.loads(line)
    try:
        compile(each["text"], each["name"], "exec")
        error = ""
    except (SyntaxError, ValueError) as caught:
        error = str(caught)
    print(json.dumps({"name": each["name"], "errors": [error] if error else []}))
`;

interface Result {
  readonly name: string;
  readonly text: string;
  readonly marks: number;
}

interface Answer {
  readonly name: string;
  readonly errors: readonly string[];
}

function translate(translator: Translator, path: string, name: string): Result {
  const program = translator.createProgram();
  program.open("main", name.endsWith(".go") ? "go" : "python", readFileSync(path, "utf8"));
  const { text, diagnostics } = program.translate("main");
  program.dispose();
  return { name, text, marks: diagnostics.filter(({ severity }) => severity === "mark").length };
}

function checkPython(results: readonly Result[]): readonly Answer[] {
  const input = results.map(({ name, text }) => JSON.stringify({ name, text })).join("\n");
  const { stdout } = spawnSync("python3", ["-c", importing], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Answer);
}

function checkGo(results: readonly Result[]): readonly Answer[] {
  return goTypes(
    results.map(({ name, text }) => ({ name, files: { "main.go": text } })),
    false,
  );
}

const [folder = ".", out] = process.argv.slice(2);
const translator = await loadTranslator();
const results = readdirSync(folder)
  .filter((name) => /\.(py|go)$/.test(name))
  .map((name) => translate(translator, join(folder, name), name));
if (out !== undefined) {
  mkdirSync(out, { recursive: true });
  for (const { name, text } of results)
    writeFileSync(join(out, name.endsWith(".go") ? name.replace(/go$/, "py") : name.replace(/py$/, "go")), text);
}
for (const [words, chosen, check] of [
  ["Python -> Go", results.filter(({ name }) => name.endsWith(".py")), checkGo],
  ["Go -> Python", results.filter(({ name }) => name.endsWith(".go")), checkPython],
] as const) {
  if (chosen.length === 0) continue;
  const failures = check(chosen).filter(({ errors }) => errors.length > 0);
  const clean = chosen.filter(({ marks }) => marks === 0);
  const compiled = chosen.length - failures.length;
  console.log(
    `${words}: ${compiled} of ${chosen.length} compile (${((100 * compiled) / chosen.length).toFixed(1)} %); ${clean.length} without marks, of which ${failures.filter(({ name }) => clean.some((each) => each.name === name)).length} do not compile`,
  );
  for (const { name, errors } of failures) console.log(`  ${name}: ${errors.slice(0, 3).join(" | ")}`);
}
