import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "../../server/src/base/language.ts";
import { constructs } from "../../server/src/constructs/registry.generated.ts";
import { loadEnvironment, roundTrip, type RoundTrip } from "../support/round-trip.ts";
import { runGo } from "../support/run/go-batch.ts";
import { wholeGo } from "../support/run/programs.ts";
import { runPython, type BatchProgram, type Outcome } from "../support/run/python-batch.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";

/*
 * A program that goes through the IR and back to its own language prints what it printed before, or is declined with a mark. The programs are the
 * examples of all constructs and the files of programs/; PROGRAMS=folder takes the files of another folder instead and says what was declined.
 */

interface Case {
  readonly name: string;
  readonly text: string;
}

const folder = process.env["PROGRAMS"];
const ownFolder = new URL("programs/", import.meta.url).pathname;

function casesOf(language: Language): readonly Case[] {
  const ending = language === "python" ? ".py" : ".go";
  const files = readdirSync(folder ?? ownFolder)
    .filter((name) => name.endsWith(ending))
    .map((name): Case => ({
      name: `file_${name.slice(0, -3).replace(/\W/g, "_")}`,
      text: readFileSync(`${folder ?? ownFolder}/${name}`, "utf8"),
    }));
  if (folder !== undefined) return files;
  const examples = constructs.flatMap(({ id, examples }) =>
    examples.map((example, position): Case => ({
      name: `${id.replace(/\W/g, "_")}_${position}`,
      text: language === "python" ? example.python : wholeGo(example.go),
    })),
  );
  return [...examples, ...files];
}

describe("round trips", function () {
  this.timeout(600_000);

  for (const [language, tool, run] of [
    ["python", pythonLibrary, runPython],
    ["go", goLibrary, runGo],
  ] as const) {
    it(`from ${language} to ${language} change nothing that is printed`, async function () {
      if (tool() === undefined) {
        console.warn(`    SKIPPED: there is no ${language} here`);
        this.skip();
      }
      const environment = await loadEnvironment();
      const cases = casesOf(language);
      assert.ok(cases.length > 0);
      const trips = new Map<string, RoundTrip>(
        cases.map(({ name, text }) => [name, roundTrip(environment, language, text)]),
      );
      const kept = cases.filter(({ name }) => trips.get(name)!.marks.length === 0);
      const declined = cases.filter((each) => !kept.includes(each));
      const programs = kept.flatMap(({ name, text }): BatchProgram[] => [
        { name, text },
        { name: `${name}_back`, text: trips.get(name)!.text },
      ]);
      const outcomes: ReadonlyMap<string, Outcome> = run(programs);
      const different = kept.filter(({ name }) => {
        const [before, after] = [outcomes.get(name)!, outcomes.get(`${name}_back`)!];
        if (before.failure !== undefined && after.failure !== undefined) return false;
        return before.output !== after.output || (before.failure === undefined) !== (after.failure === undefined);
      });
      console.log(`    ${language}: ${kept.length - different.length} the same, ${declined.length} declined`);
      if (folder !== undefined)
        console.log(declined.map(({ name }) => `${name}: ${trips.get(name)!.marks[0]}`).join("\n"));
      assert.deepEqual(
        different.map(({ name }) => ({
          name,
          before: outcomes.get(name),
          after: outcomes.get(`${name}_back`),
          text: trips.get(name)!.text,
        })),
        [],
      );
      if (folder === undefined)
        assert.ok(
          kept.length >= cases.length * 0.7,
          `declined: ${declined.map(({ name }) => `${name}: ${trips.get(name)!.marks[0]}`).join("\n")}`,
        );
    });
  }
});
