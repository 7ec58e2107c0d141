import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncWaitAll",
  language: "go",
  source: `// asyncWork is a task, with or without a result.
type asyncWork interface {
	routine() *asyncRoutine
	outcome() any
}

func (r *asyncRoutine) routine() *asyncRoutine {
	return r
}

// outcome gives the error of a task that has ended, or its result.
func (r *asyncRoutine) outcome() any {
	if r.err != nil {
		return r.err
	}
	return nil
}

// asyncWaitAll waits until all tasks have ended, or the first has failed; with tolerant, for all in any case.
func asyncWaitAll[W asyncWork](tasks []W, tolerant bool) error {
	all := &asyncFuture{}
	left := len(tasks)
	var cancelled error
	all.abandon = func() bool {
		found := false
		for _, task := range tasks {
			found = task.routine().cancel() || found
		}
		if found {
			cancelled = &CancelledError{}
		}
		return found
	}
	for _, task := range tasks {
		r := task.routine()
		r.whenDone(func() {
			left--
			if r.err != nil && !tolerant {
				all.finish(r.err)
			} else if left == 0 {
				all.finish(cancelled)
			}
		})
	}
	if left == 0 {
		return nil
	}
	return all.wait()
}`,
  uses: ["asyncEventLoop", "CancelledError"],
});
