import { defineLibrary, toPython } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "iter",
  title: "Iterators and orders: generators, next, sort / packages iter, slices and sort",
  rows: [
    toPython("@pull($s, $z)", "iter.Pull($s)"),
    toPython("@pull($s, $y, $z)", "iter.Pull2($s)"),
    toPython("$x.sort(key=functools.cmp_to_key($f))", "slices.SortFunc($x, $f)", { result: "None" }),
    toPython("$x.sort(key=functools.cmp_to_key($f))", "slices.SortStableFunc($x, $f)", { result: "None" }),
    toPython("$x.sort(key=@order_by($f))", "sort.Slice($x, $f)", { result: "None" }),
    toPython("$x.sort(key=@order_by($f))", "sort.SliceStable($x, $f)", { result: "None" }),
    toPython("@scan_text($s, $f, $p...)", "fmt.Sscanf($s, $f, $p...)", {}, [], { fails: ["ValueError"] }),
    toPython("@scan_words($s, $p...)", "fmt.Sscan($s, $p...)", {}, [], { fails: ["ValueError"] }),
    toPython("list($s)", "slices.Collect($s)"),
    toPython("sorted($s)", "slices.Sorted($s)"),
    toPython("$x + list($s)", "slices.AppendSeq($x, $s)", { x: "list[T]" }),
    toPython("iter($x)", "slices.Values($x)", { x: "list[T]" }),
    toPython("enumerate($x)", "slices.All($x)", { x: "list[T]" }),
    toPython("iter(list(enumerate($x))[::-1])", "slices.Backward($x)", { x: "list[T]" }),
    toPython("iter($d)", "maps.Keys($d)", { d: "dict[K, V]" }),
    toPython("iter($d.values())", "maps.Values($d)", { d: "dict[K, V]" }),
    toPython("iter($d.items())", "maps.All($d)", { d: "dict[K, V]" }),
    toPython("dict($s)", "maps.Collect($s)"),
  ],
  programs: [
    {
      title: "Generators, and asking for the next value",
      python: `from collections.abc import Iterator


def countdown(start: int) -> Iterator[int]:
    while start > 0:
        yield start
        start -= 1


for number in countdown(3):
    print(number)
values = countdown(2)
print(next(values))
print(next(values), next(values, 0))
`,
      go: `package main

import (
	"fmt"
	"iter"
)

func countdown(start int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; start > 0; start-- {
			if !yield(start) {
				return
			}
		}
	}
}

func main() {
	for number := range countdown(3) {
		fmt.Println(number)
	}
	next, stop := iter.Pull(countdown(2))
	defer stop()
	first, _ := next()
	fmt.Println(first)
	second, _ := next()
	third, _ := next()
	fmt.Println(second, third)
}
`,
      from: ["go"],
    },
  ],
});
