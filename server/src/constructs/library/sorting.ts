import { defineLibrary } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "sorting",
  title: "Sorting: list.sort, sorted / packages sort and slices",
  rows: [
    { python: "$xs.sort()", go: "sort.Ints($xs)", types: { xs: "list[int]" }, only: "go-to-python", examples: [{ xs: "[3, 1, 2]" }] },
    { python: "$xs.sort()", go: "sort.Strings($xs)", types: { xs: "list[str]" }, only: "go-to-python", examples: [{ xs: "['b', 'a']" }] },
    { python: "$xs.sort()", go: "sort.Float64s($xs)", types: { xs: "list[float]" }, only: "go-to-python", examples: [{ xs: "[2.5, 1.5]" }] },
    { python: "$xs.sort()", go: "slices.Sort($xs)", types: { xs: "list[T]" }, only: "go-to-python", examples: [{ xs: "[3, 1, 2]" }] },
    { python: "$xs.reverse()", go: "slices.Reverse($xs)", types: { xs: "list[T]" }, only: "go-to-python", examples: [{ xs: "[3, 1, 2]" }] },
    { python: "max($xs)", go: "slices.Max($xs)", types: { xs: "list[T]" }, only: "go-to-python", examples: [{ xs: "[3, 1, 2]" }] },
    { python: "min($xs)", go: "slices.Min($xs)", types: { xs: "list[T]" }, only: "go-to-python", examples: [{ xs: "[3, 1, 2]" }] },
    { python: "$x in $xs", go: "slices.Contains($xs, $x)", types: { xs: "list[T]", x: "T" }, only: "go-to-python", examples: [{ xs: "[3, 1, 2]", x: "1" }] },
    { python: "$a == $b", go: "slices.Equal($a, $b)", types: { a: "list[T]", b: "list[T]" }, only: "go-to-python", examples: [{ a: "[1, 2]", b: "[1, 2]" }] },
    { python: "list($xs)", go: "slices.Clone($xs)", types: { xs: "list[T]" }, only: "go-to-python", examples: [{ xs: "[3, 1, 2]" }] },
    { python: "sorted($d)", go: "slices.Sorted(maps.Keys($d))", types: { d: "dict[K, V]" }, only: "go-to-python", examples: [{ d: "{'b': 1, 'a': 2}" }] },
    { python: "bisect.bisect_left($xs, $x)", go: "sort.SearchInts($xs, $x)", types: { xs: "list[int]", x: "int" }, examples: [{ xs: "[1, 3, 5]", x: "4" }] },
  ],
});
