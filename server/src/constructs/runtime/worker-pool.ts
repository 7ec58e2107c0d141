import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "workerPool",
  language: "go",
  source: `// workerPool runs work in order on a limited number of goroutines.
type workerPool struct {
	mu      sync.Mutex
	waiting []func()
	running int
	limit   int
	workers sync.WaitGroup
}

func (p *workerPool) run(work func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.waiting = append(p.waiting, work)
	if p.running < p.limit {
		p.running++
		p.workers.Go(p.work)
	}
}

func (p *workerPool) work() {
	for {
		p.mu.Lock()
		if len(p.waiting) == 0 {
			p.running--
			p.mu.Unlock()
			return
		}
		work := p.waiting[0]
		p.waiting = p.waiting[1:]
		p.mu.Unlock()
		work()
	}
}

func (p *workerPool) wait() {
	p.workers.Wait()
}

// poolFuture is the result of work in a pool, once it has ended.
type poolFuture[T any] struct {
	ended chan struct{}
	value T
	err   error
}

// submitWork lets the pool run work.
func submitWork[T any](p *workerPool, work func() (T, error)) *poolFuture[T] {
	f := &poolFuture[T]{ended: make(chan struct{})}
	p.run(func() {
		defer close(f.ended)
		f.value, f.err = work()
	})
	return f
}

func (f *poolFuture[T]) result() (T, error) {
	<-f.ended
	return f.value, f.err
}

func (f *poolFuture[T]) exception() error {
	<-f.ended
	return f.err
}

func (f *poolFuture[T]) isDone() bool {
	select {
	case <-f.ended:
		return true
	default:
		return false
	}
}`,
  imports: ["sync"],
});
