import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncWait",
  language: "go",
  source: `// asyncWait waits until the tasks have ended: all, the first, or the first that fails; but no longer than the limit, if there is one.
func asyncWait[W interface {
	comparable
	asyncWork
}](tasks []W, limit time.Duration, until string) (done, pending map[W]struct{}, err error) {
	enough := &asyncFuture{}
	isEnough := func(r *asyncRoutine) bool {
		return until == "FIRST_COMPLETED" || until == "FIRST_EXCEPTION" && r.err != nil && !r.isCancelled()
	}
	left := 0
	for _, task := range tasks {
		if r := task.routine(); !r.done {
			left++
			r.whenDone(func() {
				if left--; left == 0 || isEnough(r) {
					enough.finish(nil)
				}
			})
		} else if isEnough(r) {
			enough.done = true
		}
	}
	if limit > 0 {
		asyncLoop.after(limit).whenDone(func() { enough.finish(nil) })
	}
	if left > 0 {
		err = enough.wait()
	}
	done, pending = map[W]struct{}{}, map[W]struct{}{}
	for _, task := range tasks {
		if task.routine().done {
			done[task] = struct{}{}
		} else {
			pending[task] = struct{}{}
		}
	}
	return done, pending, err
}`,
  uses: ["asyncWaitAll"],
  imports: ["time"],
});
