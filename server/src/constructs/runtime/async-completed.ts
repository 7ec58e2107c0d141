import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncCompleted",
  language: "go",
  source: `// asyncCompleted gives the tasks in the order in which they end.
func asyncCompleted[T any](tasks []*asyncTask[T]) []*asyncTask[T] {
	ended := make([]*asyncTask[T], len(tasks))
	next := 0
	for i, task := range tasks {
		ended[i] = &asyncTask[T]{asyncRoutine: &asyncRoutine{}}
		task.whenDone(func() {
			ended[next].value = task.value
			ended[next].finish(task.err)
			next++
		})
	}
	return ended
}`,
  uses: ["asyncTask"],
});
