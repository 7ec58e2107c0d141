import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heapPush",
  language: "go",
  source: `// heapPush adds an element to a heap.
func heapPush[T any](heap *[]T, item T, compare func(a, b T) int) {
	*heap = append(*heap, item)
	siftDown(*heap, 0, len(*heap)-1, compare)
}
`,
  uses: ["siftDown"],
});
