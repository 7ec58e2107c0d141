import assert from "node:assert/strict";
import fc from "fast-check";
import type { Language } from "../../server/src/base/language.ts";
import { SyntaxDocument } from "../../server/src/syntax/document.ts";
import type { Grammars } from "../../server/src/syntax/grammars.ts";
import { maximumTextLength } from "../../server/src/syntax/limits.ts";
import { grammars } from "../support/grammars.ts";

const programs: Readonly<Record<Language, string>> = {
  python: `"""A module.

def not_a_function(): in its text
"""
import os
from typing import (
    Any,
)

LIMIT = {
    "a": 1,
}

# Documented.
@decorator(
    1
)
class Box:
    """A box."""

    def get(self):
        return f"{self.value!r:>{LIMIT}}"  # trailing

    # inner


async def main():
    try:
        await run('''x''')

    except OSError as error:
        print(error)


if __name__ == "__main__":
    main()

else:
    print("imported")
`,
  go: `// Package p documents itself.
package p

import (
	"fmt"
)

const code = \`
func notAFunction() {}
\`

/* Block. */
type Box struct {
	value int
}

// Get gets.
func (b *Box) Get() int { return b.value } // trailing

func main() {
	if err := run("\\""); err != nil {
		fmt.Println('\\'', err)
	}
}
`,
};

interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const changes = fc.array(
  fc.record<Change>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.constantFrom(0, 0, 0, 1, 3, 40),
    text: fc.constantFrom(
      "",
      "",
      "x",
      "(",
      ")",
      '"',
      '"""',
      "'",
      "`",
      "\n",
      "\n\n",
      "{",
      "}",
      "#",
      "//",
      "/*",
      ":",
      "é",
      "😀",
      "\t",
      "@d\n",
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("a syntax document", () => {
  let loaded: Grammars;
  before(async () => {
    loaded = await grammars();
  });

  /** All that can be seen of a document. */
  function view(document: SyntaxDocument): unknown {
    const units = document
      .units()
      .map((unit) => ({ ...unit, tree: document.readUnit(unit, (root) => root.toString()) }));
    return { text: document.text, hasError: document.hasError, units };
  }

  for (const language of ["python", "go"] as const) {
    it(`shows after any edits what a new ${language} document shows`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(changes, fc.boolean(), (edits, looksEachTime) => {
          const warm = new SyntaxDocument(loaded, language, programs[language]);
          warm.units();
          for (const { at, length, text } of edits) {
            const start = Math.floor(at * warm.text.length);
            warm.edit({ start, oldEnd: start + length, text });
            if (looksEachTime) warm.units();
          }
          const cold = new SyntaxDocument(loaded, language, warm.text);
          assert.deepEqual(view(warm), view(cold));
          warm.dispose();
          cold.dispose();
        }),
        { numRuns: 300 },
      );
    });

    it(`leaves nothing but blanks between the units of ${language}`, () => {
      for (const text of [programs[language], programs[language].replace("(", "((")]) {
        const document = new SyntaxDocument(loaded, language, text);
        let end = 0;
        for (const unit of document.units()) {
          assert.equal(text.slice(end, unit.start).trim(), "");
          assert.equal(text.slice(unit.start, unit.end), unit.text);
          end = unit.end;
        }
        assert.equal(text.slice(end).trim(), "");
        document.dispose();
      }
    });
  }

  it("keeps the text of an untouched unit", () => {
    const document = new SyntaxDocument(loaded, "python", "def f(): pass\n\ndef g(): pass\n");
    document.edit({ start: 4, oldEnd: 5, text: "renamed" });
    assert.deepEqual(
      document.units().map((unit) => unit.text),
      ["def renamed(): pass", "def g(): pass"],
    );
    document.replace("def f(): pass\n\ndef g(): pass\n");
    assert.equal(document.units()[0]?.text, "def f(): pass");
    document.dispose();
  });

  it("refuses a text that is too long, and recovers", () => {
    const document = new SyntaxDocument(loaded, "go", "package p\n".repeat(maximumTextLength / 10 + 1));
    assert.equal(document.refusal, "too-long");
    assert.deepEqual(document.units(), []);
    assert.deepEqual(document.topLevelNodes(), []);
    document.replace("package p\n");
    assert.equal(document.refusal, undefined);
    assert.equal(document.units().length, 1);
    document.dispose();
  });

  it("gives up on text that is too hard to parse, and goes on with its pieces", function () {
    this.timeout(60_000);
    const hard = "x = (\n\n".repeat(200_000);
    const document = new SyntaxDocument(loaded, "go", `func f() {}\n\n${hard}`);
    const start = Date.now();
    const units = document.units();
    assert.ok(Date.now() - start < 20_000);
    assert.equal(document.refusal, undefined);
    assert.ok(document.hasError);
    assert.equal(units[0]?.text, "func f() {}");
    assert.equal(
      document.readUnit(units.at(-1) ?? assert.fail(), () => "read"),
      undefined,
    );
    document.replace("func g() {}\n");
    assert.ok(!document.hasError);
    assert.deepEqual(
      document.units().map((unit) => unit.text),
      ["func g() {}"],
    );
    document.dispose();
  });

  describe("of hostile text", () => {
    const hostile: Readonly<Record<string, string>> = {
      empty: "",
      "NUL bytes": "x = 1\n\0\0\ny = 2\n\nfunc f() {}\n",
      "lone surrogates": "x = '\ud800'\n\udc00 = 2\n",
      "a byte order mark": "\ufeffx = 1\n",
      "5,000 nested parentheses": `x = ${"(".repeat(5000)}1${")".repeat(5000)}\n`,
      "100,000 opening brackets": "(".repeat(100_000),
      "100,000 closing brackets": ")".repeat(100_000),
      "quotes alone": "\"'`".repeat(50_000),
      "nested blocks without bodies": "if x:\n if".repeat(10_000),
      "declarations alone": "def \nfunc \n".repeat(10_000),
      "decorators alone": "@\n".repeat(10_000),
      "old line ends": "x = 1\ry = 2\r",
    };
    for (const [name, text] of Object.entries(hostile)) {
      for (const language of ["python", "go"] as const) {
        it(`${name}, as ${language}`, () => {
          const document = new SyntaxDocument(loaded, language, text);
          document.edit({ start: 0, oldEnd: 0, text: "(" });
          document.edit({ start: 0, oldEnd: 1, text: "" });
          assert.equal(document.text, text);
          for (const unit of document.units())
            assert.ok(document.readUnit(unit, (root) => root.endIndex) !== undefined);
          document.dispose();
        });
      }
    }
  });
});
