import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "siftDown",
  language: "go",
  source: `// siftDown moves the last element of a heap up, from a place towards the root, to where it belongs.
func siftDown[T any](heap []T, root, place int, compare func(a, b T) int) {
	item := heap[place]
	for place > root {
		parent := (place - 1) / 2
		if compare(item, heap[parent]) >= 0 {
			break
		}
		heap[place] = heap[parent]
		place = parent
	}
	heap[place] = item
}
`,
});
