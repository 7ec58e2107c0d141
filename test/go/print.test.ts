import assert from "node:assert/strict";
import type { Origin } from "../../server/src/base/origin.ts";
import { emptySpan } from "../../server/src/base/span.ts";
import { collectImports, importedName, withImports } from "../../server/src/go/imports.ts";
import { printFile, printNodes } from "../../server/src/go/print.ts";
import type { Expr, File, GenDecl, SwitchStmt } from "../../server/src/go/tree.ts";
import * as build from "../../server/src/lowering/go/syntax.ts";
import { GoReading } from "../support/go-reader.ts";

const { ident } = build;
const [a, b, c] = [ident("a"), ident("b"), ident("c")];

const span = emptySpan;

/** `type T[P *C] struct{}` */
function constrainedType(): GenDecl {
  const typeParams = build.fields([build.field("P", build.star(ident("C")))]);
  const spec = {
    kind: "TypeSpec",
    span,
    name: ident("T"),
    typeParams,
    assign: false,
    type: build.emptyStruct(),
  } as const;
  return { kind: "GenDecl", span, tok: "type", parenthesized: false, specs: [spec] };
}

/** A file with a function of these statements. */
function fileOf(uses: readonly Expr[]): File {
  const body = build.block(uses.map((use) => build.statement(use)));
  return {
    kind: "File",
    span,
    package: { kind: "PackageClause", span, name: ident("p") },
    decls: [{ kind: "FuncDecl", span, name: ident("f"), type: build.functionType([], []), body }],
  };
}

/** A call of a function of an imported package, under the name that the file has for it. */
function use(path: string, member: string, name = importedName(path)): Expr {
  return build.call(build.selector({ kind: "Ident", span, name, packagePath: path }, member));
}

function print(node: Parameters<typeof printNodes>[0][number]): string {
  return printNodes([node]).text.trimEnd();
}

