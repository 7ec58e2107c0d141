import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "workerThread",
  language: "go",
  source: `// workerThread runs work in a goroutine once it is started, and can be waited for.
type workerThread struct {
	name    string
	work    func() error
	started bool
	ended   chan struct{}
}

func newWorkerThread(name string, work func() error) *workerThread {
	return &workerThread{name: name, work: work, ended: make(chan struct{})}
}

func (t *workerThread) start() {
	t.started = true
	go func() {
		defer close(t.ended)
		if err := t.work(); err != nil {
			log.Printf("exception in thread %s: %v", t.name, err)
		}
	}()
}

func (t *workerThread) join() {
	<-t.ended
}

func (t *workerThread) isAlive() bool {
	select {
	case <-t.ended:
		return false
	default:
		return t.started
	}
}`,
  imports: ["log"],
});
