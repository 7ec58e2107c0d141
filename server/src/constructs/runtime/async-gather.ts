import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncGather",
  language: "go",
  source: `// asyncGather gives the results of all tasks, or the first error.
func asyncGather[T any](tasks []*asyncTask[T]) ([]T, error) {
	err := asyncWaitAll(tasks, false)
	results := make([]T, len(tasks))
	for i, task := range tasks {
		results[i] = task.value
	}
	return results, err
}`,
  uses: ["asyncTask", "asyncWaitAll"],
});
