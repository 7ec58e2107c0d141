import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heapPop",
  language: "go",
  source: `// heapPop takes the smallest element from a heap.
func heapPop[T any](heap *[]T, compare func(a, b T) int) T {
	last := len(*heap) - 1
	item := (*heap)[last]
	*heap = (*heap)[:last]
	if last > 0 {
		item, (*heap)[0] = (*heap)[0], item
		siftUp(*heap, 0, compare)
	}
	return item
}
`,
  uses: ["siftUp"],
});
