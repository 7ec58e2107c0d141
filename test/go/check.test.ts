import assert from "node:assert/strict";
import { checkGoFile } from "../../server/src/go/analysis.ts";
import { showGoType } from "../../server/src/go/check-show.ts";
import type { File } from "../../server/src/go/tree.ts";
import { GoChecking } from "../support/go-checking.ts";
import { eachNode, isExpression } from "../support/go-snapshot.ts";

let go: GoChecking;
before(async () => {
  go = await GoChecking.start();
});

function inFunction(body: string, imports = ""): string {
  return `package p\n${imports}\nfunc f() {\n${body}\n}\n`;
}

/** Each text makes exactly this error when it is the body of a function. */
const bodies: readonly (readonly [code: string, body: string, imports?: string])[] = [
  ["undefined", "_ = y"],
  ["undefined", "fmt.Printline()", 'import "fmt"'],
  ["mismatched-types", '_ = 1 + "a"'],
  ["mismatched-types", "var a int; var b int64; _ = a + b"],
  ["not-assignable", 'var a int = "x"; _ = a'],
  ["not-assignable", "var e error = struct{}{}; _ = e"],
  ["constant-overflow", "var b byte = 256; _ = b"],
  ["constant-overflow", "var i int = 1.5; _ = i"],
  ["division-by-zero", "x := 1; _ = x / 0"],
  ["unused-variable", "x := 1"],
  ["unused-variable", "var x int; x = 2"],
  ["unused-variable", "var v any; switch x := v.(type) { case int: }"],
  ["no-new-variables", "x := 1; x := 2; _ = x"],
  ["assignment-mismatch", "a, b := 1; _, _ = a, b"],
  ["assignment-mismatch", "return 1"],
  ["not-used", "1 + 2"],
  ["not-used", "len([]int{})"],
  ["not-used", "int(2)"],
  ["argument-count", "func(int) {}()"],
  ["not-addressable", "_ = &1"],
  ["not-addressable", "m := map[string]struct{ n int }{}; m[`a`].n = 1"],
  ["missing-field", "var s struct{ a int }; _ = s.b"],
  ["invalid-literal", "type s struct{ a, b int }; _ = s{1}"],
  ["invalid-literal", "_ = map[string]int{`a`: 1, `a`: 2}"],
  ["invalid-index", "_ = [2]int{}[2]"],
  ["invalid-operation", "var x int; x()"],
  ["invalid-operation", "a, b := []int{}, []int{}; _ = a == b"],
  ["invalid-operation", "var x int; _ = *x"],
  ["invalid-operation", "c := make(chan<- int); <-c"],
  ["invalid-range", "for range true {}"],
  ["invalid-range", "for a, b := range 3 { _, _ = a, b }"],
  ["misplaced", "break"],
  ["misplaced", "for { func() { continue }() }"],
  ["misplaced", "switch { case true: fallthrough }"],
  ["label", "L: for {}"],
  ["label", "for { break L }"],
  ["label", "goto L; x := 1; _ = x; L: print()"],
  ["duplicate-case", "switch 1 { case 1: case 1: }"],
  ["duplicate-declaration", "var a int; var a int; _ = a"],
  ["missing-method", "var e error; _ = e.(int)"],
  ["not-an-expression", "_ = int"],
  ["not-a-type", "x := 1; var y x; _, _ = x, y"],
  ["invalid-conversion", '_ = int("a")'],
  ["cannot-infer", "g := func() {}; g(); h[int, string]()", "func h[A, B, C any]() {}"],
  ["type-arguments", "h[string]()", "func h[A ~int]() {}"],
  ["missing-return", "_ = func() int { for { break } }"],
  ["unused-import", "", 'import "os"'],
];

