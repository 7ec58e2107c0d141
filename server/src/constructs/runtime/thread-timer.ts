import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "threadTimer",
  language: "go",
  source: `// threadTimer runs work in a goroutine of its own after a while, unless it is cancelled before.
type threadTimer struct {
	*workerThread
	cancelled *threadEvent
}

func newThreadTimer(delay time.Duration, work func() error) *threadTimer {
	cancelled := newThreadEvent()
	return &threadTimer{cancelled: cancelled, workerThread: newWorkerThread("", func() error {
		if cancelled.wait(delay) {
			return nil
		}
		return work()
	})}
}

func (t *threadTimer) cancel() {
	t.cancelled.set()
}
`,
  uses: ["workerThread", "threadEvent"],
  imports: ["time"],
});
