import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heapPushPop",
  language: "go",
  source: `// heapPushPop adds an element and takes the smallest.
func heapPushPop[T any](heap []T, item T, compare func(a, b T) int) T {
	if len(heap) > 0 && compare(heap[0], item) < 0 {
		item, heap[0] = heap[0], item
		siftUp(heap, 0, compare)
	}
	return item
}
`,
  uses: ["siftUp"],
});
