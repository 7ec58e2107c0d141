import assert from "node:assert/strict";
import fc from "fast-check";
import * as py from "../../server/src/python/build.ts";
import { printExpression, printModule, printStatements } from "../../server/src/python/print.ts";
import type { BinaryOperator, CompareOperator, Expression, UnaryOperator } from "../../server/src/python/tree.ts";
import { PythonReading } from "../support/python-reader.ts";
import { structuresOfSources, structureText } from "../support/python-structure.ts";

/** Expressions that print as they are written. */
const expressions: readonly string[] = [
  "a + b * c",
  "(a + b) * c",
  "a - (b - c)",
  "a - b - c",
  "a ** b ** c",
  "(a ** b) ** c",
  "-a ** b",
  "(-a) ** b",
  "a ** -b",
  "not a == b",
  "(not a) == b",
  "not (a and b)",
  "a and b and c",
  "a and (b and c)",
  "a or b and c",
  "(a or b) and c",
  "a < b < c",
  "(a < b) < c",
  "a is not b",
  "a not in b",
  "~a | b & c ^ d << e",
  "(a | b) & c",
  "a if b else c if d else e",
  "(a if b else c) if d else e",
  "(lambda: a) if b else c",
  "lambda x, /, y=1, *z, w, **v: x",
  "lambda: a if b else c",
  "(lambda: a)()",
  "await a ** b",
  "(await a).b",
  "await a.b()",
  "-await a",
  "a & b ^ c & d | e",
  "(a ^ b) & c",
  "a & (b ^ c) & d",
  "a ^ b ^ c",
  "a ^ (b ^ c)",
  "a[(b, *[c])]",
  "(yield)",
  "[(yield a), b]",
  "f(x for x in y)",
  "f((x for x in y), z)",
  "f(*a, *(b or c), d=e, **g)",
  "[*a, *b]",
  "{*a, b}",
  '{**a, "b": c}',
  "{}",
  "[]",
  "()",
  "(a,)",
  "(a, b)",
  "a[b]",
  "a[b, c]",
  "a[b,]",
  "a[1:2:3, ::4, :]",
  "a[:]",
  "a[*b]",
  "a[()]",
  "a[b := c]",
  "[a := 1, b]",
  "f(a := 1)",
  "(a := 1) + 2",
  "[x for x in y if z if w for v in x]",
  "[x for x in (y if z else w)]",
  "{x: y async for x, y in z}",
  "[x for x, in y]",
  "(1).real",
  "1.5.real",
  "(-1).real",
  "1j.imag",
  '"a".b',
  "0xFF + 0b1 + 1_000",
  "1e100 - .5",
  "not not a",
];

describe("Python expressions", () => {
  let python: PythonReading;
  before(async () => {
    python = await PythonReading.start();
  });

  for (const text of expressions) it(`print ${text}`, () => assert.equal(python.reprintExpression(text), text));

  it("lose parentheses that say nothing", () => {
    for (const [source, text] of [
      ["((a))", "a"],
      ["(a * b) + c", "a * b + c"],
      ["(a.b).c", "a.b.c"],
      ["f((a))", "f(a)"],
      ["(a) < (b)", "a < b"],
    ] as const) {
      assert.equal(python.reprintExpression(source), text);
    }
  });

  it("print numbers that have no literal of their own", () => {
    const printed = (value: Expression): string => printExpression(value).text;
    assert.equal(printed(py.float(1)), "1.0");
    assert.equal(printed(py.float(1e22)), "1e+22");
    assert.equal(printed(py.float(Infinity)), "1e999");
    assert.equal(printed(py.float(NaN)), 'float("nan")');
    assert.equal(printed(py.binOp(py.float(-0), "Pow", py.int(-2n))), "(-0.0) ** -2");
    assert.equal(printed(py.attribute(py.int(-5), "real")), "(-5).real");
    assert.equal(printed(py.set([])), "set()");
  });

  it("mean what their tree says, whatever the nesting", function () {
    this.timeout(60_000);
    const trees = fc.sample(expressionTrees(), { numRuns: 1500, seed: 7 });
    const printed = trees.map((tree) => printStatements([py.assign(py.name("_"), tree)]).text);
    const structures = structuresOfSources(printed.map((text) => `async def f():\n ${text}`));
    trees.forEach((tree, index) => {
      const body = [py.functionDef("f", py.parameters(), [py.assign(py.name("_"), tree)], { isAsync: true })];
      assert.equal(structures[index], structureText(body), printed[index]);
      assert.equal(
        structureText(python.module(printed[index] ?? "").body),
        structureText([py.assign(py.name("_"), tree)]),
        printed[index],
      );
    });
  });
});

