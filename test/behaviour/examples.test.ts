import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { otherLanguage, type Language } from "../../server/src/base/language.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";
import { runGo } from "../support/run/go-batch.ts";
import { runPython, type BatchProgram, type Outcome } from "../support/run/python-batch.ts";
import { filesBelow, goLibrary, pythonLibrary } from "../support/tools.ts";
import { translateAlone } from "../support/translate-alone.ts";

/* The programs in examples/ are translated without marks, and the translations print the same as they do. */

const folder = new URL("../../examples/", import.meta.url).pathname;

/** At least so many are shown for each language. */
const fewest = 8;

const runners: Readonly<Record<Language, (programs: readonly BatchProgram[]) => ReadonlyMap<string, Outcome>>> = {
  python: runPython,
  go: runGo,
};

describe("examples", function () {
  this.timeout(400_000);
  let translator: Translator;
  before(async function () {
    if (pythonLibrary() === undefined || goLibrary() === undefined) {
      console.warn("    SKIPPED: the examples were not run, for python3 or go is missing here");
      this.skip();
    }
    translator = await loadTranslator();
  });

  for (const [language, ending] of [
    ["python", ".py"],
    ["go", ".go"],
  ] as const) {
    describe(language, () => {
      const files = filesBelow(`${folder}${language}`, ending);
      const sources = files.map((file, number) => ({
        name: `example${number}`,
        file: file.slice(folder.length),
        text: readFileSync(file, "utf8"),
      }));
      const translations = new Map<string, string>();
      let said: ReadonlyMap<string, Outcome>;
      let heard: ReadonlyMap<string, Outcome>;

      it("are many enough", () => assert.ok(files.length >= fewest, `${files.length}`));

      for (const { name, file, text } of sources) {
        it(`${file} is translated without marks`, () => {
          const { text: translation, marks } = translateAlone(translator, language, text);
          translations.set(name, translation);
          assert.deepEqual(marks, []);
        });
      }

      describe("run", () => {
        before(() => {
          said = runners[language](sources);
          heard = runners[otherLanguage(language)]([...translations].map(([name, text]) => ({ name, text })));
        });
        for (const { name, file } of sources) {
          it(`${file} prints the same`, () => {
            const [expected, actual] = [said.get(name)!, heard.get(name)!];
            assert.equal(expected.failure, undefined);
            assert.equal(actual.failure, undefined, `${actual.failure ?? ""}\n${translations.get(name) ?? ""}`);
            assert.notEqual(expected.output, "");
            assert.equal(actual.output, expected.output);
          });
        }
      });
    });
  }
});
