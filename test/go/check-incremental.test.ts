import assert from "node:assert/strict";
import { analyseGo, type GoAnalysis } from "../../server/src/go/analysis.ts";
import { UnitCache } from "../../server/src/go/read.ts";
import { GoChecking } from "../support/go-checking.ts";
import { snapshot } from "../support/go-snapshot.ts";

const shop = `package shop

import (
	"errors"
	"fmt"
	"sort"
)

type Money int64

const (
	Free Money = iota
	Cheap
	Dear = Money(1) << 10
)

type Item struct {
	Name  string
	Price Money
	tags  []string
}

type Shelf[T any] struct {
	rows []T
	size int
}

func (s *Shelf[T]) Put(row T) int {
	s.rows = append(s.rows, row)
	s.size++
	return s.size
}

type Priced interface{ Cost() Money }

func (i Item) Cost() Money { return i.Price }

var ErrEmpty = errors.New("empty")

var total, count = 0, len(names)

var names = map[string]Priced{"tea": Item{Name: "tea", Price: Cheap}}

func find(shelf *Shelf[Item], name string) (*Item, error) {
	for i := range shelf.rows {
		if row := &shelf.rows[i]; row.Name == name {
			return row, nil
		}
	}
	return nil, fmt.Errorf("find %q: %w", name, ErrEmpty)
}

func apply[A, B any](list []A, f func(A) B) []B {
	result := make([]B, 0, len(list))
	for _, a := range list {
		result = append(result, f(a))
	}
	return result
}
`;

const till = `package shop

import "fmt"

type basket struct {
	*Shelf[Item]
	paid bool
}

func (b basket) sum() (sum Money) {
	for _, price := range apply(b.rows, Item.Cost) {
		sum += price
	}
	total += int(sum)
	return
}

func report(b basket) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	item, err := find(b.Shelf, "tea")
	switch {
	case err != nil:
		fmt.Println(err)
	case item.Cost() > Dear:
		b.Put(Item{"dear", item.Price, nil})
	}
	var p Priced = item
	if shelf, ok := p.(fmt.Stringer); ok {
		fmt.Println(shelf.String(), count)
	}
	fmt.Println(b.sum(), b.size)
}
`;

/** A generator of numbers below a bound, the same at each run. */
function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const insertions = [
  "x",
  "(",
  "}",
  "1",
  ".",
  "\n",
  " int",
  '"',
  "func g() Money { return 2 }\n",
  "type Money int\n",
  "var count string\n",
  ", nil",
  "*",
  "[]",
];

function edited(text: string, next: (bound: number) => number): string {
  const lines = text.split("\n");
  const at = next(lines.length);
  switch (next(5)) {
    case 0:
      lines.splice(at, 1);
      return lines.join("\n");
    case 1:
      lines.splice(at, 0, lines[next(lines.length)] ?? "");
      return lines.join("\n");
    case 2: {
      const words = [...text.matchAll(/[A-Za-z]\w*/g)];
      const [from, to] = [words[next(words.length)], words[next(words.length)]];
      return from === undefined || to === undefined
        ? text
        : text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length);
    }
    default: {
      const index = next(text.length);
      return text.slice(0, index) + (insertions[next(insertions.length)] ?? "") + text.slice(index + next(3));
    }
  }
}

describe("incremental analysis of Go", () => {
  it("gives what a fresh analysis gives, after any sequence of edits", async () => {
    const go = await GoChecking.start();
    for (let seed = 1; seed <= 12; seed++) {
      const next = numbers(seed);
      const caches = [new UnitCache(), new UnitCache()];
      let texts = [shop, till];
      let warm: GoAnalysis | undefined;
      for (let step = 0; step < 25; step++) {
        const trees = texts.map((text, i) => go.read(text, caches[i]).tree);
        const files = trees.map((tree, i) => ({ path: `${i}.go`, tree }));
        warm = analyseGo(files, go.packages, warm);
        const warmLines = snapshot(warm, trees);
        const cold = texts.map((text) => go.read(text).tree);
        const fresh = analyseGo(
          cold.map((tree, i) => ({ path: `${i}.go`, tree })),
          go.packages,
        );
        const coldLines = snapshot(fresh, cold);
        const differing = warmLines.findIndex((line, i) => line !== coldLines[i]);
        assert.equal(
          warmLines[differing],
          coldLines[differing],
          `seed ${seed}, step ${step}\n${texts.join("\n-----\n")}`,
        );
        assert.equal(warmLines.length, coldLines.length);
        // Broken texts are repaired now and then, since little can be learnt from them.
        texts = step % 6 === 5 ? [shop, till] : texts.map((text, i) => (next(2) === i ? edited(text, next) : text));
      }
    }
  });

  it("keeps the bindings of functions and types while bodies change", async () => {
    const go = await GoChecking.start();
    const cache = new UnitCache();
    const before = go.read("package p\ntype T struct{}\nfunc f() T { return T{} }\nfunc g() { f() }\n", cache).tree;
    const first = analyseGo([{ path: "p.go", tree: before }], go.packages);
    const names = (index: number, tree = before) => {
      const decl = tree.decls[index];
      return decl?.kind === "FuncDecl" ? first.bindingOf(decl.name) : undefined;
    };
    const f = names(1);
    const after = go.read(
      "package p\ntype T struct{}\nfunc f() T { var t T; return t }\nfunc g() { f() }\n",
      cache,
    ).tree;
    analyseGo([{ path: "p.go", tree: after }], go.packages, first);
    assert.ok(f !== undefined);
    assert.equal(names(1, after), f);
    assert.equal(after.decls[2], before.decls[2]);
  });
});