/** Random expressions of every kind that can nest. */
function expressionTrees(): fc.Arbitrary<Expression> {
  const { tree } = fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => {
    const inner = tie("tree");
    const binary = fc.constantFrom<BinaryOperator>(
      "Add",
      "Sub",
      "Mult",
      "MatMult",
      "Div",
      "Mod",
      "Pow",
      "LShift",
      "BitOr",
      "BitXor",
      "BitAnd",
      "FloorDiv",
    );
    const comparing = fc.constantFrom<CompareOperator>("Eq", "Lt", "Is", "IsNot", "In", "NotIn");
    const unary = fc.constantFrom<UnaryOperator>("Invert", "Not", "UAdd", "USub");
    const parameters = py.parameters([py.arg("x", undefined, py.int(1))], {
      vararg: py.arg("y"),
      kwonlyargs: [py.arg("z")],
    });
    const loop = fc
      .tuple(inner, inner)
      .map(([iter, test]) => py.comprehension(py.tuple([py.name("i"), py.name("j")]), iter, [test]));
    const element = fc.oneof(
      { weight: 5, arbitrary: inner },
      { weight: 1, arbitrary: inner.map((value) => py.starred(value)) },
    );
    return {
      leaf: fc.constantFrom<Expression>(
        py.name("a"),
        py.int(1),
        py.float(1.5),
        py.str("s"),
        py.none(),
        py.bool(true),
        py.bytes("b"),
        py.ellipsis(),
      ),
      tree: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        tie("leaf"),
        fc.tuple(inner, binary, inner).map(([left, op, right]) => py.binOp(left, op, right)),
        fc.tuple(unary, inner).map(([op, operand]) => py.unaryOp(op, operand)),
        // Here an operand may be the same operation, which the builder would flatten.
        fc
          .tuple(fc.constantFrom("And", "Or"), inner, inner)
          .map(([op, left, right]): Expression => ({ ...py.boolOp("And", []), op, values: [left, right] })),
        fc.tuple(inner, comparing, inner).map(([left, op, right]) => py.compare(left, op, right)),
        fc.tuple(inner, inner, inner).map(([test, body, orelse]) => py.ifExp(test, body, orelse)),
        inner.map((body) => py.lambda(parameters, body)),
        inner.map((value) => py.awaitExpression(value)),
        inner.map((value) => py.yieldExpression(value)),
        inner.map((value) => py.namedExpr("n", value)),
        inner.map((value) => py.attribute(value, "b")),
        fc.tuple(inner, inner).map(([value, index]) => py.subscript(value, index)),
        fc
          .tuple(inner, inner, inner)
          .map(([value, lower, step]) => py.subscript(value, py.tuple([py.slice(lower, undefined, step), lower]))),
        fc
          .tuple(inner, fc.array(element, { maxLength: 2 }), inner)
          .map(([func, args, value]) => py.call(func, args, [py.keyword("k", value), py.keyword(undefined, value)])),
        fc.tuple(inner, loop).map(([elt, generator]) => py.call("f", [py.generatorExp(elt, [generator])])),
        fc.array(element, { maxLength: 2 }).map((elts) => py.list(elts)),
        fc.array(element, { maxLength: 2 }).map((elts) => py.tuple(elts)),
        fc.array(element, { minLength: 1, maxLength: 2 }).map((elts) => py.set(elts)),
        fc.tuple(inner, inner).map(([key, value]) => py.dict([py.dictItem(key, value), py.dictItem(undefined, value)])),
        fc.tuple(inner, loop, loop).map(([elt, one, other]) => py.listComp(elt, [one, other])),
        fc.tuple(inner, inner, loop).map(([key, value, generator]) => py.dictComp(key, value, [generator])),
      ),
    };
  });
  return tree;
}

