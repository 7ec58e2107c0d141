import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "threadEvent",
  language: "go",
  source: `// threadEvent lets goroutines wait until it is set.
type threadEvent struct {
	mu   sync.Mutex
	flag chan struct{}
}

func newThreadEvent() *threadEvent {
	return &threadEvent{flag: make(chan struct{})}
}

func (e *threadEvent) isSet() bool {
	return e.wait(0)
}

func (e *threadEvent) set() {
	e.mu.Lock()
	defer e.mu.Unlock()
	select {
	case <-e.flag:
	default:
		close(e.flag)
	}
}

func (e *threadEvent) clear() {
	if e.isSet() {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.flag = make(chan struct{})
	}
}

// wait waits until the event is set, but no longer than limit unless that is negative.
func (e *threadEvent) wait(limit time.Duration) bool {
	e.mu.Lock()
	isSet := e.flag
	e.mu.Unlock()
	select {
	case <-isSet:
		return true
	default:
	}
	var over <-chan time.Time
	if limit >= 0 {
		over = time.After(limit)
	}
	select {
	case <-isSet:
		return true
	case <-over:
		return false
	}
}`,
  imports: ["sync", "time"],
});