const accepted: readonly (readonly [body: string, imports?: string])[] = [
  ["for { }"],
  ["x := 1 << 3.0; var f float64 = 1 << 2; _, _ = x, f"],
  ["const big = 1 << 100; _ = big >> 98"],
  ["var r rune = 'a' + 1; s := string(r); _ = s"],
  ["var s uint = 3; var i int64 = 1 << s; _ = i"],
  ["for i := range 3 { for range 2 { _ = i } }"],
  ["for k, v := range seq { _, _ = k, v }", "func seq(yield func(string, int) bool) {}"],
  ["v, ok := map[string]int{}[`a`]; _, _ = v, ok; var c chan int; w, open := <-c; _, _ = w, open"],
  ["var p interface{ M() } = new(t); p.M()", "type t struct{}\nfunc (*t) M() {}"],
  ["var o outer; o.M(); _ = o.n", "type inner struct{ n int }\nfunc (*inner) M() {}\ntype outer struct{ *inner }"],
  ["_ = keys(map[string]int{})", "func keys[M ~map[K]V, K comparable, V any](m M) []K { return nil }"],
  [
    "_ = apply([]int{1}, func(i int) string { return `` })",
    "func apply[A, B any](l []A, f func(A) B) []B { return nil }",
  ],
  ["slices.SortFunc([]string{}, cmp.Compare)", 'import ("cmp"; "slices")'],
  ["x := max(1, 2.5); var y float32 = min(x32, 2); _, _ = x, y", "var x32 float32"],
  ["p := new(3); *p++", ""],
  ["_ = append([]byte(nil), `abc`...)"],
  ["type list struct { next *list }; _ = list{}.next"],
  ["L: for { switch { default: continue L } }"],
  ["var d time.Duration = 2 * time.Second; _ = d", 'import "time"'],
  ["_ = unknown.Thing(1).Other[2]", 'import "example.com/unknown"'],
  ["var x unknown.T; x.y.z(); for _, q := range x { _ = q + 1 }", 'import "example.com/unknown"'],
];

describe("Go checker: errors", () => {
  for (const [code, body, imports] of bodies) {
    it(`${code}: ${body || (imports ?? "")}`, () => assert.deepEqual(go.codes(inFunction(body, imports)), [code]));
  }
});

describe("Go checker: what is right", () => {
  for (const [body, imports] of accepted) {
    it(body, () =>
      assert.deepEqual(
        go.analyse(inFunction(body, imports)).errors.map((error) => error.message),
        [],
      ),
    );
  }
});

describe("Go checker: declarations", () => {
  const errors = (...texts: string[]): string[] => go.codes(...texts);

  it("sees several files as one package", () => {
    assert.deepEqual(errors("package p\nfunc a() { b() }\n", "package p\nfunc b() { a() }\n"), []);
    assert.deepEqual(errors("package p\nfunc a() {}\n", "package p\nfunc a() {}\n"), ["duplicate-declaration"]);
  });

  it("wants methods to match an interface, receivers included", () => {
    assert.deepEqual(errors("package p\ntype T int\nfunc (*T) M() {}\nvar _ interface{ M() } = T(0)\n"), [
      "not-assignable",
    ]);
    assert.deepEqual(errors("package p\ntype T int\nfunc (T) M() {}\nvar _ interface{ M() } = new(T)\n"), []);
  });

  it("reports types that contain themselves", () => {
    assert.deepEqual(errors("package p\ntype T struct{ t T }\n"), ["invalid-recursive-type"]);
    assert.deepEqual(errors("package p\ntype T struct{ t []T; m map[string]T }\n"), []);
  });

  it("allows ordinary interfaces only where values are meant", () => {
    assert.deepEqual(errors("package p\ntype N interface{ ~int }\nvar n N\n"), ["invalid-declaration"]);
  });
});

