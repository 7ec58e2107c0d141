import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heapReplace",
  language: "go",
  source: `// heapReplace takes the smallest element and puts another in.
func heapReplace[T any](heap []T, item T, compare func(a, b T) int) T {
	item, heap[0] = heap[0], item
	siftUp(heap, 0, compare)
	return item
}
`,
  uses: ["siftUp"],
});
