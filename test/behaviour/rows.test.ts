import assert from "node:assert/strict";
import { otherLanguage, type Language } from "../../server/src/base/language.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import { runGo } from "../support/run/go-batch.ts";
import { programsBelow } from "../support/run/program-files.ts";
import { runPython, type BatchProgram, type Outcome } from "../support/run/python-batch.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";

/*
 * The programs in rows/ use what the library rows cannot show one by one, such as files, clocks and generators: they are translated without marks, and
 * the translations print the same. ROWS=word runs those alone with the word in their name.
 */

const wanted = process.env["ROWS"] ?? "";
const programs = programsBelow(new URL("rows/", import.meta.url).pathname)
  .filter(({ title }) => title.includes(wanted))
  .map((program, number) => ({ ...program, name: `program${number}` }));

const run: Readonly<Record<Language, (programs: readonly BatchProgram[]) => ReadonlyMap<string, Outcome>>> = {
  python: runPython,
  go: runGo,
};

describe("programs of library rows", function () {
  this.timeout(300_000);
  const translations = new Map<string, { readonly text: string; readonly marks: readonly string[] }>();
  const said = new Map<string, Outcome>();
  const heard = new Map<string, Outcome>();

  before(async function () {
    if (pythonLibrary() === undefined || goLibrary() === undefined) {
      console.warn("    SKIPPED: the programs were not run, for python3 or go is missing here");
      this.skip();
    }
    const translator = await loadTranslator();
    for (const { name, language, text } of programs) {
      const program = translator.createProgram();
      program.open("main", language, text);
      const { text: translation, diagnostics } = program.translate("main");
      program.dispose();
      const marks = diagnostics.filter(({ severity }) => severity === "mark").map(({ message }) => message);
      translations.set(name, { text: translation, marks });
    }
    for (const language of ["python", "go"] as const) {
      const sources = programs.filter((program) => program.language === language);
      const results = programs.filter((program) => otherLanguage(program.language) === language);
      const outcomes = run[language]([
        ...sources.map(({ name, text, input }) => ({ name, text, input })),
        ...results.map(({ name, input }) => ({ name, text: translations.get(name)!.text, input })),
      ]);
      for (const { name } of sources) said.set(name, outcomes.get(name)!);
      for (const { name } of results) heard.set(name, outcomes.get(name)!);
    }
  });

  for (const { name, title, fails } of programs) {
    it(title, () => {
      const translation = translations.get(name)!;
      assert.deepEqual(translation.marks, [], translation.text);
      const [expected, actual] = [said.get(name)!, heard.get(name)!];
      assert.equal(expected.failure?.startsWith("exit") ?? false, fails, expected.failure);
      assert.equal(
        actual.failure?.startsWith("exit") ?? false,
        fails,
        `${actual.failure ?? ""}\n${actual.output}\n${translation.text}`,
      );
      if (!fails) assert.equal(actual.failure ?? expected.failure, undefined, translation.text);
      assert.notEqual(expected.output, "");
      assert.equal(actual.output, expected.output, translation.text);
    });
  }
});
