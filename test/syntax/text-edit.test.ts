import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdit, clampEdit, pointAt, smallestEdit } from "../../server/src/syntax/text-edit.ts";

const pieces = fc.array(fc.constantFrom("a", "b", "\n", "\r\n", "é", "😀", "😁", "\ud83d", "\0"), { maxLength: 30 });
const texts = pieces.map((parts) => parts.join(""));

describe("text edits", () => {
  it("finds an edit that turns one text into the other", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edit = smallestEdit(before, after);
        assert.equal(edit === undefined ? before : applyEdit(before, edit), after);
      }),
    );
  });

  it("replaces a single character by a single character", () => {
    assert.deepEqual(smallestEdit("x = 1\ny = 2\n", "x = 1\ny = 3\n"), { start: 10, oldEnd: 11, text: "3" });
  });

  it("does not cut a surrogate pair", () => {
    assert.deepEqual(smallestEdit("a😀b", "a😁b"), { start: 1, oldEnd: 3, text: "😁" });
  });

  it("counts rows by line feed and columns in UTF-16 code units", () => {
    assert.deepEqual(pointAt("a\r\n😀b\n", 0), { row: 0, column: 0 });
    assert.deepEqual(pointAt("a\r\n😀b\n", 5), { row: 1, column: 2 });
    assert.deepEqual(pointAt("a\r\n😀b\n", 7), { row: 2, column: 0 });
  });

  it("moves offsets that lie outside into the text", () => {
    assert.deepEqual(clampEdit("abc", { start: -4, oldEnd: 99, text: "" }), { start: 0, oldEnd: 3, text: "" });
    assert.deepEqual(clampEdit("abc", { start: 2, oldEnd: 1, text: "" }), { start: 2, oldEnd: 2, text: "" });
  });
});
