import assert from "node:assert/strict";
import { constructs, libraryTables } from "../../server/src/constructs/registry.generated.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Example } from "../../server/src/lowering/construct.ts";
import { runGo } from "../support/run/go-batch.ts";
import { wholeGo } from "../support/run/programs.ts";
import { runPython, type BatchProgram, type Outcome } from "../support/run/python-batch.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";

/*
 * Every example of a construct, and every one of a table of library rows, prints the same in both languages; so does each side's translation
 * where the example says so. EXAMPLES=word runs those alone whose construct has the word in its name.
 */

interface Case {
  readonly owner: string;
  readonly example: Example;
  readonly name: string;
}

interface Translated {
  readonly text: string;
  readonly marks: readonly string[];
}

const wanted = process.env["EXAMPLES"] ?? "";
const owners: readonly { readonly id: string; readonly examples: readonly Example[] }[] = [
  ...constructs,
  ...libraryTables.map((table) => ({ id: `library/${table.id}`, examples: table.programs ?? [] })),
];
const cases: readonly Case[] = owners
  .filter(({ id }) => id.includes(wanted))
  .flatMap(({ id, examples }) =>
    examples.map((example, position) => ({ owner: id, example, name: `${id.replace(/\W/g, "_")}_${position}` })),
  );

function isTranslated({ from = ["python", "go"] }: Example, side: "python" | "go"): boolean {
  return from.includes(side);
}

/** Hand-written pairs may print a boolean, which each language spells its own way; translations may not differ even there. */
function inPythonsWords(output: string): string {
  return output.replace(/\btrue\b/g, "True").replace(/\bfalse\b/g, "False");
}

describe("examples of constructs", function () {
  this.timeout(600_000);
  const translations = new Map<string, Translated>();
  let python: ReadonlyMap<string, Outcome> = new Map();
  let go: ReadonlyMap<string, Outcome> = new Map();

  before(async function () {
    const missing = [pythonLibrary() === undefined ? "python3" : "", goLibrary() === undefined ? "go" : ""].filter(
      (tool) => tool !== "",
    );
    if (missing.length > 0) {
      console.warn(`    SKIPPED: the examples were not run, for there is no ${missing.join(" and no ")} here`);
      this.skip();
    }
    const translator = await loadTranslator();
    const translate = (name: string, from: "python" | "go", text: string): void => {
      const program = translator.createProgram();
      program.open("main", from, text);
      const { text: result, diagnostics } = program.translate("main");
      program.dispose();
      const marks = diagnostics
        .filter(({ severity }) => severity === "mark")
        .map(({ code, message }) => `${code}: ${message}`);
      translations.set(name, { text: result, marks });
    };
    for (const { example, name } of cases) {
      if (isTranslated(example, "python")) translate(`${name}_translated`, "python", example.python);
      if (isTranslated(example, "go")) translate(`${name}_back`, "go", wholeGo(example.go));
    }
    const clean = (suffix: string): BatchProgram[] =>
      [...translations]
        .filter(([name, { marks }]) => name.endsWith(suffix) && marks.length === 0)
        .map(([name, { text }]) => ({ name, text }));
    python = runPython([...cases.map(({ name, example }) => ({ name, text: example.python })), ...clean("_back")]);
    go = runGo([...cases.map(({ name, example }) => ({ name, text: wholeGo(example.go) })), ...clean("_translated")]);
  });

  const outputOf = (outcomes: ReadonlyMap<string, Outcome>, name: string, text: string): string => {
    const outcome = outcomes.get(name);
    assert.ok(outcome, `${name} was not run`);
    assert.equal(outcome.failure, undefined, `${outcome.failure ?? ""}\n${outcome.output}\n${text}`);
    return outcome.output;
  };
  const translated = (name: string): string => {
    const found = translations.get(name)!;
    assert.deepEqual(found.marks, [], found.text);
    return found.text;
  };

  for (const { owner, example, name } of cases) {
    describe(`${owner}: ${example.title}`, () => {
      it("prints the same in both languages", () => {
        const expected = outputOf(python, name, example.python);
        assert.notEqual(expected, "", "the example prints nothing");
        assert.equal(inPythonsWords(outputOf(go, name, example.go)), inPythonsWords(expected));
      });
      if (isTranslated(example, "python")) {
        it("prints the same when the Python is translated", () => {
          const text = translated(`${name}_translated`);
          assert.equal(outputOf(go, `${name}_translated`, text), outputOf(python, name, example.python), text);
        });
      }
      if (isTranslated(example, "go")) {
        it("prints the same when the Go is translated", () => {
          const text = translated(`${name}_back`);
          assert.equal(outputOf(python, `${name}_back`, text), outputOf(go, name, example.go), text);
        });
      }
    });
  }
});
