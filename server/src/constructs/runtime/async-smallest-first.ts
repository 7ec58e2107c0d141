import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncSmallestFirst",
  language: "go",
  source: `// asyncSmallestFirst makes a queue hand out the smallest item.
func asyncSmallestFirst[T any](q *asyncQueue[T], compare func(a, b T) int) *asyncQueue[T] {
	q.push = func(item T) { heapPush(&q.items, item, compare) }
	q.pop = func() T { return heapPop(&q.items, compare) }
	return q
}
`,
  uses: ["asyncQueue", "heapPush", "heapPop"],
});
