import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "lastFirst",
  language: "go",
  source: `// lastFirst makes a queue hand out what was put last.
func lastFirst[T any](q *blockingQueue[T]) *blockingQueue[T] {
	q.pop = func() T {
		last := len(q.items) - 1
		item := q.items[last]
		q.items = q.items[:last]
		return item
	}
	return q
}
`,
  uses: ["blockingQueue"],
});
