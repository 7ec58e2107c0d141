import assert from "node:assert/strict";
import { GoReading } from "../support/go-reader.ts";

/** Texts in the printer's own layout: reading and printing must leave them as they are. */
const stable: Readonly<Record<string, string>> = {
  "doc comments, directives and blank lines": `// Copyright.

//go:build linux

// Package p does.
package p

import "fmt"

// F prints.
//
//	F() // like this
func F() {
	fmt.Println()

	// about x
	x := 1 // one
	/* about y */
	y := 2
	// at the end
}

// Floating.

// G does nothing.
func G() {}
`,
  "comments in structs, interfaces and groups": `package p

type T struct {
	// A is first.
	A int // one

	B string \`json:"b"\` // two
	// no more
}

type I interface {
	// M does.
	M(a int) error // may fail
	fmt.Stringer
}

const (
	// One.
	One = iota + 1 // 1
	Two

	// Last.
)
`,
  "comments around clauses": `package p

func f() {
	switch x {
	// first
	case 1: // one
		a()
		// end of one
	// second
	case 2:
		b() // b
	default: // else
	}
	select {
	case v := <-c: // got it
		a(v)
	}
}
`,
  "comments in literals and calls": `package p

var table = []row{
	// first
	{1, "a"}, // a
	{2, "b"},
	// end
}

func f() {
	g(
		a, // one
		// two
		b,
	)
	h(a /* x */, /* y */ b)
}
`,
};

describe("Go comments", () => {
  let go: GoReading;
  before(async () => {
    go = await GoReading.start();
  });

  for (const [name, text] of Object.entries(stable)) {
    it(`stay where they are: ${name}`, () => assert.equal(go.reprint(text), text));
  }

  it("are never lost, wherever they stand", () => {
    const text =
      "package p\n\nfunc f(a /* 1 */ int, /* 2 */ b int) /* 3 */ (c int) { // 4\n\tif a := /* 5 */ b; a > /* 6 */ 0 { // 7\n\t\treturn /* 8 */ a + /* 9 */ b\n\t} else if b /* 10 */ > 0 { // 11\n\t}\n\tfor /* 12 */ range 3 { /* 13 */ }\n\tgo func() { /* 14 */ }()\n\tx[ /* 15 */ 1] = T{a: /* 16 */ 1}\n\tvar ( // 17\n\t\ty = /* 18 */ 1\n\t)\n}\n// 19\n";
    const printed = go.reprint(text);
    for (let number = 1; number <= 19; number += 1) {
      const found = printed.match(new RegExp(`/[/*] ${number}\\b`, "g"));
      assert.equal(found?.length, 1, `${number} in\n${printed}`);
    }
  });

  it("of a block cannot end early", () => {
    assert.equal(go.reprint("package p\n\n/* a */\nvar x int\n").includes("/* a */"), true);
  });
});
