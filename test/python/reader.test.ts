import assert from "node:assert/strict";
import { readModule } from "../../server/src/python/read-module.ts";
import { children, walk } from "../../server/src/python/walk.ts";
import { dumpModule, dumpNode } from "../../server/src/python/dump.ts";
import type { InvalidReason, PythonNode } from "../../server/src/python/tree.ts";
import { SyntaxDocument } from "../../server/src/syntax/document.ts";
import { PythonReading } from "../support/python-reader.ts";
import { structuresOfSources, structureText } from "../support/python-structure.ts";

/** What the parser groups otherwise than Python does. */
const regrouped: readonly string[] = [
  "(x := a if b else c)",
  "with a if b else c as d: pass",
  "with a, (b if c else d) as e: pass",
  "async def f(): await x ** 2 ** y",
  "*f(x), y",
  "f(*a if b else c)",
  "f(*a.b[1](c), *d + e, *g < h)",
  "a[*b.c(d)]",
  "type(x).y = z = 1",
  "type(x)[0] = 1",
  "type[x] = 1",
  "type(a for a in b).c = d",
  "a & b ^ c & d",
  "a ^ b & c ^ d",
  "a & (b ^ c)",
  "match a:\n case A(x=1 as y, z=-1 as w): pass",
  'f"{x:=5}"',
  "x = (yield)",
  "print(a)",
  "print",
  "match(x)",
  "type(x)",
];

/** Text that is not Python 3, or that is not followed, and why. */
const refused: readonly (readonly [text: string, reason: InvalidReason])[] = [
  ["x = = 1", "syntax"],
  ["y = 5 5", "syntax"],
  ["def f(:\n    pass", "syntax"],
  ["for", "syntax"],
  ["f(a b)", "syntax"],
  ["if x:", "syntax"],
  ["print 'x'", "python2"],
  ["exec x in y", "python2"],
  ["0777", "python2"],
  ["10L", "python2"],
  ["a <> b", "python2"],
  ["raise A, b", "python2"],
  ["def f((a, b)): pass", "python2"],
  ["lambda (a, b): a", "python2"],
  ["[x for x in 1, 2]", "python2"],
  ["try: pass\nexcept A, b: pass", "python2"],
  ['"\\N{DASH}"', "unsupported"],
  ["if a:\n    \tx\n\ty", "syntax"],
  ["if a:\n    x\n  y", "syntax"],
];

