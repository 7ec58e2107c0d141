import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "smallestFirst",
  language: "go",
  source: `// smallestFirst makes a queue hand out the smallest item.
func smallestFirst[T any](q *blockingQueue[T], compare func(a, b T) int) *blockingQueue[T] {
	q.push = func(item T) { heapPush(&q.items, item, compare) }
	q.pop = func() T { return heapPop(&q.items, compare) }
	return q
}
`,
  uses: ["blockingQueue", "heapPush", "heapPop"],
});
