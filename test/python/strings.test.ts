import assert from "node:assert/strict";
import fc from "fast-check";
import * as py from "../../server/src/python/build.ts";
import { printStatements } from "../../server/src/python/print.ts";
import type { Expression } from "../../server/src/python/tree.ts";
import { PythonReading } from "../support/python-reader.ts";
import { structuresOfSources, structureText } from "../support/python-structure.ts";

/** The value of a literal and how it is spelled. */
const values: readonly (readonly [source: string, value: string])[] = [
  [String.raw`'a\'b'`, "a'b"],
  [String.raw`"\x41\u00e9\U0001F600\101\0"`, "Aé😀A\0"],
  [String.raw`"\a\b\f\n\r\t\v\\"`, "\x07\b\f\n\r\t\v\\"],
  [String.raw`"\d\8"`, "\\d\\8"],
  [String.raw`r"\d\\"`, "\\d\\\\"],
  [String.raw`R'\''`, "\\'"],
  [`"""a\n"b" \\\nc"""`, 'a\n"b" c'],
  [`'''a\r\nb\rc'''`, "a\nb\nc"],
  [`("a" 'b'\n   r"\\c")`, "ab\\c"],
  [`u"x"`, "x"],
  [`""`, ""],
  [String.raw`"\ud800x"`, "\ud800x"],
];

/** What is printed for a value. */
const spelled: readonly (readonly [value: string, text: string])[] = [
  ["it's", `"it's"`],
  ['say "hi"', `'say "hi"'`],
  [`both " and '`, String.raw`"both \" and '"`],
  ["a\nb\t\\", String.raw`"a\nb\t\\"`],
  ["\0\x7f\u200b\u2028\ufeff\ud800", String.raw`"\x00\x7f\u200b\u2028\ufeff\ud800"`],
  ["é😀", `"é😀"`],
  ["\xa0", String.raw`"\xa0"`],
];

describe("Python strings", () => {
  let python: PythonReading;
  before(async () => {
    python = await PythonReading.start();
  });

  for (const [source, value] of values) {
    it(`decode ${JSON.stringify(source)}`, () => {
      const node = python.expression(source);
      assert.equal(node.kind, "Constant");
      assert.equal(node.kind === "Constant" && node.value.type === "str" ? node.value.value : undefined, value);
    });
  }

  for (const [value, text] of spelled) {
    it(`print ${text}`, () =>
      assert.equal(printStatements([py.assign(py.name("x"), py.str(value))]).text, `x = ${text}\n`));
  }

  it("keep the wish to be raw where the text can be", () => {
    assert.equal(python.reprintExpression(String.raw`r"\d+\.\w"`), String.raw`r"\d+\.\w"`);
    assert.equal(python.reprintExpression(String.raw`rb'\x00"'`), String.raw`rb'\x00"'`);
    assert.equal(
      printStatements([py.expr(py.constant({ type: "str", value: "ends\\", raw: true }))]).text.includes('r"'),
      false,
    );
  });

  it("decode bytes one unit a byte", () => {
    const node = python.expression(String.raw`b"\xff\u00e9\n" b'\777'`);
    assert.deepEqual(node.kind === "Constant" && node.value, {
      type: "bytes",
      value: "\xff\\u00e9\n\xff",
      triple: undefined,
      raw: undefined,
    });
    assert.equal(python.reprintExpression(String.raw`b'\xff"\''`), String.raw`b"\xff\"'"`);
  });

  it("leave what has no value here as it is written, and say so", () => {
    const sources = [
      String.raw`"\N{DASH}"`,
      String.raw`f"\N{DASH}{x}"`,
      String.raw`"\ud83d\ude00"`,
      'ur"a"',
      '"a" b"b"',
      String.raw`"\xg"`,
      'b"é"',
      't"a"',
    ];
    for (const source of sources) {
      const node = python.expression(source);
      assert.equal(node.kind, "Invalid", source);
      assert.equal(python.reprintExpression(source), source);
    }
  });

  it("print docstrings as blocks of three double quotes", () => {
    assert.equal(python.reprint(`def f():\n    'Say "hi"'\n`), `def f():\n    """Say "hi\\""""\n`);
    assert.equal(python.reprint(`'''One.\n\nTwo "three".\n'''\nx = 1\n`), `"""One.\n\nTwo "three".\n"""\nx = 1\n`);
    assert.equal(python.reprint(`class A:\n    r'''\\d'''\n    x = 1\n`), `class A:\n    r"""\\d"""\n    x = 1\n`);
    assert.equal(python.reprint(`if x:\n    'no docstring'\n`), `if x:\n    "no docstring"\n`);
  });

  it("keep any text, in any place, as python3 reads it", function () {
    this.timeout(60_000);
    const texts = fc.string({
      unit: fc.constantFrom("a", "'", '"', "\\", "\n", "\r", "\t", "{", "}", "#", "\0", "é", "\u2028", "😀", "N", "x"),
      maxLength: 8,
    });
    const flags = fc.constantFrom(undefined, true);
    const constant = fc
      .record({ value: texts, triple: flags, raw: flags })
      .map((value) => py.constant({ type: "str", ...value }));
    const samples = fc.sample(fc.array(constant, { minLength: 1, maxLength: 3 }), { numRuns: 400, seed: 11 });
    const bodies = samples.map((parts) => [
      py.expr(parts[0] as Expression),
      py.assign(py.name("x"), py.list(parts)),
      py.expr(
        py.joinedStr(
          parts
            .map((part) => (part.value.type === "str" ? part.value.value : ""))
            .filter((text) => text !== "")
            .slice(0, 1),
        ),
      ),
      py.expr(py.joinedStr([py.formattedValue(py.call("f", parts), undefined, "r")])),
    ]);
    // A text that f-strings cannot hold becomes a call of format; those are compared by their value in the test below.
    const printed = bodies.map((body) => printStatements(body.slice(0, 3)).text);
    const structures = structuresOfSources(printed);
    bodies.forEach((body, index) => assert.equal(structures[index], structureText(body.slice(0, 3)), printed[index]));
    for (const body of bodies) {
      const { text } = printStatements(body.slice(3));
      const again = python.module(text).body;
      assert.ok(again[0]?.kind === "Expr" && ["JoinedStr", "Call"].includes(again[0].value.kind), text);
      assert.deepEqual(python.invalid(text), [], text);
      if (again[0].value.kind === "JoinedStr") assert.equal(structureText(again), structureText(body.slice(3)), text);
    }
  });
});

