package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Stage names a step.
type Stage[In, Out any] func(ctx context.Context, in In) (Out, error)

type Lazy[T any] struct {
	once sync.Once
	val  T
	err  error
	fn   func() (T, error)
}

func NewLazy[T any](fn func() (T, error)) *Lazy[T] { return &Lazy[T]{fn: fn} }

func (l *Lazy[T]) Get() (T, error) {
	l.once.Do(func() { l.val, l.err = l.fn() })
	return l.val, l.err
}

type Registry struct {
	sync.RWMutex
	items map[string]func() any
	hits  atomic.Int32
}

func (r *Registry) Register(name string, f func() any) {
	r.Lock()
	defer r.Unlock()
	if r.items == nil {
		r.items = map[string]func() any{}
	}
	r.items[name] = f
}

func (r *Registry) Make(name string) (any, error) {
	r.RLock()
	f, ok := r.items[name]
	r.RUnlock()
	if !ok {
		return nil, fmt.Errorf("no %q registered", name)
	}
	r.hits.Add(1)
	return f(), nil
}

type ctxKey struct{}
type userKey string

func withUser(ctx context.Context, u string) context.Context {
	return context.WithValue(ctx, ctxKey{}, u)
}

func userOf(ctx context.Context) (string, bool) {
	u, ok := ctx.Value(ctxKey{}).(string)
	return u, ok
}

func mergeAll[T any](ctx context.Context, ins ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	wg.Add(len(ins))
	for _, in := range ins {
		go func(c <-chan T) {
			defer wg.Done()
			for v := range c {
				select {
				case out <- v:
				case <-ctx.Done():
					return
				}
			}
		}(in)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func produce(ctx context.Context, from, to int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := from; i < to; i++ {
			select {
			case ch <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ch
}

type barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	gen   int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) Wait() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	gen := b.gen
	b.count++
	if b.count == b.n {
		b.gen++
		b.count = 0
		b.cond.Broadcast()
		return gen
	}
	for gen == b.gen {
		b.cond.Wait()
	}
	return gen
}

type Pubsub struct {
	mu     sync.RWMutex
	subs   map[string][]chan string
	closed bool
}

func (p *Pubsub) Subscribe(topic string) <-chan string {
	p.mu.Lock()
	defer p.mu.Unlock()
	ch := make(chan string, 4)
	if p.subs == nil {
		p.subs = make(map[string][]chan string)
	}
	p.subs[topic] = append(p.subs[topic], ch)
	return ch
}

func (p *Pubsub) Publish(topic, msg string) int {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.closed {
		return 0
	}
	n := 0
	for _, ch := range p.subs[topic] {
		ch <- msg
		n++
	}
	return n
}

func (p *Pubsub) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.closed = true
	for _, subs := range p.subs {
		for _, ch := range subs {
			close(ch)
		}
	}
}

func double(ctx context.Context, n int) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	return n * 2, nil
}

func apply[In, Out any](ctx context.Context, s Stage[In, Out], ins []In) ([]Out, error) {
	outs := make([]Out, 0, len(ins))
	for _, in := range ins {
		o, err := s(ctx, in)
		if err != nil {
			return outs, fmt.Errorf("stage: %w", err)
		}
		outs = append(outs, o)
	}
	return outs, nil
}

func firstError(fns ...func() error) error {
	errc := make(chan error, len(fns))
	for _, fn := range fns {
		go func() { errc <- fn() }()
	}
	var first error
	for range fns {
		if err := <-errc; err != nil && first == nil {
			first = err
		}
	}
	return first
}

func main() {
	calls := 0
	l := NewLazy(func() (string, error) { calls++; return "value", nil })
	for range 3 {
		v, err := l.Get()
		fmt.Println(v, err, calls)
	}
	bad := NewLazy(func() (int, error) { return 0, errors.New("init failed") })
	_, err := bad.Get()
	fmt.Println(err)

	var r Registry
	r.Register("n", func() any { return 7 })
	v, err := r.Make("n")
	fmt.Println(v, err, r.hits.Load())
	_, err = r.Make("m")
	fmt.Println(err)

	ctx := withUser(context.Background(), "ann")
	if u, ok := userOf(ctx); ok {
		fmt.Println("user", u)
	}
	_, ok := userOf(context.Background())
	fmt.Println(ok, ctx.Value(userKey("x")) == nil)

	cctx, cancel := context.WithCancel(ctx)
	sum := 0
	for v := range mergeAll(cctx, produce(cctx, 0, 5), produce(cctx, 10, 13)) {
		sum += v
	}
	fmt.Println("sum", sum)
	outs, err := apply(cctx, double, []int{1, 2, 3})
	fmt.Println(outs, err)
	cancel()
	outs, err = apply(cctx, double, []int{1})
	fmt.Println(outs, err, errors.Is(err, context.Canceled))

	b := newBarrier(3)
	var wg sync.WaitGroup
	gens := make([]int, 3)
	for i := range 3 {
		wg.Go(func() {
			b.Wait()
			gens[i] = b.Wait()
		})
	}
	wg.Wait()
	fmt.Println(gens)

	ps := &Pubsub{}
	a, c := ps.Subscribe("t"), ps.Subscribe("t")
	fmt.Println(ps.Publish("t", "hello"), ps.Publish("x", "none"))
	ps.Close()
	ps.Close()
	for m := range a {
		fmt.Println("a", m)
	}
	m, open := <-c
	fmt.Println(m, open)
	m, open = <-c
	fmt.Printf("%q %v\n", m, open)
	fmt.Println(ps.Publish("t", "late"))

	fmt.Println(firstError(
		func() error { time.Sleep(2 * time.Millisecond); return nil },
		func() error { time.Sleep(time.Millisecond); return errors.New("second") },
	))
	dctx, dcancel := context.WithDeadline(context.Background(), time.Now().Add(2*time.Millisecond))
	defer dcancel()
	select {
	case <-dctx.Done():
		fmt.Println(dctx.Err())
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	stopped := context.AfterFunc(dctx, func() { fmt.Println("after") })
	time.Sleep(2 * time.Millisecond)
	fmt.Println(stopped())
	var counter atomic.Int64
	results := make(chan int64, 10)
	for range 10 {
		go func() { results <- counter.Add(1) }()
	}
	total := int64(0)
	for range 10 {
		total += <-results
	}
	fmt.Println(total, counter.Load())
	heartbeat := time.NewTicker(time.Millisecond)
	defer heartbeat.Stop()
	deadline := time.After(5 * time.Millisecond)
	beats := 0
loop:
	for {
		select {
		case <-heartbeat.C:
			beats++
			if beats == 2 {
				break loop
			}
		case <-deadline:
			break loop
		}
	}
	fmt.Println("beats", beats)
}
