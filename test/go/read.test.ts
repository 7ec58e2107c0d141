import assert from "node:assert/strict";
import { dumpTree } from "../../server/src/go/dump.ts";
import { UnitCache, fileOf, readFile, readFragment, readSource } from "../../server/src/go/read.ts";
import { walk } from "../../server/src/go/walk.ts";
import { SyntaxDocument } from "../../server/src/syntax/document.ts";
import { GoReading } from "../support/go-reader.ts";
import { grammars } from "../support/grammars.ts";

describe("Go reader", () => {
  let go: GoReading;
  before(async () => {
    go = await GoReading.start();
  });

  const kindOf = (text: string): string | undefined => go.expression(text)?.kind;

  it("reads types and expressions into the same kinds, as go/ast does", () => {
    assert.equal(kindOf("[]byte(s)"), "CallExpr");
    assert.equal(kindOf("f(x)"), "CallExpr");
    assert.equal(kindOf("a[i]"), "IndexExpr");
    assert.equal(kindOf("pair[int, string]"), "IndexListExpr");
    assert.equal(kindOf("pair[int, string]{1, s}"), "CompositeLit");
    assert.equal(kindOf("*p"), "StarExpr");
    assert.equal(kindOf("x.(T)"), "TypeAssertExpr");
    assert.equal(kindOf("s[1:2:3]"), "SliceExpr");
    const call = go.expression("mapKeys[string, []int](m)");
    assert.equal(call?.kind === "CallExpr" && call.fun.kind, "IndexListExpr");
    const made = go.expression("make(map[string]*T, 8)");
    assert.equal(made?.kind === "CallExpr" && made.args[0]?.kind, "MapType");
  });

  it("groups a star and an arrow as the language does, not as the parser", () => {
    const star = go.expression("*(*[]T)(p)");
    assert.equal(star?.kind, "StarExpr");
    assert.equal(star.kind === "StarExpr" && star.x.kind, "CallExpr");
    const [declaration] = go.topLevel("var c chan<- chan int");
    const spec = declaration?.kind === "GenDecl" ? declaration.specs[0] : undefined;
    const type = spec?.kind === "ValueSpec" ? spec.type : undefined;
    assert.equal(type?.kind === "ChanType" && type.dir, "send");
    assert.equal(type?.kind === "ChanType" && type.value.kind === "ChanType" && type.value.dir, "both");
  });

  it("reads constraints as operators", () => {
    const [declaration] = go.topLevel("type Number interface{ ~int | ~float64 }");
    assert.match(dumpTree(declaration!), /type: BinaryExpr \d+-\d+ op="\|"\n\s+x: UnaryExpr \d+-\d+ op="~"/);
  });

  it("keeps spans relative to the unit", () => {
    const text = "package p\n\n// Doc.\nfunc f() int {\n\treturn 42\n}\n";
    const unit = go.file(text).units[1]!;
    assert.equal(unit.start, text.indexOf("// Doc"));
    assert.equal(unit.key, "func f");
    let found = "";
    for (const declaration of unit.declarations) {
      walk(declaration, (node) => {
        if (node.kind === "BasicLit") found = unit.text.slice(node.span.start, node.span.end);
      });
    }
    assert.equal(found, "42");
  });

  it("names units, and tells those of one name apart", () => {
    const text =
      "package p\n\ntype S struct{}\n\nfunc (s *S) M() {}\n\nfunc f() {}\n\nfunc f() {}\n\nvar a, b = 1, 2\n";
    assert.deepEqual(
      go.file(text).units.map((unit) => unit.key),
      ["package", "type S", "method S.M", "func f", "func f#2", "var a"],
    );
  });

  it("reads a unit again only when its text changed", async () => {
    const document = new SyntaxDocument(await grammars(), "go", "package p\n\nfunc f() { a() }\n\nfunc g() { b() }\n");
    const cache = new UnitCache();
    const before = readFile(document, cache).units;
    document.edit({ start: document.text.indexOf("a()"), oldEnd: document.text.indexOf("a()") + 1, text: "changed" });
    const after = readFile(document, cache).units;
    document.dispose();
    assert.equal(after[2]?.declarations, before[2]?.declarations);
    assert.notEqual(after[1]?.declarations, before[1]?.declarations);
    assert.notEqual(after[2]?.start, before[2]?.start);
  });

  it("keeps the text of what is no Go, and reads what stands around it", () => {
    const units = go.file("package p\n\nfunc f() {\n\tx := 1\n\ty := = 2\n\treturn x\n}\n\nfunc g() {}\n").units;
    assert.ok(units.some((unit) => unit.faults.length > 0));
    const text = units.map((unit) => unit.declarations.map((declaration) => dumpTree(declaration)).join("")).join("");
    assert.match(text, /Bad(?:Expr|Stmt|Decl)/);
    assert.match(text, /name="g"/);
  });

  it("finds fault with what only the language forbids", () => {
    for (const text of ["08", "'\\400'", '"\\u12"', "f(a..., b)"]) {
      const [unit] = go.file(`package p\n\nfunc f() {\n\t_ = ${text}\n}\n`).units.slice(1);
      assert.equal(unit?.faults.length, 1, text);
    }
  });

  it("never makes up a name", () => {
    for (const text of [
      "x.",
      "f(a,",
      "if x. {",
      "var = 3",
      "func (",
      "a[",
      "type T struct { x",
      "switch x { case",
      "for i := ; {",
      "go",
      "x := T{a: }",
    ]) {
      for (const declaration of go.topLevel(`func f() {\n${text}\n}\n`)) {
        walk(declaration, (node) => assert.ok(node.kind !== "Ident" || node.name !== "", text));
      }
    }
  });

  it("survives nesting of any depth", () => {
    const deep = go.expression(`${"(".repeat(5000)}x${")".repeat(5000)}`);
    let bad = 0;
    walk(deep!, (node) => {
      if (node.kind === "BadExpr") bad += 1;
    });
    assert.equal(bad, 1);
    const blocks = go.file(`package p\n\nfunc f() {\n${"if a {\n".repeat(90)}b()\n${"}\n".repeat(90)}}\n`);
    assert.deepEqual(
      blocks.units.flatMap((unit) => unit.faults),
      [],
    );
    assert.doesNotThrow(() => go.file(`package p\n\nfunc f() {\n${"{\n".repeat(3000)}${"}\n".repeat(3000)}}\n`));
  });

  it("reads a source as one file", () => {
    const file = readSource('package p\nimport "io"\nfunc F(r io.Reader) (n int, err error)\n', go.parse);
    assert.equal(file.package?.name.name, "p");
    assert.deepEqual(
      file.decls.map((decl) => decl.kind),
      ["GenDecl", "FuncDecl"],
    );
  });

  it("reads fragments: statements, expressions, clauses, fields", () => {
    const form = (text: string): string => {
      const fragment = readFragment(text, go.parse);
      return `${fragment.form} ${fragment.faults.length}`;
    };
    assert.equal(form("x := 1\nif x > 0 {\n\treturn\n}"), "file 0");
    assert.equal(form("a + b*c"), "file 0");
    assert.equal(form("a, err"), "expressions 0");
    assert.equal(form("case 1, 2:\n\tf()"), "clauses 0");
    assert.equal(form("case v := <-c:\n\tf(v)"), "clauses 0");
    assert.equal(form('Name string `json:"name"`\nAge int'), "fields 0");
    assert.equal(form("Read(p []byte) (n int, err error)\nClose() error"), "fields 0");
    const pair = readFragment("a, err", go.parse).declarations[0];
    const statement = pair?.kind === "TopLevelStatements" ? pair.list[0] : undefined;
    assert.deepEqual(statement?.kind === "AssignStmt" && statement.rhs[0]?.span, { start: 0, end: 1 });
  });

  it("puts comments above the package clause at the head of the file", () => {
    const file = fileOf(go.file("// Copyright.\n\n//go:build linux\n\n// Package p does.\npackage p\n").units);
    const leading = [...(file.leading ?? []), ...(file.package?.leading ?? [])];
    assert.deepEqual(
      leading.map((comment) => comment.text),
      ["Copyright.", "go:build linux", "Package p does."],
    );
    assert.equal(leading[1]?.directive, true);
  });
});
