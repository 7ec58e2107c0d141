import assert from "node:assert/strict";
import type { Language } from "../../server/src/base/language.ts";
import { SyntaxDocument } from "../../server/src/syntax/document.ts";
import type { Grammars } from "../../server/src/syntax/grammars.ts";
import { grammars } from "../support/grammars.ts";

describe("units", () => {
  let loaded: Grammars;
  before(async () => {
    loaded = await grammars();
  });

  function unitTexts(language: Language, text: string): string[] {
    const document = new SyntaxDocument(loaded, language, text);
    try {
      return document.units().map((unit) => `${unit.kind}${unit.hasError ? "!" : ""}: ${unit.text}`);
    } finally {
      document.dispose();
    }
  }

  it("give a comment to the declaration below it", () => {
    assert.deepEqual(unitTexts("python", "x = 1\n# Adds.\ndef f(): pass\n"), [
      "statements: x = 1",
      "declaration: # Adds.\ndef f(): pass",
    ]);
    assert.deepEqual(unitTexts("go", "package p\n\n// F adds.\nfunc F() {} // really\n// G too.\nfunc G() {}\n"), [
      "statements: package p",
      "declaration: // F adds.\nfunc F() {} // really",
      "declaration: // G too.\nfunc G() {}",
    ]);
  });

  it("let a comment stand alone between blank lines", () => {
    assert.deepEqual(unitTexts("python", "def f(): pass\n\n# Section\n\ndef g(): pass\n"), [
      "declaration: def f(): pass",
      "comments: # Section",
      "declaration: def g(): pass",
    ]);
  });

  it("keep an indented comment with the body above it", () => {
    assert.deepEqual(unitTexts("python", "def f():\n    x = 1\n    # later\n\ndef g(): pass\n"), [
      "declaration: def f():\n    x = 1\n    # later",
      "declaration: def g(): pass",
    ]);
  });

  it("join simple statements up to a blank line or a compound statement", () => {
    assert.deepEqual(unitTexts("python", "import a\nimport b\n\nx = 1; y = 2\nif x:\n    y = 3\nz = 4\n"), [
      "statements: import a\nimport b",
      "statements: x = 1; y = 2",
      "declaration: if x:\n    y = 3",
      "statements: z = 4",
    ]);
  });

  it("take declarations that share a line together", () => {
    assert.deepEqual(unitTexts("go", "package p\nfunc f() {}; func g() {}\n"), [
      "statements: package p",
      "declaration: func f() {}; func g() {}",
    ]);
  });

  it("count blank lines alike for both line ends", () => {
    assert.deepEqual(unitTexts("python", "x = 1\r\ny = 2\r\n\r\nz = 3\r\n"), [
      "statements: x = 1\r\ny = 2",
      "statements: z = 3",
    ]);
  });

  it("tell whether a blank line stands before", () => {
    for (const broken of ["", "def h(:\n"]) {
      const document = new SyntaxDocument(loaded, "python", `def f(): pass\ndef g(): pass\n\nx = 1\n${broken}`);
      assert.deepEqual(
        document
          .units()
          .slice(0, 3)
          .map((unit) => unit.blankBefore),
        [false, false, true],
      );
      document.dispose();
    }
  });

  describe("of a text with a syntax error", () => {
    it("lose nothing below an open bracket", () => {
      assert.deepEqual(
        unitTexts(
          "python",
          "import os\n\ndef f():\n    return os.path.join(\n\n@cache\ndef g():\n    return [1]\n\nx = g()\n",
        ),
        [
          "statements: import os",
          "declaration!: def f():\n    return os.path.join(",
          "declaration: @cache\ndef g():\n    return [1]",
          "statements: x = g()",
        ],
      );
      assert.deepEqual(
        unitTexts("go", "package p\n\nfunc f() {\n\tg(1,\n}\n\n// G.\nfunc g(x int) {\n\tif x {\n\t}\n}\n"),
        [
          "statements: package p",
          "declaration!: func f() {\n\tg(1,\n}",
          "declaration: // G.\nfunc g(x int) {\n\tif x {\n\t}\n}",
        ],
      );
    });

    it("lose nothing below a quote that is never closed", () => {
      assert.deepEqual(
        unitTexts("python", 'def f():\n    x = """\n    return x\n\ndef g():\n    """Doc."""\n\ny = 1\n'),
        [
          'declaration!: def f():\n    x = """\n    return x',
          'declaration: def g():\n    """Doc."""',
          "statements: y = 1",
        ],
      );
      assert.deepEqual(unitTexts("go", "package p\n\nfunc f() {\n\tx := `\n}\n\nfunc g() {}\n"), [
        "statements: package p",
        "declaration!: func f() {\n\tx := `\n}",
        "declaration: func g() {}",
      ]);
    });

    it("keep a string whole that holds lines which look like declarations", () => {
      assert.deepEqual(
        unitTexts("python", 'code = """\n\ndef a(): pass\n\nclass B: pass\n"""\nx = (\n\ndef f(): pass\n'),
        ['declaration!: code = """\n\ndef a(): pass\n\nclass B: pass\n"""\nx = (', "declaration: def f(): pass"],
      );
      assert.deepEqual(unitTexts("go", "package p\n\nvar code = `\nfunc a() {}\n\nfunc b() {}\n`\n\nfunc f( {}\n"), [
        "statements: package p",
        "declaration: var code = `\nfunc a() {}\n\nfunc b() {}\n`",
        "declaration!: func f( {}",
      ]);
    });

    it("do not part else from if, nor a decorator from its function", () => {
      assert.deepEqual(
        unitTexts("python", "if a:\n    b()\n\nelse:\n    c()\n\n@d(\n    1\n)\n@e\nasync def f(): pass\n\nx = )\n"),
        [
          "declaration: if a:\n    b()\n\nelse:\n    c()",
          "declaration: @d(\n    1\n)\n@e\nasync def f(): pass",
          "declaration!: x = )",
        ],
      );
    });

    it("do not part a class at a comment on the left margin, nor one import from the next", () => {
      assert.deepEqual(unitTexts("python", "class A:\n    x = 1\n\n# Note.\n\n    y = 2\n\nz = )\n"), [
        "declaration: class A:\n    x = 1\n\n# Note.\n\n    y = 2",
        "declaration!: z = )",
      ]);
      assert.deepEqual(unitTexts("go", 'package p\n\nimport "a"\nimport "b"\n\nfunc f( {}\n'), [
        "statements: package p",
        'statements: import "a"\nimport "b"',
        "declaration!: func f( {}",
      ]);
    });

    it("confine a broken statement to its paragraph", () => {
      assert.deepEqual(unitTexts("python", "a = 1\nb = = 2\n\nc = 3\n"), [
        "declaration!: a = 1\nb = = 2",
        "statements: c = 3",
      ]);
    });
  });
});
