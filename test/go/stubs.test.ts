import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readUnit } from "../../server/src/go/read.ts";
import { GoReading } from "../support/go-reader.ts";

describe("Go stubs", () => {
  const stubs = JSON.parse(
    readFileSync(fileURLToPath(new URL("../../stubs/go.json", import.meta.url)), "utf8"),
  ) as Record<string, string>;

  it("are read without a fault, each", async () => {
    const go = await GoReading.start();
    const paths = Object.keys(stubs);
    assert.ok(paths.length > 70);
    for (const path of paths) {
      const text = stubs[path] ?? "";
      const tree = go.parse(text, (root) => readUnit(text, root));
      assert.deepEqual(tree?.faults, [], path);
    }
  });

  it("import only packages that are there", () => {
    for (const [path, text] of Object.entries(stubs)) {
      for (const [, imported] of text.matchAll(/^import "(.*)"$/gm))
        assert.ok(imported === "unsafe" || (imported ?? "") in stubs, `${path} imports ${imported}`);
    }
  });
});