describe("Python reader", () => {
  let python: PythonReading;
  before(async () => {
    python = await PythonReading.start();
  });

  it("groups as python3 does where the parser does not", () => {
    const expected = structuresOfSources(regrouped);
    regrouped.forEach((text, index) => assert.equal(structureText(python.module(text).body), expected[index], text));
  });

  for (const [text, reason] of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const [first, ...more] = python.invalid(text);
      assert.deepEqual([first?.reason, more.length], [reason, 0]);
    });
  }

  it("keeps the readable statements around an error", () => {
    const body = python.module("a = 1\ndef f():\n    b = = 2\n    c = 3\nd = 4\n").body;
    assert.deepEqual(
      body.map(({ kind }) => kind),
      ["Assign", "FunctionDef", "Assign"],
    );
    const inner = body[1]?.kind === "FunctionDef" ? body[1].body : [];
    assert.deepEqual(
      inner.map(({ kind }) => kind),
      ["Invalid", "Assign"],
    );
  });

  it("prints what it could not read as it was", () => {
    for (const text of [
      "x = = 1\n",
      "if a:\n    print 'x', \\\n        y\n    b\n",
      "def f(:\n    if x:\n        pass\n",
    ])
      assert.equal(python.reprint(text), text);
  });

  it("gives each node the range of its text", () => {
    const text = "x = 1\nclass A(B):\n  @d\n  def f(self, a: int = 2) -> 'é': return [self.a for b in c if b]\n";
    const texts: string[] = [];
    walk(python.module(text), (node: PythonNode) => {
      for (const child of children(node)) {
        assert.ok(
          node.span.start <= child.span.start && child.span.end <= node.span.end,
          `${child.kind} outside ${node.kind}`,
        );
      }
      if (["Attribute", "arg", "Constant", "comprehension", "FunctionDef"].includes(node.kind))
        texts.push(text.slice(node.span.start, node.span.end));
    });
    assert.deepEqual(
      texts.sort(),
      [
        "'é'",
        "1",
        "2",
        "@d\n  def f(self, a: int = 2) -> 'é': return [self.a for b in c if b]",
        "a: int = 2",
        "for b in c if b",
        "self",
        "self.a",
      ].sort(),
    );
  });

  it("does not overflow on deep nesting", function () {
    this.timeout(20_000);
    const deep: Readonly<Record<string, string>> = {
      parentheses: `x = ${"(".repeat(5000)}a${")".repeat(5000)}\n`,
      calls: `x = ${"f(".repeat(5000)}${")".repeat(5000)}\n`,
      unary: `x = ${"-".repeat(5000)}a\n`,
      sums: `x = ${"a + ".repeat(5000)}a\n`,
      attributes: `x = a${".b".repeat(5000)}\n`,
      lambdas: `x = ${"lambda: ".repeat(3000)}a\n`,
      branches: `if a:\n    b\n${"elif c:\n    d\n".repeat(2000)}`,
      formats: `x = ${"f'{".repeat(300)}`,
    };
    for (const [name, text] of Object.entries(deep)) {
      assert.ok(python.invalid(text).length > 0, name);
      assert.equal(typeof python.reprint(text), "string");
    }
    const flat = [`x = ${"a and ".repeat(5000)}a\n`, `x = [${"a, ".repeat(5000)}]\n`, `x = ${"a < ".repeat(5000)}a\n`];
    for (const text of flat) assert.deepEqual(python.invalid(text), []);
    let blocks = "";
    for (let depth = 0; depth < 90; depth++) blocks += `${" ".repeat(depth)}if a:\n`;
    assert.deepEqual(python.invalid(`${blocks}${" ".repeat(90)}b\n`), []);
  });

  it("takes the line ends, blanks and marks that Python takes", () => {
    const plain = "if a:\n    b = 'x\\\n  y'\n    c\nd\n";
    const expected = structureText(python.module(plain).body);
    assert.equal(structureText(python.module(plain.replaceAll("\n", "\r\n")).body), expected);
    assert.equal(structureText(python.module(`\ufeff${plain}`).body), expected);
    assert.equal(structureText(python.module(plain.replaceAll("    ", "\t")).body), expected);
    assert.equal(structureText(python.module(plain.replace("d\n", "\f\nd\n")).body), expected);
    assert.deepEqual(python.module("").body, []);
    assert.equal(typeof python.reprint("a = '\0'\n\0\n"), "string");
    assert.equal(python.reprint("x = 'é\xff'\n"), 'x = "éÿ"\n');
  });

  it("takes units over from the reading before, and reads the others alike", () => {
    const text = "import a\n\ndef f():\n    return 1\n\n\ndef g():\n    return 2\n\nx = 1\n";
    const before = python.units(text);
    const edited = text.replace("return 1", "return 11");
    const after = python.units(edited, before);
    const cold = python.units(edited);
    assert.deepEqual(after, cold);
    assert.deepEqual(
      after.units.map(({ key }) => key),
      ["import", "def:f", "def:g", "top:x"],
    );
    const shared = after.units
      .filter((unit) => before.units.some(({ body }) => body === unit.body))
      .map(({ key }) => key);
    assert.deepEqual(shared, ["import", "def:g", "top:x"]);
  });

  it("refuses statements that are indented at the top", () => {
    const document = new SyntaxDocument(python.grammars, "python", "a = 1\n\n    b = 2\n");
    const kinds = readModule(document).units.flatMap(({ body }) => body.map(({ kind }) => kind));
    document.dispose();
    assert.ok(kinds.includes("Invalid"), kinds.join());
  });

  it("shows a tree for people to read", () => {
    assert.equal(
      dumpNode(python.module("f(a, *b)  # c\n").body[0] ?? { kind: "Pass", span: { start: 0, end: 0 } }),
      'Expr @0..8\n  value: Call @0..8\n    func: Name id="f" @0..1\n    args[0]: Name id="a" @2..3\n    args[1]: Starred @5..7\n      value: Name id="b" @6..7\n  trailing: # c',
    );
    assert.match(dumpModule(python.units("x = 1 < 2\n")), /^unit top:x @0\.\.9\n {2}Assign @0\.\.9\n[^]*op: "Lt"/);
  });
});