describe("Go printer", () => {
  let go: GoReading;
  before(async () => {
    go = await GoReading.start();
  });

  it("sets parentheses where precedence asks for them", () => {
    const cases: [Expr, string][] = [
      [build.binary(build.binary(a, "+", b), "*", c), "(a + b) * c"],
      [build.binary(a, "-", build.binary(b, "-", c)), "a - (b - c)"],
      [build.binary(build.binary(a, "-", b), "-", c), "a - b - c"],
      [build.binary(build.binary(a, "||", b), "&&", c), "(a || b) && c"],
      [build.binary(a, "&^", build.binary(b, "<<", c)), "a &^ (b << c)"],
      [build.unary("!", build.binary(a, "==", b)), "!(a == b)"],
      [build.unary("-", build.unary("-", a)), "-(-a)"],
      [build.unary("-", build.unary("-", build.integer(3))), "-(-3)"],
      [build.unary("&", build.unary("^", a)), "&(^a)"],
      [build.unary("<-", build.unary("<-", a)), "<-<-a"],
      [build.selector(build.star(a), "x"), "(*a).x"],
      [build.star(build.selector(a, "x")), "*a.x"],
      [build.index(build.unary("&", a), b), "(&a)[b]"],
      [build.call(build.star(ident("T")), a), "(*T)(a)"],
      [build.call(build.channelType("receive", ident("int")), a), "(<-chan int)(a)"],
      [build.call(build.functionType([], []), a), "(func())(a)"],
      [build.channelType("both", build.channelType("receive", ident("int"))), "chan (<-chan int)"],
      [build.channelType("send", build.channelType("both", ident("int"))), "chan<- chan int"],
      [build.spreadCall(a, b, c), "a(b, c...)"],
      [build.float(2), "2.0"],
      [build.float(1e21), "1e+21"],
    ];
    for (const [tree, text] of cases) assert.equal(print(tree), text);
  });

  it("reads back what it prints", () => {
    for (const text of [
      "-(-a)",
      "(*T)(a)",
      "(chan (<-chan int))(nil)",
      "a &^ (b << c)",
      "(<-chan int)(a)",
      "&(^a)",
      "f(x...)",
      "[...]int{1, 2: 3}",
      "map[K][]V{k: {v}}",
    ]) {
      assert.equal(go.reprintExpression(text), text);
    }
  });

  it("puts a composite literal of a header in parentheses, and only there", () => {
    const point = build.composite(ident("T"), [a]);
    assert.equal(print(build.ifStatement(build.binary(a, "==", point), [])), "if a == (T{a}) {}");
    assert.equal(print(build.ifStatement(build.call(b, point), [])), "if b(T{a}) {}");
    assert.equal(
      print(build.range(undefined, "a", build.composite(build.sliceType(ident("int")), [b]), [])),
      "for _, a := range []int{b} {}",
    );
    assert.equal(print(build.range(undefined, "a", build.selector(point, "xs"), [])), "for _, a := range (T{a}).xs {}");
    const switched: SwitchStmt = { kind: "SwitchStmt", span, tag: build.unary("&", point), clauses: [] };
    assert.equal(print(switched), "switch &(T{a}) {\n}");
    const literal = build.functionLiteral(
      [],
      [ident("bool")],
      build.block([build.returnStatement(build.binary(a, "==", point))]),
    );
    assert.equal(print(build.ifStatement(build.call(literal), [])), "if func() bool { return a == T{a} }() {}");
  });

  it("keeps the constraint of a type from being read as a length", () => {
    assert.equal(print(constrainedType()), "type T[P *C,] struct{}");
  });

  it("moves the comment of an else-if into its body", () => {
    const inner = { ...build.ifStatement(b, []), leading: [{ text: "otherwise", block: false }] };
    assert.equal(print(build.ifStatement(a, [], [inner])), "if a {} else if b {\n\t// otherwise\n}");
  });

  it("does not let the text of a comment out of its comment", () => {
    const statement = {
      ...build.statement(a),
      leading: [
        { text: "x */ y", block: true },
        { text: "one\ntwo", block: false },
      ],
    };
    assert.equal(print(statement), "/* x * / y */\n// one\n// two\na");
    assert.equal(print({ ...build.statement(a), trailing: { text: "one\ntwo", block: false } }), "a // one two");
  });

  it("maps each token to the origin of the innermost node that has one", () => {
    const origin = (start: number): Origin => ({
      ranges: [{ unit: "f", span: { start, end: start + 1 } }],
      constructs: [],
    });
    const sum = { ...build.binary({ ...ident("x"), origin: origin(2) }, "+", b), origin: origin(3) };
    const tree = { ...build.call({ ...ident("f"), origin: origin(1) }, sum), origin: origin(4) };
    const { text, mapping } = printNodes([tree]);
    assert.deepEqual(
      mapping.map((range) => [text.slice(range.start, range.end), range.origin.ranges[0]?.span.start]),
      [
        ["f", 1],
        ["(", 4],
        ["x", 2],
        ["+", 3],
        ["b", 3],
        [")", 4],
      ],
    );
  });

  it("breaks long literals and calls into lines", () => {
    const words = Array.from({ length: 12 }, (_, index) => build.string(`element ${index}`));
    const literal = print(build.composite(build.sliceType(ident("string")), words));
    assert.equal(literal.split("\n").length, 14);
    assert.ok(print(build.call(a, ...words)).endsWith(",\n)"));
  });

  it("breaks long conditions behind their operators", () => {
    const operands = Array.from({ length: 6 }, (_, index) => `someRatherLongName${index} > 0`);
    const text = go.reprint(`package p\n\nvar x = ${operands.join(" && ")}\n`);
    assert.match(text, /&&\n/);
    assert.doesNotMatch(text, /\n\s*&&/);
  });

  it("takes time in proportion to nested literals", () => {
    let nested: Expr = build.integer(1);
    for (let depth = 0; depth < 60; depth += 1) nested = build.composite(ident("T"), [nested, build.integer(depth)]);
    assert.ok(printNodes([nested]).text.length > 300);
  });

  it("collects imports from the tree", () => {
    const file = fileOf([
      use("strings", "A"),
      use("golang.org/x/sync/errgroup", "B"),
      use("strings", "C"),
      use("math/rand/v2", "D", "rand"),
      use("crypto/rand", "E", "crand"),
    ]);
    assert.deepEqual(collectImports(file), [
      { path: "crypto/rand", name: "crand" },
      { path: "math/rand/v2" },
      { path: "strings" },
      { path: "golang.org/x/sync/errgroup" },
    ]);
    const text = printFile(withImports(file)).text;
    assert.ok(
      text.includes(
        'import (\n\tcrand "crypto/rand"\n\t"math/rand/v2"\n\t"strings"\n\n\t"golang.org/x/sync/errgroup"\n)\n',
      ),
      text,
    );
    assert.equal(printFile(withImports(withImports(file))).text, text);
    assert.equal(importedName("gopkg.in/yaml.v3"), "yaml");
  });
});