/** F-strings that print as they are written. */
const formatted: readonly string[] = [
  'f"a{b}c"',
  'f"{{{x}}}"',
  `f"{d['key']}"`,
  'f"{x!r:>{width}.{precision}}"',
  'f"{x:%H:%M}"',
  'f"{x:=5}"',
  'f"{(lambda: 1)}"',
  'f"{(y := 1)}"',
  'f"{ {1: 2}[1]}"',
  'f"{a if b else c}"',
  'f"{a != b}"',
  `f"{', '.join(names)}"`,
  'f"tab\\t{x}\\n"',
];

describe("Python f-strings", () => {
  let python: PythonReading;
  before(async () => {
    python = await PythonReading.start();
  });

  for (const text of formatted) it(`print ${text}`, () => assert.equal(python.reprintExpression(text), text));

  it("expand the form that shows its own text", () => {
    assert.equal(python.reprintExpression('f"{x = }"'), 'f"x = {x!r}"');
    assert.equal(python.reprintExpression('f"{x=:>5}"'), 'f"x={x:>5}"');
    assert.equal(python.reprintExpression('f"{x=!s}"'), 'f"x={x!s}"');
  });

  it("join neighbours", () => assert.equal(python.reprintExpression(`"a{" f"{b}" 'c' f'd'`), 'f"a{{{b}cd"'));

  it("take other quotes where a field has the same, and three where it has both", () => {
    const field = (value: Expression): string =>
      printStatements([py.expr(py.joinedStr(["x", py.formattedValue(value)]))]).text.trimEnd();
    assert.equal(field(py.subscript(py.name("d"), py.str("k"))), `f"x{d['k']}"`);
    assert.equal(field(py.subscript(py.name("d"), py.str("it's"))), `f"x{d['''it's''']}"`);
    assert.equal(
      field(py.joinedStr([py.formattedValue(py.subscript(py.name("d"), py.str("k")))])),
      `f"x{f'''{d['k']}'''}"`,
    );
  });

  it("become a call of format where the fields cannot be written inside", () => {
    const lines = py.joinedStr([
      "{",
      py.formattedValue(py.methodCall(py.str("\n"), "join", [py.name("a")]), ">{", "r"),
      "}",
    ]);
    const { text } = printStatements([py.expr(lines)]);
    assert.equal(text, String.raw`"{{{!r:{}}}}".format("\n".join(a), ">{")` + "\n");
  });
});
