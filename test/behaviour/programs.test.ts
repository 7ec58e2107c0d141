import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";
import { runGo } from "../support/run/go-batch.ts";
import { runPython } from "../support/run/python-batch.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";
import { translateAlone } from "../support/translate-alone.ts";

/* Whole programs of Python in to-go/ and of Go in to-python/: they are translated without marks, and print the same each time. */

/** Programs with tasks and threads are run this often, since another order of goroutines could show another time only. */
const repetitions = 20;

describe("whole programs", function () {
  this.timeout(300_000);
  let translator: Translator;
  before(async function () {
    if (pythonLibrary() === undefined || goLibrary() === undefined) {
      console.warn("    SKIPPED: the programs were not run, for python3 or go is missing here");
      this.skip();
    }
    translator = await loadTranslator();
  });

  const python = (text: string) => runPython([{ name: "program", text }]).get("program")!;
  const go = (text: string, isConcurrent: boolean) =>
    runGo([{ name: "program", text }], isConcurrent ? { times: repetitions, race: true } : {}).get("program")!;

  for (const file of filesIn("to-go")) {
    it(`from Python to Go: ${file.name}`, () => {
      const { text, marks } = translateAlone(translator, "python", file.text);
      assert.deepEqual(marks, [], text);
      const isConcurrent = /\b(asyncio|threading|concurrent)\b/.test(file.text);
      samePrints(python(file.text), go(text, isConcurrent), text);
    });
  }

  for (const file of filesIn("to-python")) {
    it(`from Go to Python: ${file.name}`, () => {
      const { text, marks } = translateAlone(translator, "go", file.text);
      assert.deepEqual(marks, [], text);
      samePrints(go(file.text, false), python(text), text);
    });
  }
});

function filesIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  const path = new URL(`${folder}/`, import.meta.url).pathname;
  return readdirSync(path)
    .sort()
    .map((name) => ({ name, text: readFileSync(`${path}${name}`, "utf8") }));
}

interface Run {
  readonly output: string;
  readonly failure?: string | undefined;
}

function samePrints(said: Run, heard: Run, translation: string): void {
  assert.equal(said.failure, undefined);
  assert.equal(heard.failure, undefined, `${heard.output}\n${translation}`);
  assert.notEqual(said.output, "");
  assert.equal(heard.output, said.output, translation);
}
