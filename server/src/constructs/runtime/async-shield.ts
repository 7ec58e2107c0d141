import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncShield",
  language: "go",
  source: `// asyncShield gives a task that ends with another one, and that can be cancelled without it.
func asyncShield[T any](task *asyncTask[T]) *asyncTask[T] {
	outer := &asyncTask[T]{asyncRoutine: &asyncRoutine{}}
	task.whenDone(func() {
		outer.value = task.value
		outer.finish(task.err)
	})
	return outer
}`,
  uses: ["asyncTask"],
});
