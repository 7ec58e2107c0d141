import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncTask",
  language: "go",
  source: `// asyncTask is a task with a result.
type asyncTask[T any] struct {
	*asyncRoutine
	value T
}

// newAsyncTask starts work as a task.
func newAsyncTask[T any](work func() (T, error)) *asyncTask[T] {
	t := &asyncTask[T]{}
	t.asyncRoutine = newAsyncRoutine(func() (err error) {
		t.value, err = work()
		return err
	})
	return t
}

func (t *asyncTask[T]) outcome() any {
	if t.err != nil {
		return t.err
	}
	return t.value
}

// await gives the result once the task has ended.
func (t *asyncTask[T]) await() (T, error) {
	err := t.wait()
	return t.value, err
}`,
  uses: ["asyncEventLoop"],
});
