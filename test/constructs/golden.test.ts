import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { languageName, otherLanguage, type Language } from "../../server/src/base/language.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";

/*
 * The folder of a construct holds sources, such as `from-python.py`, and what each is translated to, `from-python.expected.go`.
 * INTERLINEAR_UPDATE=1 writes the expected texts instead of comparing them.
 */

const folder = dirname(fileURLToPath(import.meta.url));
const updates = process.env["INTERLINEAR_UPDATE"] === "1";
const endings: Readonly<Record<Language, string>> = { python: ".py", go: ".go" };

interface Golden {
  readonly language: Language;
  readonly source: string;
  readonly expected: string;
}

function goldens(construct: string): Golden[] {
  const names = readdirSync(join(folder, construct)).filter((name) => !/\.expected\.\w+$/.test(name));
  return names.sort().flatMap((name) =>
    (["python", "go"] as const)
      .filter((language) => name.endsWith(endings[language]))
      .map((language) => ({
        language,
        source: join(folder, construct, name),
        expected: join(folder, construct, `${name.slice(0, -3)}.expected${endings[otherLanguage(language)]}`),
      })),
  );
}

describe("golden translations", () => {
  let translator: Translator;
  before(async () => {
    translator = await loadTranslator();
  });

  const constructs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of constructs) {
    describe(name, () => {
      for (const { language, source, expected } of goldens(name)) {
        it(`from ${languageName(language)}: ${source.slice(folder.length + 1)}`, () => {
          const program = translator.createProgram();
          program.open("source", language, readFileSync(source, "utf8"));
          const { text } = program.translate("source");
          program.dispose();
          if (updates) writeFileSync(expected, text);
          assert.ok(existsSync(expected), `there is no ${expected}; INTERLINEAR_UPDATE=1 writes it`);
          assert.equal(text, readFileSync(expected, "utf8"));
        });
      }
    });
  }
});
