import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncTimeout",
  language: "go",
  source: `// asyncTimeout runs work, and cancels it when the time is over.
func asyncTimeout(limit time.Duration, work func() error) error {
	me := asyncLoop.running
	timer := asyncLoop.after(limit)
	isExpired, isOver := false, false
	timer.whenDone(func() {
		if !isOver {
			isExpired = true
			me.cancel()
		}
	})
	err := work()
	isOver = true
	if _, ok := err.(*CancelledError); ok && isExpired {
		return &TimeoutError{}
	}
	return err
}`,
  uses: ["asyncEventLoop", "TimeoutError", "CancelledError"],
  imports: ["time"],
});
