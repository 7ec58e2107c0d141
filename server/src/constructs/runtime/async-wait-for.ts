import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncWaitFor",
  language: "go",
  source: `// asyncWaitFor gives the result of work, or a TimeoutError where it takes too long.
func asyncWaitFor[T any](limit time.Duration, work func() (T, error)) (T, error) {
	task := newAsyncTask(work)
	err := task.waitUntil(asyncLoop.after(limit))
	return task.value, err
}

// waitUntil waits until the task has ended; it is cancelled when the limit is reached.
func (r *asyncRoutine) waitUntil(limit *asyncFuture) error {
	first := &asyncFuture{}
	r.whenDone(func() { first.finish(nil) })
	limit.whenDone(func() { first.finish(nil) })
	if err := first.wait(); err != nil {
		r.cancel()
		r.wait()
		return err
	}
	if !r.done {
		r.cancel()
		if err := r.wait(); err == nil {
			return nil
		}
		return &TimeoutError{}
	}
	return r.err
}`,
  uses: ["asyncTask", "TimeoutError"],
  imports: ["time"],
});
