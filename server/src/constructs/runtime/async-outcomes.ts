import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncOutcomes",
  language: "go",
  source: `// asyncOutcomes waits for all tasks and gives the result or the error of each.
func asyncOutcomes[W asyncWork](tasks []W) ([]any, error) {
	err := asyncWaitAll(tasks, true)
	results := make([]any, len(tasks))
	for i, task := range tasks {
		results[i] = task.outcome()
	}
	return results, err
}`,
  uses: ["asyncWaitAll"],
});
