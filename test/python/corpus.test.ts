import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readStatements } from "../../server/src/python/read.ts";
import { printModule } from "../../server/src/python/print.ts";
import { readText } from "../../server/src/syntax/document.ts";
import { PythonReading } from "../support/python-reader.ts";
import { structuresOfFiles, structuresOfSources, structureText } from "../support/python-structure.ts";
import { filesBelow, pythonLibrary, sample } from "../support/tools.ts";

/** The places where a file differs, cut to what a person can read. */
function firstDifference(expected: string, actual: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at++;
  return `\n  python3: ${expected.slice(Math.max(0, at - 80), at + 60)}\n  reader:  ${actual.slice(Math.max(0, at - 80), at + 60)}`;
}

describe("Python reader and printer over the standard library", () => {
  it("read what python3 reads, and print what python3 reads as the same", async function () {
    const library = pythonLibrary();
    if (library === undefined) return this.skip();
    this.timeout(300_000);
    const python = await PythonReading.start();
    const paths = sample(filesBelow(library, ".py", ["test", "tests", "site-packages", "dist-packages"]), 350);
    const expected = structuresOfFiles(paths);
    const printed: string[] = [];
    const structures: string[] = [];
    const failures: string[] = [];
    paths.forEach((path, index) => {
      const structure = expected[index];
      const text = readFileSync(path, "utf8");
      // A file in another encoding reads differently here, and files for error messages do not parse.
      if (structure === undefined || structure === "null" || text.includes("\ufffd")) return;
      const module = python.module(text);
      const actual = structureText(module.body);
      if (actual !== structure) failures.push(`${path}${firstDifference(structure, actual)}`);
      structures.push(structure);
      printed.push(printModule(module).text);
    });
    assert.ok(structures.length >= 300, `${structures.length} files`);
    structuresOfSources(printed).forEach((structure, index) => {
      const wanted = structures[index] ?? "";
      if (structure !== wanted) failures.push(`printed: ${firstDifference(wanted, structure)}`);
    });
    assert.deepEqual(failures, []);
  });

  it("read the units of a file as they read the file", async function () {
    const library = pythonLibrary();
    if (library === undefined) return this.skip();
    this.timeout(120_000);
    const python = await PythonReading.start();
    for (const path of sample(filesBelow(library, ".py", ["test", "tests", "site-packages", "dist-packages"]), 40)) {
      const text = readFileSync(path, "utf8");
      const units = python.units(text).units;
      assert.equal(structureText(units.flatMap(({ body }) => body)), structureText(python.module(text).body), path);
      assert.equal(new Set(units.map(({ key }) => key)).size, units.length, path);
      for (const unit of units) assert.equal(text.slice(unit.start, unit.start + unit.text.length), unit.text);
    }
  });

  it("never throw on damaged text", async function () {
    const library = pythonLibrary();
    if (library === undefined) return this.skip();
    this.timeout(120_000);
    const python = await PythonReading.start();
    const paths = sample(filesBelow(library, ".py", ["test", "tests", "site-packages", "dist-packages"]), 60);
    let seed = 20_011;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    let invalid = 0;
    for (const path of paths) {
      const text = readFileSync(path, "utf8").slice(0, 6000);
      for (let round = 0; round < 6; round++) {
        const from = random(text.length);
        const damage = ["", "(", "'", '"""', "\n  ", ")", "\\", "\t", "f'{", "\u0000"][random(10)] ?? "";
        const damaged = text.slice(0, from) + damage + text.slice(from + random(12));
        readText(python.grammars, "python", damaged, (root) => {
          const { body } = readStatements(damaged, root);
          printModule({ kind: "Module", body, span: { start: 0, end: 0 } });
          if (root.hasError) invalid++;
        });
      }
    }
    assert.ok(invalid > 50, `${invalid} damaged texts had errors`);
  });
});
