import assert from "node:assert/strict";
import type { Language } from "../../server/src/base/language.ts";
import { constructs, libraryTables } from "../../server/src/constructs/registry.generated.ts";
import type { LibraryRow } from "../../server/src/lowering/library/row.ts";
import { programsBelow } from "../support/run/program-files.ts";
import { wholeGo } from "../support/run/programs.ts";
import { goProgram, pythonProgram } from "../support/run/row-programs.ts";
import { tracingTranslator } from "../support/run/row-use.ts";

/*
 * No library row is there that nothing runs: each is used, in each direction that it allows, when the programs are translated that other tests run in both
 * languages. These are the row's own examples (rows.test.ts), the examples of constructs and tables (examples.test.ts) and the programs of behaviour/.
 * So a row that another one hides, or that cannot match, is found as well.
 */

const directions = ["python", "go"] as const;

/** A row whose every use is marked is never translated. */
function isMarked({ caveats = [] }: LibraryRow): boolean {
  return caveats.some(({ severity, unless }) => severity === "mark" && unless === undefined);
}

function allows(row: LibraryRow, from: Language): boolean {
  return row.only === undefined || row.only === (from === "python" ? "python-to-go" : "go-to-python");
}

describe("use of library rows", function () {
  this.timeout(120_000);
  const used = new Set<string>();

  before(async () => {
    const translate = await tracingTranslator();
    const add = (from: Language, text: string): void => {
      const { rows, marks } = translate(from, text);
      if (marks.length === 0) for (const row of rows) used.add(`${from} ${row}`);
    };
    const examples = [
      ...constructs.flatMap((construct) => construct.examples),
      ...libraryTables.flatMap(({ programs = [] }) => programs),
    ];
    for (const { python, go, from = directions } of examples) {
      if (from.includes("python")) add("python", python);
      if (from.includes("go")) add("go", wholeGo(go));
    }
    for (const folder of ["behaviour/rows/", "behaviour/to-go/", "behaviour/to-python/", "../examples/web/"])
      for (const { language, text } of programsBelow(new URL(`../${folder}`, import.meta.url).pathname))
        add(language, text);
    for (const row of libraryTables.flatMap(({ rows }) => rows).filter((row) => row.examples.length > 0))
      for (const from of directions.filter((from) => allows(row, from))) {
        const program = from === "python" ? pythonProgram(row, row.examples) : goProgram(row, row.examples);
        if (program) add(from, program.text);
      }
  });

  for (const { id, rows } of libraryTables) {
    it(`${id}: every row is run`, () => {
      const unused = rows.flatMap((row, position) =>
        row.notRun !== undefined || isMarked(row)
          ? []
          : directions
              .filter((from) => allows(row, from) && !used.has(`${from} ${id}#${position}`))
              .map((from) => `${row.python}  ${from === "python" ? "->" : "<-"}  ${row.go}`),
      );
      assert.deepEqual(unused, [], "give these examples, or use them in a program of test/behaviour/rows/");
    });
  }

  it("few rows are not run", () => {
    const excused = libraryTables.flatMap(({ rows }) => rows).filter(({ notRun }) => notRun !== undefined);
    assert.ok(excused.length <= 10, excused.map(({ python }) => python).join("\n"));
  });
});
