import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printFile } from "../../server/src/go/print.ts";
import { fileOf } from "../../server/src/go/read.ts";
import { filesBelow, goLibrary, sample } from "../support/tools.ts";
import { GoReading } from "../support/go-reader.ts";

const comparer = fileURLToPath(new URL("../support/go-ast-equal/main.go", import.meta.url));

describe("Go reader and printer over the standard library", () => {
  it("print a tree that go/parser finds equal, comments included", async function () {
    const library = goLibrary();
    if (library === undefined) return this.skip();
    this.timeout(300_000);
    const go = await GoReading.start();
    const folder = mkdtempSync(join(tmpdir(), "interlinear-go-"));
    try {
      const files = sample(filesBelow(library, ".go", ["testdata"]), 330);
      let faulty = 0;
      const pairs: string[] = [];
      files.forEach((path, index) => {
        const { units } = go.file(readFileSync(path, "utf8"));
        if (units.some((unit) => unit.faults.length > 0)) {
          faulty += 1;
          return;
        }
        const target = join(folder, `${index}.go`);
        writeFileSync(target, printFile(fileOf(units)).text);
        pairs.push(`${path}\t${target}\n`);
      });
      assert.ok(pairs.length >= 300, `${pairs.length} files`);
      assert.ok(faulty <= 5, `${faulty} files with faults`);
      const { stdout, stderr, status } = spawnSync("go", ["run", comparer], {
        input: pairs.join(""),
        encoding: "utf8",
      });
      assert.equal(status, 0, stderr);
      assert.equal(stdout, `${pairs.length} pairs\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
