import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Origin } from "../../server/src/base/origin.ts";
import { GoFormatter } from "../../server/src/go/format.ts";
import { printFile } from "../../server/src/go/print.ts";
import { fileOf } from "../../server/src/go/read.ts";
import { tokenize } from "../../server/src/go/reanchor.ts";
import type { File } from "../../server/src/go/tree.ts";
import { filesBelow, goLibrary, sample } from "../support/tools.ts";
import { GoReading } from "../support/go-reader.ts";

/** The tree with an origin on each node that tells its kind and place. */
function withOrigins(tree: File): File {
  const mark = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mark);
    if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
    const copy = Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === "span" ? inner : mark(inner)]),
    );
    if (!("kind" in value) || !("span" in value)) return copy;
    const origin: Origin = {
      ranges: [{ unit: String(value.kind), span: value.span as { start: number; end: number } }],
      constructs: [],
    };
    return { ...copy, origin };
  };
  return mark(tree) as File;
}

describe("Go formatter", () => {
  let go: GoReading;
  let formatter: GoFormatter;
  before(async () => {
    go = await GoReading.start();
    formatter = new GoFormatter(() =>
      readFileSync(fileURLToPath(new URL("../../formatters/gofmt.wasm", import.meta.url))),
    );
  });

  it("leaves the plain text where gofmt refuses", () => {
    const printed = { text: "func {", tokens: [], mapping: [] };
    assert.equal(formatter.format(printed).text, "func {");
  });

  it("goes on formatting however often it is asked, without holding ever more memory", () => {
    const text = `package p\n\n${"func f(a int) int {\n\tif a>3 { return a }\n\treturn 2\n}\n\n".repeat(200)}`;
    const held = (): number => process.memoryUsage().external;
    const before = held();
    for (let index = 0; index < 400; index++) assert.match(formatter.formatText(text) ?? "", /if a > 3 \{/);
    assert.ok(held() - before < 200_000_000, `${held() - before} bytes more`);
  });

  it("carries the mapping over what gofmt moves, adds and removes", () => {
    const text =
      'package p\n\nimport (\n\t"os"\n\t"fmt"\n)\n\nvar x = 0XFF\n\nfunc f() {\n\tif (a) { b(1, 0X1P3) } // c\n\tfmt.Print( os.Args )\n}\n';
    const printed = printFile(withOrigins(fileOf(go.file(text).units)));
    const formatted = formatter.format(printed);
    const identifiers = formatted.mapping
      .filter((range) => range.origin.ranges[0]?.unit === "Ident")
      .map((range) => formatted.text.slice(range.start, range.end));
    assert.deepEqual(identifiers, ["p", "x", "f", "a", "b", "fmt", "Print", "os", "Args"]);
    assert.match(formatted.text, /if a \{/);
  });

  it("is stable, and keeps each mapped token, over the standard library", function () {
    const library = goLibrary();
    if (library === undefined) return this.skip();
    this.timeout(120_000);
    const files = sample(filesBelow(library, ".go", ["testdata", "vendor"]), 60);
    assert.ok(files.length >= 50);
    for (const path of files) {
      const read = go.file(readFileSync(path, "utf8"));
      if (read.units.some((unit) => unit.faults.length > 0)) continue;
      const printed = printFile(withOrigins(fileOf(read.units)));
      const formatted = formatter.format(printed);
      assert.notEqual(formatter.formatText(printed.text), undefined, path);
      assert.equal(formatter.formatText(formatted.text), formatted.text, path);
      const before = printed.mapping
        .map((range) => printed.text.slice(range.start, range.end))
        .filter((text) => !text.startsWith("/"));
      const after = formatted.mapping
        .map((range) => formatted.text.slice(range.start, range.end))
        .filter((text) => !text.startsWith("/"));
      const lost = before.length - after.length;
      assert.ok(lost >= 0 && lost <= before.length / 100 + 20, `${path}: ${lost} of ${before.length} ranges lost`);
      const starts = new Set(tokenize(formatted.text).map((token) => token.start));
      assert.ok(
        formatted.mapping.every((range) => starts.has(range.start)),
        path,
      );
    }
  });
});
