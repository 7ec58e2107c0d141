import assert from "node:assert/strict";
import { libraryTables } from "../../server/src/constructs/registry.generated.ts";
import type { LibraryRow } from "../../server/src/lowering/library/row.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import { runGo } from "../support/run/go-batch.ts";
import { runPython, type BatchProgram, type Outcome } from "../support/run/python-batch.ts";
import { goProgram, pythonProgram, variablesOf, type Input, type RowProgram } from "../support/run/row-programs.ts";
import { pool } from "../support/run/row-values.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";

/*
 * Every library row that has examples, or values to draw, as a tiny program in each direction that the row allows: the translation prints what the source prints, for the row's examples and
 * for drawn inputs. Where the row states a caveat, drawn inputs may differ; its examples may not. ROWS=strings runs the tables of that name.
 */

type Direction = "python" | "go";

interface Case {
  readonly table: string;
  readonly row: LibraryRow;
  readonly from: Direction;
  readonly name: string;
  readonly inputs: readonly Input[];
  readonly examples: number;
}

/** The row's examples, then drawn ones: each value of each pool at least once, the other metavariables going round theirs. */
function inputsOf(row: LibraryRow): readonly Input[] {
  const names = variablesOf(row);
  const [model = ofLibraryTypes(row, names)] = row.examples;
  if (!model || row.where || row.undrawn || names.some((name) => model[name] === undefined)) return row.examples;
  const pools = names.map((name) => (isOfIntegers(row, name) ? pool(row.types?.[name]) : []));
  const drawn: Input[] = [];
  const most = Math.max(0, ...pools.map((values) => values.length));
  for (let shift = 0; shift < Math.min(2, most); shift++) {
    for (let number = 0; number < most; number++) {
      drawn.push(
        Object.fromEntries(
          names.map((name, place) => [
            name,
            pools[place]![(number * (place + 1) + shift * place) % pools[place]!.length] ?? model[name]!,
          ]),
        ),
      );
    }
  }
  const present = new Set(row.examples.map((input) => JSON.stringify(input)));
  return [...row.examples, ...drawn.filter((input) => !present.has(JSON.stringify(input)))];
}

/** Values of library classes, which only Python has literals for: rows of such values need no examples of their own. */
function ofLibraryTypes(row: LibraryRow, names: readonly string[]): Input | undefined {
  const types = names.map((name) => row.types?.[name] ?? "");
  if (row.only !== "python-to-go" || row.types?.["result"] === "None" || !types.some((type) => type.includes(".")))
    return undefined;
  const values = types.map((type) => pool(type)[0]);
  return values.includes(undefined) ? undefined : Object.fromEntries(names.map((name, i) => [name, values[i]!]));
}

