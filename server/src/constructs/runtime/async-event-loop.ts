import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncEventLoop",
  language: "go",
  source: `// asyncEventLoop runs goroutines as asyncio runs tasks: one at a time, in a fixed order, each until it waits.
type asyncEventLoop struct {
	ready    []asyncStep
	timers   []asyncTimer
	running  *asyncRoutine
	finished chan func()
	tasks    []*asyncRoutine
}

// asyncStep is something to call, or a routine that goes on.
type asyncStep struct {
	call    func()
	routine *asyncRoutine
}

type asyncTimer struct {
	due    time.Time
	future *asyncFuture
}

// asyncLoop runs all tasks; main is the first of them.
var asyncLoop = asyncEventLoop{running: &asyncRoutine{wake: make(chan struct{}, 1)}, finished: make(chan func())}

// next hands over to the routine that is to go on.
func (l *asyncEventLoop) next() {
	for {
		if len(l.ready) == 0 {
			var due <-chan time.Time
			if len(l.timers) > 0 {
				due = time.After(time.Until(l.timers[0].due))
			}
			select {
			case <-due:
			case call := <-l.finished:
				call()
			}
		}
		for len(l.timers) > 0 && !l.timers[0].due.After(time.Now()) {
			timer := l.timers[0]
			l.timers = l.timers[1:]
			l.ready = append(l.ready, asyncStep{call: func() { timer.future.finish(nil) }})
		}
		if len(l.ready) == 0 {
			continue
		}
		step := l.ready[0]
		l.ready = l.ready[1:]
		if step.routine != nil {
			l.running = step.routine
			step.routine.wake <- struct{}{}
			return
		}
		step.call()
	}
}

// after gives a future that is done after a while.
func (l *asyncEventLoop) after(delay time.Duration) *asyncFuture {
	timer := asyncTimer{time.Now().Add(delay), &asyncFuture{}}
	at, _ := slices.BinarySearchFunc(l.timers, timer, func(a, b asyncTimer) int {
		if a.due.After(b.due) {
			return 1
		}
		return -1
	})
	l.timers = slices.Insert(l.timers, at, timer)
	return timer.future
}

// asyncFuture is done at some time; then what waits for it goes on.
type asyncFuture struct {
	done    bool
	err     error
	then    []asyncStep
	abandon func() bool
}

func (f *asyncFuture) finish(err error) {
	if !f.done {
		f.done, f.err = true, err
		asyncLoop.ready = append(asyncLoop.ready, f.then...)
	}
}

// whenDone calls work when the future is done.
func (f *asyncFuture) whenDone(work func()) {
	if f.done {
		asyncLoop.ready = append(asyncLoop.ready, asyncStep{call: work})
	} else {
		f.then = append(f.then, asyncStep{call: work})
	}
}

// wait lets other tasks run until the future is done.
func (f *asyncFuture) wait() error {
	if f.done {
		return f.err
	}
	me := asyncLoop.running
	f.then = append(f.then, asyncStep{routine: me})
	if me.mustCancel {
		me.mustCancel = !f.cancel()
	}
	me.waitsFor = f
	err := asyncLoop.park()
	me.waitsFor = nil
	if err != nil {
		return err
	}
	return f.err
}

func (f *asyncFuture) cancel() bool {
	if f.done {
		return false
	}
	if f.abandon != nil {
		return f.abandon()
	}
	f.finish(&CancelledError{})
	return true
}

// park lets other tasks run until the running one is called upon again.
func (l *asyncEventLoop) park() error {
	me := l.running
	l.next()
	<-me.wake
	if me.mustCancel {
		me.mustCancel = false
		return &CancelledError{}
	}
	return nil
}

// asyncSleep lets other tasks run for a while, or for one turn.
func asyncSleep(delay time.Duration) error {
	if delay > 0 {
		return asyncLoop.after(delay).wait()
	}
	asyncLoop.ready = append(asyncLoop.ready, asyncStep{routine: asyncLoop.running})
	return asyncLoop.park()
}

// asyncRoutine is a goroutine that runs when the loop lets it.
type asyncRoutine struct {
	asyncFuture
	wake       chan struct{}
	waitsFor   *asyncFuture
	mustCancel bool
}

// newAsyncRoutine starts work as a task.
func newAsyncRoutine(work func() error) *asyncRoutine {
	r := &asyncRoutine{wake: make(chan struct{}, 1)}
	r.abandon = r.cancel
	asyncLoop.tasks = append(asyncLoop.tasks, r)
	asyncLoop.ready = append(asyncLoop.ready, asyncStep{routine: r})
	go func() {
		<-r.wake
		if r.mustCancel {
			r.finish(&CancelledError{})
		} else {
			r.finish(work())
		}
		asyncLoop.next()
	}()
	return r
}

// cancel makes what the task waits for, or will wait for next, fail with a CancelledError.
func (r *asyncRoutine) cancel() bool {
	if r.done {
		return false
	}
	if r.wake == nil {
		r.finish(&CancelledError{})
	} else {
		r.mustCancel = r.waitsFor == nil || !r.waitsFor.cancel()
	}
	return true
}

func (r *asyncRoutine) isCancelled() bool {
	_, ok := r.err.(*CancelledError)
	return ok
}`,
  uses: ["CancelledError"],
  imports: ["slices", "time"],
});
