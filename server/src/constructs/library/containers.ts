import { defineLibrary } from "../../lowering/library/row.ts";

const goOnly = { only: "go-to-python", examples: [] } as const;

const unstable = {
  code: "stable-sort",
  severity: "note",
  message: "Python's sort keeps the order of elements that compare equal; Go's `sort.Sort` may change it.",
} as const;

export default defineLibrary({
  id: "containers",
  title: "Heaps and sorting by methods / packages container/heap and sort",
  rows: [
    { python: "@heap_init($h)", go: "heap.Init($h)", types: { result: "None" }, ...goOnly },
    { python: "@heap_push($h, $x)", go: "heap.Push($h, $x)", types: { result: "None" }, ...goOnly },
    { python: "@heap_pop($h)", go: "heap.Pop($h)", ...goOnly },
    { python: "@heap_remove($h, $i)", go: "heap.Remove($h, $i)", types: { i: "int" }, ...goOnly },
    { python: "@heap_fix($h, $i)", go: "heap.Fix($h, $i)", types: { i: "int", result: "None" }, ...goOnly },
    {
      python: "$xs.sort(reverse=True)",
      go: "sort.Sort(sort.Reverse(sort.IntSlice($xs)))",
      types: { xs: "list[int]", result: "None" },
      ...goOnly,
    },
    {
      python: "$xs.sort(reverse=True)",
      go: "sort.Sort(sort.Reverse(sort.StringSlice($xs)))",
      types: { xs: "list[str]", result: "None" },
      ...goOnly,
    },
    {
      python: "$xs.sort(reverse=True)",
      go: "sort.Sort(sort.Reverse(sort.Float64Slice($xs)))",
      types: { xs: "list[float]", result: "None" },
      ...goOnly,
    },
    {
      python: "$xs.sort()",
      go: "sort.Sort(sort.IntSlice($xs))",
      types: { xs: "list[int]", result: "None" },
      ...goOnly,
    },
    {
      python: "$xs.sort()",
      go: "sort.Sort(sort.StringSlice($xs))",
      types: { xs: "list[str]", result: "None" },
      ...goOnly,
    },
    {
      python: "$xs.sort()",
      go: "sort.Sort(sort.Float64Slice($xs))",
      types: { xs: "list[float]", result: "None" },
      ...goOnly,
    },
    {
      python: "@sort_by_methods($x, True)",
      go: "sort.Sort(sort.Reverse($x))",
      types: { result: "None" },
      caveats: [unstable],
      ...goOnly,
    },
    { python: "@sort_by_methods($x, True)", go: "sort.Stable(sort.Reverse($x))", types: { result: "None" }, ...goOnly },
    { python: "@sort_by_methods($x)", go: "sort.Sort($x)", types: { result: "None" }, caveats: [unstable], ...goOnly },
    { python: "@sort_by_methods($x)", go: "sort.Stable($x)", types: { result: "None" }, ...goOnly },
  ],
  programs: [
    {
      title: "A heap of numbers",
      python: `import heapq\n\nqueue = [5, 2, 8]\nheapq.heapify(queue)\nheapq.heappush(queue, 3)\nwhile queue:\n    print(heapq.heappop(queue))\n`,
      go: `package main\n\nimport (\n\t"container/heap"\n\t"fmt"\n)\n\ntype Queue []int\n\nfunc (q Queue) Len() int           { return len(q) }\nfunc (q Queue) Less(i, j int) bool { return q[i] < q[j] }\nfunc (q Queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }\nfunc (q *Queue) Push(x any)        { *q = append(*q, x.(int)) }\nfunc (q *Queue) Pop() any {\n\told := *q\n\tlast := old[len(old)-1]\n\t*q = old[:len(old)-1]\n\treturn last\n}\n\nfunc main() {\n\tqueue := &Queue{5, 2, 8}\n\theap.Init(queue)\n\theap.Push(queue, 3)\n\tfor queue.Len() > 0 {\n\t\tfmt.Println(heap.Pop(queue))\n\t}\n}\n`,
      from: ["go"],
    },
    {
      title: "Sorting by methods",
      python: `words = ["pear", "fig", "banana"]\nwords.sort(key=len)\nprint(" ".join(words))\nwords.sort(key=len, reverse=True)\nprint(" ".join(words))\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"sort"\n\t"strings"\n)\n\ntype byLength []string\n\nfunc (b byLength) Len() int           { return len(b) }\nfunc (b byLength) Less(i, j int) bool { return len(b[i]) < len(b[j]) }\nfunc (b byLength) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }\n\nfunc main() {\n\twords := []string{"pear", "fig", "banana"}\n\tsort.Sort(byLength(words))\n\tfmt.Println(strings.Join(words, " "))\n\tsort.Sort(sort.Reverse(byLength(words)))\n\tfmt.Println(strings.Join(words, " "))\n}\n`,
      from: ["go"],
    },
  ],
});
