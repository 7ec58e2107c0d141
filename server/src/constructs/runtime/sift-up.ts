import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "siftUp",
  language: "go",
  source: `// siftUp moves an element down to a leaf, the smaller children going up, and from there to where it belongs.
func siftUp[T any](heap []T, place int, compare func(a, b T) int) {
	root, item := place, heap[place]
	for child := 2*place + 1; child < len(heap); child = 2*place + 1 {
		if right := child + 1; right < len(heap) && compare(heap[child], heap[right]) >= 0 {
			child = right
		}
		heap[place] = heap[child]
		place = child
	}
	heap[place] = item
	siftDown(heap, root, place, compare)
}
`,
  uses: ["siftDown"],
});
