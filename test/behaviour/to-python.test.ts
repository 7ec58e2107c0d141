import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";
import { runGo } from "../support/run/go-batch.ts";
import { runPython } from "../support/run/python-batch.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";

/* Whole programs of Go in to-python/: they are translated without marks, and print the same in Python. */

const folder = new URL("to-python/", import.meta.url).pathname;

describe("programs from Go to Python", function () {
  this.timeout(300_000);
  let translator: Translator;
  before(async function () {
    if (pythonLibrary() === undefined || goLibrary() === undefined) {
      console.warn("    SKIPPED: the programs were not run, for python3 or go is missing here");
      this.skip();
    }
    translator = await loadTranslator();
  });

  for (const file of readdirSync(folder).sort()) {
    it(file, () => {
      const source = readFileSync(`${folder}/${file}`, "utf8");
      const program = translator.createProgram();
      program.open("main", "go", source);
      const { text, diagnostics } = program.translate("main");
      program.dispose();
      const marks = diagnostics.filter(({ severity }) => severity === "mark");
      assert.deepEqual(
        marks.map(({ code, message }) => `${code}: ${message}`),
        [],
        text,
      );
      const said = runGo([{ name: "program", text: source }], {}).get("program")!;
      assert.equal(said.failure, undefined);
      const heard = runPython([{ name: "program", text }]).get("program")!;
      assert.equal(heard.failure, undefined, `${heard.output}\n${text}`);
      assert.notEqual(said.output, "");
      assert.equal(heard.output, said.output, text);
    });
  }
});
