import assert from "node:assert/strict";
import {
  decodeFloat,
  decodeImaginary,
  decodeInt,
  decodeRune,
  decodeString,
  exactFloat,
  quoteRune,
  quoteString,
} from "../../server/src/go/literals.ts";

describe("Go literals", () => {
  it("decodes integers of every base, old octal among them", () => {
    assert.deepEqual(["0", "42", "1_000", "0x_FF", "0b101", "0o17", "017", "0_17"].map(decodeInt), [
      0n,
      42n,
      1000n,
      255n,
      5n,
      15n,
      15n,
      15n,
    ]);
    assert.equal(decodeInt("123456789012345678901234567890"), 123456789012345678901234567890n);
  });

  it("refuses malformed integers", () => {
    assert.deepEqual(["08", "1__0", "1_", "0b2", ""].map(decodeInt), [
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("decodes decimal and hexadecimal floats", () => {
    assert.deepEqual(
      ["1.5", ".25", "2.", "1e3", "1_0.5", "0x1p-2", "0x.8p1", "0X1.8P+1"].map(decodeFloat),
      [1.5, 0.25, 2, 1000, 10.5, 0.25, 1, 3],
    );
    assert.equal(decodeFloat("0x1p-1074"), 5e-324);
    assert.equal(decodeFloat("0x1.fffffffffffffp1023"), Number.MAX_VALUE);
    assert.deepEqual(exactFloat("0.1"), { numerator: 1n, denominator: 10n });
    assert.deepEqual(exactFloat("0x1p-2"), { numerator: 1n, denominator: 4n });
    assert.equal(exactFloat("1e999999999"), undefined);
  });

  it("reads old imaginary literals as decimal", () => {
    assert.deepEqual(["2i", "012i", "0x10i", "1.5i", "0b11i"].map(decodeImaginary), [2, 12, 16, 1.5, 3]);
  });

  it("decodes runes", () => {
    assert.deepEqual(
      ["'a'", "'世'", "'\\n'", "'\\''", "'\\x41'", "'\\101'", "'\\u4e16'", "'\\U0001F600'", "'😀'"].map(decodeRune),
      [97, 0x4e16, 10, 39, 65, 65, 0x4e16, 0x1f600, 0x1f600],
    );
    assert.deepEqual(["'ab'", "'\\400'", "'\\ud800'", "'\\\"'"].map(decodeRune), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("decodes strings to text, and to bytes only where they are no UTF-8", () => {
    assert.equal(decodeString('"a\\tb\\"\\\\"'), 'a\tb"\\');
    assert.equal(decodeString('"\\xe4\\xb8\\x96"'), "世");
    assert.equal(decodeString("`a\\n\r\nb`"), "a\\n\nb");
    assert.deepEqual(decodeString('"\\xff\\000"'), Uint8Array.from([255, 0]));
    assert.deepEqual(decodeString('"\\xed\\xa0\\x80"'), Uint8Array.from([0xed, 0xa0, 0x80]));
    assert.equal(decodeString('"\\\'"'), undefined);
    assert.equal(decodeString('"\\u12"'), undefined);
  });

  it("quotes what it decodes", () => {
    for (const text of ["", 'plain "quoted" \\', "\n\t\r\u0000\u007f", "世界 😀", "\u2028\ufeff", "\u0085"])
      assert.equal(decodeString(quoteString(text)), text);
    for (const bytes of [[255], [0xed, 0xa0, 0x80, 34], [92, 200]])
      assert.deepEqual(decodeString(quoteString(Uint8Array.from(bytes))), Uint8Array.from(bytes));
    for (const rune of [0, 39, 92, 0x1f600, 0x7f]) assert.equal(decodeRune(quoteRune(rune)), rune);
    assert.equal(quoteString("\ud800"), '"\ufffd"');
  });
});
