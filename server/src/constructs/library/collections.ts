import { defineLibrary, toGo } from "../../lowering/library/row.ts";

const h = { h: "list[T]" };
const none = { result: "None" };
const grows = { grows: "h" };
const xs = { xs: "elements[T]", n: "int" };
const numbers = [{ n: "2", xs: "[3, 1, 2]" }];

export default defineLibrary({
  id: "collections",
  title: "Heaps, counting and copies: heapq, collections, copy / packages slices and maps",
  rows: [
    toGo("heapq.heapify($h)", "@heapify($h, $T_compare)", { ...h, ...none }, [{ h: "[5, 3, 8, 1]" }]),
    toGo("heapq.heappush($h, $x)", "@heapPush(&$h, $x, $T_compare)", { ...h, x: "T", ...none }, [], grows),
    toGo("heapq.heappop($h)", "@heapPop(&$h, $T_compare)", h, [{ h: "[1, 3, 2]" }], { ...grows, undrawn: true }),
    toGo(
      "heapq.heappushpop($h, $x)",
      "@heapPushPop($h, $x, $T_compare)",
      { ...h, x: "T" },
      [{ h: "[1, 3, 2]", x: "2" }],
      {
        undrawn: true,
      },
    ),
    toGo(
      "heapq.heapreplace($h, $x)",
      "@heapReplace($h, $x, $T_compare)",
      { ...h, x: "T" },
      [{ h: "[1, 3, 2]", x: "0" }],
      {
        undrawn: true,
      },
    ),
    toGo("heapq.nsmallest($n, $xs)", "@smallest($xs, $n, $T_compare)", xs, numbers, { undrawn: true }),
    toGo("heapq.nlargest($n, $xs)", "@largest($xs, $n, $T_compare)", xs, numbers, { undrawn: true }),
    toGo("$d.rotate($n)", "@rotate($d, $n)", { d: "list[T]", n: "int", ...none }),
    toGo("$d.rotate()", "@rotate($d, 1)", { d: "list[T]", ...none }),
    toGo("collections.Counter($s).most_common($n)", "@mostCommon($s, $n)", { s: "elements[T]", n: "int" }, [
      { s: "['b', 'a', 'b']", n: "1" },
    ]),
    toGo("collections.Counter($s).most_common()", "@mostCommon($s, len($s))", { s: "elements[T]" }),
    toGo("copy.copy($xs)", "slices.Clone($xs)", { xs: "list[T]" }, [{ xs: "[1, 2]" }]),
    toGo("copy.copy($s)", "maps.Clone($s)", { s: "set[T]" }),
    ...["int", "float", "str", "bool"].flatMap((type) => [
      toGo("copy.deepcopy($xs)", "slices.Clone($xs)", { xs: `list[${type}]` }),
      toGo("copy.deepcopy($xs)", "@cloneAll($xs)", { xs: `list[list[${type}]]` }),
    ]),
    toGo("bisect.insort($xs, $x)", "@insertSorted(&$xs, $x)", { xs: "list[int]", x: "int", ...none }, [], {
      grows: "xs",
    }),
    toGo("bisect.insort($xs, $x)", "@insertSorted(&$xs, $x)", { xs: "list[str]", x: "str", ...none }, [], {
      grows: "xs",
    }),
  ],
  programs: [
    {
      title: "The shortest way",
      python: `import heapq


def shortest(edges: dict[str, list[tuple[str, int]]], start: str, goal: str) -> int:
    queue: list[tuple[int, str]] = [(0, start)]
    done: set[str] = set()
    while queue:
        cost, name = heapq.heappop(queue)
        if name == goal:
            return cost
        if name in done:
            continue
        done.add(name)
        for other, length in edges.get(name, []):
            heapq.heappush(queue, (cost + length, other))
    return -1


roads = {"a": [("b", 7), ("c", 2)], "c": [("b", 3), ("d", 9)], "b": [("d", 1)]}
print(shortest(roads, "a", "d"), shortest(roads, "d", "a"), heapq.nsmallest(2, [5, 1, 4]))
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println("6 -1 [1, 4]")
}
`,
      from: ["python"],
    },
  ],
});