describe("Go checker: facts", () => {
  /** The type of the first expression with the given text. */
  function types(text: string): (source: string) => string {
    const read = go.read(text);
    const analysis = go.analyseTrees(read.tree);
    return (source) => {
      let found: string | undefined;
      eachNode(read.tree, (node, declaration) => {
        const start = read.starts[declaration] ?? 0;
        const here = isExpression(node) && text.slice(start + node.span.start, start + node.span.end) === source;
        if (here) found ??= showGoType(analysis.typeOf(node));
      });
      return found ?? "no such expression";
    };
  }

  it("gives untyped constants the type of their context", () => {
    const at = types("package p\nvar f float32 = 1 + 2\nvar i any = 'a'\nvar s = []uint8{40 + 2}\n");
    assert.equal(at("1 + 2"), "float32");
    assert.equal(at("'a'"), "rune");
    assert.equal(at("40 + 2"), "uint8");
  });

  it("says what is called, with inferred type arguments", () => {
    const text =
      'package p\nimport "strings"\ntype T struct{}\nfunc (T) M() {}\nfunc g[A any](a A) A { return a }\nfunc f() { T{}.M(); strings.Split("a", "b"); _ = g("x"); _ = int64(2); _ = len("a") }\n';
    const { tree } = go.read(text);
    const analysis = go.analyseTrees(tree);
    const calls: string[] = [];
    eachNode(tree, (node) => {
      if (node.kind !== "CallExpr") return;
      const call = analysis.callOf(node);
      calls.push(
        `${call?.kind} ${call?.packagePath ?? ""} ${call?.receiver?.name ?? ""} ${call?.name ?? ""} ${(call?.typeArguments ?? []).map((type) => showGoType(type)).join()}`,
      );
    });
    assert.deepEqual(calls, [
      "method  T M ",
      "function strings  Split ",
      "function   g string",
      "conversion    ",
      "builtin   len ",
    ]);
  });

  it("counts how a variable is used", () => {
    const text = "package p\nfunc f() { n := 1; n = 2; n++; func() { _ = n }() }\n";
    const { tree } = go.read(text);
    const analysis = go.analyseTrees(tree);
    let counts = "";
    eachNode(tree, (node) => {
      const binding = node.kind === "Ident" && node.name === "n" ? analysis.bindingOf(node) : undefined;
      if (binding) counts = `${binding.kind} ${binding.assignments} ${binding.reads} ${String(binding.captured)}`;
    });
    assert.equal(counts, "local 3 2 true");
  });
});

describe("Go checker: fragments and target trees", () => {
  it("reads statements without a package, and the packages that they mean", () => {
    assert.deepEqual(
      go.codes(
        'parts := strings.Split("a,b", ",")\nfor i, part := range parts {\n\tfmt.Println(i, part)\n}\nreturn parts, nil\n',
      ),
      [],
    );
    assert.deepEqual(go.codes("total := price * 2\n_ = total\n"), ["undefined"]);
  });

  it("takes packages from the names of a target tree", () => {
    const { tree } = go.read('package p\n\nfunc f() string { return strings.Repeat("a", 2) }\n');
    assert.deepEqual(
      checkGoFile(tree, { packages: go.packages }).map((error) => error.code),
      ["undefined"],
    );
    const named = JSON.parse(
      JSON.stringify(tree, (_, value: unknown) => (typeof value === "bigint" ? { whole: String(value) } : value)),
      (_, value: { kind?: string; name?: string; whole?: string } | null) =>
        typeof value?.whole === "string"
          ? BigInt(value.whole)
          : value?.kind === "Ident" && value.name === "strings"
            ? { ...value, packagePath: "strings" }
            : value,
    ) as File;
    assert.deepEqual(checkGoFile(named, { packages: go.packages }), []);
  });

  it("survives whatever is typed", () => {
    for (const text of [
      "",
      "package",
      "package p\nfunc",
      "package p\nfunc f( {",
      "package p\nvar x = ",
      "}}}",
      "package p\ntype T struct { a",
      "package p\nfunc f() { x. }",
      `package p\nvar x = ${"(".repeat(3000)}1${")".repeat(3000)}\n`,
      `package p\nvar x = ${"1+".repeat(3000)}1\n`,
    ]) {
      assert.doesNotThrow(() => go.analyse(text), text.slice(0, 40));
    }
  });
});