/** Statements that print as they are written. */
const statements: readonly string[] = [
  "x = y = z\n",
  "a, b = b, a\n",
  "(a,) = b\n",
  "x: int = 3\n",
  "(x): int\n",
  "x.y: int\n",
  "x += yield y\n",
  "del a, b[0]\n",
  "del (a, b)\n",
  "return a, *b\n",
  "raise A(b) from None\n",
  "assert a, b\n",
  "import a.b as c, d\n",
  "from ..a import b as c, d\n",
  "from . import *\n",
  "global a, b\n",
  "nonlocal a\n",
  "with (a, b)[0] as c, d:\n    pass\n",
  "with ((a, b)):\n    pass\n",
  "async with a as b:\n    pass\n",
  "for i, j in a:\n    break\nelse:\n    continue\n",
  "while a:\n    pass\nelse:\n    pass\n",
  "if a:\n    pass\nelif b:\n    pass\nelse:\n    if c:\n        pass\n",
  "if a:\n    pass\nelse:\n    if b:\n        pass\n    c\n",
  "try:\n    pass\nexcept (A, B) as e:\n    pass\nexcept:\n    pass\nelse:\n    pass\nfinally:\n    pass\n",
  "try:\n    pass\nexcept* A:\n    pass\n",
  "@a.b(c)\n@d\nasync def f(a, b: int = 1, /, c=2, *d: e, f, **g) -> h:\n    pass\n",
  "class A(B, metaclass=C):\n    pass\n",
  "def f[T: int, *Ts, **P](x: T) -> P:\n    pass\n",
  "class A[T]:\n    pass\n",
  "type A[T] = list[T]\n",
  'match a:\n    case (1 | -2.5, None):\n        pass\n    case [1, *_] | [x]:\n        pass\n    case {"a": A(b, c=d), **e} if f:\n        pass\n    case 1 | 2 as x:\n        pass\n    case _:\n        pass\n',
  "match a:\n    case B(x=1 | 2 as y):\n        pass\n",
];

describe("Python statements", () => {
  let python: PythonReading;
  before(async () => {
    python = await PythonReading.start();
  });

  for (const text of statements) it(`print ${JSON.stringify(text)}`, () => assert.equal(python.reprint(text), text));

  it("stand two empty lines from definitions at the top, and one inside", () => {
    const text =
      "import a\ndef f():\n    x = 1\n    def g(): pass\n    return g\ny = 1\nclass A:\n    x = 1\n    def f(self): pass\n    def g(self): pass\n";
    const printed =
      "import a\n\n\ndef f():\n    x = 1\n\n    def g():\n        pass\n\n    return g\n\n\ny = 1\n\n\nclass A:\n    x = 1\n\n    def f(self):\n        pass\n\n    def g(self):\n        pass\n";
    assert.equal(python.reprint(text), printed);
    assert.equal(python.reprintUnits(text), printed);
  });

  it("have a body where there is none", () =>
    assert.equal(printStatements([py.whileLoop(py.name("a"), [])]).text, "while a:\n    pass\n"));

  it("map each piece to the innermost origin", () => {
    const origin = (start: number, construct: string) => ({
      ranges: [{ unit: "u", span: { start, end: start + 1 } }],
      constructs: [construct],
    });
    const call = py.call(
      py.name("f"),
      [py.name("a", origin(2, "inner")), py.joinedStr(["x", py.formattedValue(py.name("b", origin(3, "field")))])],
      [],
      origin(1, "call"),
    );
    const { text, mapping } = printModule(py.module([py.expr(call)]));
    assert.equal(text, 'f(a, f"x{b}")\n');
    const pieces = mapping.map(({ start, end, origin: from }) => `${text.slice(start, end)}:${from.constructs.join()}`);
    assert.deepEqual(pieces, [
      "f:call",
      "(:call",
      "a:inner",
      ",:call",
      'f":call',
      "x:call",
      "{:call",
      "b:field",
      "}:call",
      '":call',
      "):call",
    ]);
  });
});
