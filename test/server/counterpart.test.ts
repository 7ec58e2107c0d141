import assert from "node:assert/strict";
import { counterpartOf } from "../../server/src/features/counterpart.ts";
import { excerptAt, excerptOf } from "../../server/src/features/excerpt.ts";
import type { FileSpan, MappingSegment, Translation } from "../../server/src/translator/api.ts";

const source = "for item in items:\n    total += item\nreturn total\n";
const text = "for _, item := range items {\n\t// Adds.\n\ttotal += item\n}\nreturn total\n";

/** Pairs of a part of the source and a part of the text, each the n-th of its kind. */
const mapping: readonly MappingSegment[] = [
  pair("for item in items:\n    total += item", "for _, item := range"),
  pair("items", "items"),
  pair("for item in items:\n    total += item", "{"),
  pair("total += item", "total +="),
  pair(" item\n", " item\n}", 1),
  pair("for item in items:\n    total += item", "}"),
  pair("return total", "return total"),
];

function spanOf(within: string, part: string, trim = 0): FileSpan {
  const start = within.indexOf(part);
  assert.ok(start >= 0, part);
  return trim === 0
    ? { start, end: start + part.length }
    : { start: start + 1, end: start + 1 + part.trim().split("\n")[0]!.length };
}

function pair(from: string, to: string, trim = 0): MappingSegment {
  return { source: spanOf(source, from, trim), target: spanOf(text, to, trim) };
}

const at = (within: string, part: string): FileSpan => {
  const { start } = spanOf(within, part);
  return { start, end: start };
};
const texts = (within: string, spans: readonly FileSpan[] | undefined) =>
  spans?.map(({ start, end }) => within.slice(start, end));

describe("the counterpart of a place", () => {
  it("is the node's own pieces, without what is nested in it", () => {
    const found = counterpartOf(mapping, "source", at(source, "for"));
    assert.deepEqual(texts(text, found?.there), ["for _, item := range", "{", "}"]);
    assert.deepEqual(texts(source, found?.here), ["for item in items:\n    total += item"]);
  });

  it("is the innermost node on either side", () => {
    assert.deepEqual(texts(text, counterpartOf(mapping, "source", at(source, "items"))?.there), ["items"]);
    assert.deepEqual(texts(source, counterpartOf(mapping, "target", at(text, "+= item"))?.there), ["total += item"]);
  });

  it("is the whole block when its bracket is pointed at", () => {
    const found = counterpartOf(mapping, "target", at(text, "}"));
    assert.deepEqual(texts(source, found?.there), ["for item in items:\n    total += item"]);
    assert.equal(found?.here.length, 3);
  });

  it("is nothing where the map has nothing", () => {
    assert.equal(counterpartOf(mapping, "target", at(text, "// Adds")), undefined);
    assert.equal(counterpartOf([], "source", { start: 0, end: 5 }), undefined);
  });
});

describe("the counterpart of a selection", () => {
  it("is all that lies inside", () => {
    const found = counterpartOf(mapping, "source", { start: 0, end: source.length });
    assert.equal(texts(text, found?.there)?.join(""), text.trimEnd());
    assert.deepEqual(texts(source, found?.here), ["for item in items:\n    total += item", "return total"]);
  });

  it("leaves out a block of which only a bracket is selected", () => {
    const start = text.indexOf("}");
    const found = counterpartOf(mapping, "target", { start, end: text.length });
    assert.deepEqual(texts(source, found?.there), ["return total"]);
  });

  it("is the node around it where nothing lies inside", () => {
    const start = source.indexOf("otal +=");
    const found = counterpartOf(mapping, "source", { start, end: start + 2 });
    assert.deepEqual(texts(text, found?.there), ["total +="]);
  });
});

describe("an excerpt", () => {
  const translation: Translation = {
    text,
    language: "go",
    mapping,
    helpers: [],
    diagnostics: [
      { severity: "mark", code: "c", message: "m", path: "a.py", start: 24, end: 30 },
      { severity: "caveat", code: "c", message: "m", path: "a.py", start: 40, end: 45 },
    ],
  };

  it("is whole lines with the comments above them, dedented, and counts what is to be minded there", () => {
    const selection = spanOf(source, "    total += item");
    assert.deepEqual(excerptOf(translation, source, selection), {
      text: "// Adds.\ntotal += item",
      span: spanOf(source, "total += item"),
      marks: 1,
      caveats: 0,
    });
  });

  it("is the statement of the cursor's line when nothing is selected", () => {
    assert.equal(
      excerptAt(translation, source, at(source, "or item"))?.text,
      text.slice(0, text.indexOf("return") - 1),
    );
    assert.equal(excerptAt(translation, source, at(source, "l\n"))?.text, "return total");
  });

  it("is nothing where nothing stands for the selection", () => {
    assert.equal(excerptOf(translation, source, { start: 3, end: 6 }), undefined);
  });
});
