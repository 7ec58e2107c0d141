import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "heapify",
  language: "go",
  source: `// heapify brings a list into the order of a heap.
func heapify[T any](heap []T, compare func(a, b T) int) {
	for place := len(heap)/2 - 1; place >= 0; place-- {
		siftUp(heap, place, compare)
	}
}
`,
  uses: ["siftUp"],
});
