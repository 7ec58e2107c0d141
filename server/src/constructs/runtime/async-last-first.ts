import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncLastFirst",
  language: "go",
  source: `// asyncLastFirst makes a queue hand out what was put last.
func asyncLastFirst[T any](q *asyncQueue[T]) *asyncQueue[T] {
	q.pop = func() T {
		last := len(q.items) - 1
		item := q.items[last]
		q.items = q.items[:last]
		return item
	}
	return q
}
`,
  uses: ["asyncQueue"],
});