/** Pools of lists of type variables hold integers, and so must the examples of the row. */
function isOfIntegers(row: LibraryRow, name: string): boolean {
  return !/\bT\b/.test(row.types?.[name] ?? "") || !/['".]/.test(Object.values(row.examples[0] ?? {}).join());
}

const wanted = process.env["ROWS"] ?? "";
const cases: readonly Case[] = libraryTables
  .filter(({ id }) => id.includes(wanted))
  .flatMap((table) =>
    table.rows.flatMap((row, position): Case[] => {
      const name = `${table.id.replace(/\W/g, "_")}_${position}`;
      const base = { table: table.id, row, inputs: inputsOf(row), examples: row.examples.length };
      const directions: Direction[] =
        row.only === "python-to-go" ? ["python"] : row.only === "go-to-python" ? ["go"] : ["python", "go"];
      return directions
        .filter((from) => base.inputs.length > 0 && (from === "python" || goProgram(row, base.inputs) !== undefined))
        .map((from) => ({ ...base, from, name: `${name}_${from}` }));
    }),
  );

/** What each case printed. */
function blocks(output: string): readonly string[] {
  return output.split(/^case \d+\n/m).slice(1);
}

describe("library rows", function () {
  this.timeout(600_000);
  const sources = new Map<string, RowProgram>();
  const kept = new Map<string, readonly Input[]>();
  const translations = new Map<string, { readonly text: string; readonly marks: readonly string[] }>();
  let python: ReadonlyMap<string, Outcome> = new Map();
  let go: ReadonlyMap<string, Outcome> = new Map();

  before(async function () {
    const missing = [pythonLibrary() === undefined ? "python3" : "", goLibrary() === undefined ? "go" : ""].filter(
      (tool) => tool !== "",
    );
    if (missing.length > 0) {
      console.warn(`    SKIPPED: the library rows were not run, for there is no ${missing.join(" and no ")} here`);
      this.skip();
    }
    const spell = (item: Case, inputs: readonly Input[]): RowProgram | undefined =>
      item.from === "python" ? pythonProgram(item.row, inputs) : goProgram(item.row, inputs);
    keepSoundInputs(spell);
    const translator = await loadTranslator();
    for (const item of cases) {
      const inputs = kept.get(item.name) ?? item.inputs;
      const source = spell(item, inputs);
      if (!source) continue;
      kept.set(item.name, inputs);
      sources.set(item.name, source);
      const program = translator.createProgram();
      program.open("main", item.from, source.text);
      const { text, diagnostics } = program.translate("main");
      program.dispose();
      translations.set(item.name, {
        text,
        marks: diagnostics
          .filter(({ severity }) => severity === "mark")
          .map(({ code, message }) => `${code}: ${message}`),
      });
    }
    const programs = (language: Direction): BatchProgram[] =>
      cases.flatMap(({ name, from }): BatchProgram[] => {
        const source = sources.get(name);
        const translation = translations.get(name);
        if (!source || !translation || translation.marks.length > 0) return [];
        return [{ name, text: from === language ? source.text : translation.text, cases: source.cases }];
      });
    python = runPython(programs("python"));
    go = runGo(programs("go"));
  });

  /** Inputs on which Python raises are no business of a row that cannot fail; examples stay, so that a wrong one shows. */
  function keepSoundInputs(spell: (item: Case, inputs: readonly Input[]) => RowProgram | undefined): void {
    const asked = cases
      .filter(({ from }) => from === "python")
      .map((item) => ({ item, program: spell(item, item.inputs)! }));
    const outcomes = runPython(
      asked.map(({ item, program }) => ({ name: item.name, text: program.text, cases: program.cases })),
    );
    for (const { item } of asked) {
      const printed = blocks(outcomes.get(item.name)?.output ?? "");
      kept.set(
        item.name,
        item.inputs.filter((_, number) => number < item.examples || !/failed\n$/.test(printed[number] ?? "failed\n")),
      );
    }
  }

  for (const { table, row, from, name, examples } of cases) {
    it(`${table}: ${row.python}  ${from === "python" ? "->" : "<-"}  ${row.go}`, () => {
      const source = sources.get(name);
      assert.ok(source, "the row's examples are no Go literals");
      const translation = translations.get(name)!;
      assert.deepEqual(translation.marks, [], translation.text);
      const [ours, theirs] = from === "python" ? [python, go] : [go, python];
      const [expected, actual] = [ours.get(name), theirs.get(name)];
      assert.equal(expected?.failure, undefined, `${expected?.failure ?? ""}\n${source.text}`);
      assert.equal(actual?.failure, undefined, `${actual?.failure ?? ""}\n${translation.text}`);
      const [left, right] = [blocks(expected?.output ?? ""), blocks(actual?.output ?? "")];
      assert.equal(left.length, source.cases, source.text);
      const inputs = kept.get(name)!;
      const compared = row.caveats?.length ? examples : inputs.length;
      inputs.slice(0, compared).forEach((input, number) => {
        if (number < examples) assert.doesNotMatch(left[number]!, /^failed$/m, JSON.stringify(input));
        assert.equal(
          right[number],
          left[number],
          `${JSON.stringify(input)} gives ${right[number] ?? ""}, not ${left[number] ?? ""}\n${translation.text.slice(0, 1500)}`,
        );
      });
    });
  }
});
