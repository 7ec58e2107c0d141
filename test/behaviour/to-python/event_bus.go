package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

// Event is what the bus carries.
type Event struct {
	Topic   string
	Payload any
}

type Handler func(ctx context.Context, e Event) error

type Bus struct {
	mu       sync.RWMutex
	handlers map[string][]Handler
	log      []string
}

func NewBus() *Bus { return &Bus{handlers: make(map[string][]Handler)} }

func (b *Bus) Subscribe(topic string, h Handler) func() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.handlers[topic] = append(b.handlers[topic], h)
	idx := len(b.handlers[topic]) - 1
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.handlers[topic][idx] = nil
	}
}

func (b *Bus) Publish(ctx context.Context, e Event) error {
	b.mu.RLock()
	hs := append([]Handler(nil), b.handlers[e.Topic]...)
	b.mu.RUnlock()
	var errs []error
	for _, h := range hs {
		if h == nil {
			continue
		}
		if err := h(ctx, e); err != nil {
			errs = append(errs, fmt.Errorf("topic %s: %w", e.Topic, err))
		}
	}
	return errors.Join(errs...)
}

type Task struct {
	ID       int
	Duration time.Duration
	Fail     bool
}

type Result struct {
	TaskID int
	Out    string
	Err    error
}

var ErrTask = errors.New("task failed")

func run(ctx context.Context, t Task) (string, error) {
	select {
	case <-time.After(t.Duration):
		if t.Fail {
			return "", fmt.Errorf("task %d: %w", t.ID, ErrTask)
		}
		return fmt.Sprintf("task-%d", t.ID), nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func pool(ctx context.Context, workers int, tasks []Task) []Result {
	jobs := make(chan Task)
	results := make(chan Result, len(tasks))
	var wg sync.WaitGroup
	for w := 1; w <= workers; w++ {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			for t := range jobs {
				out, err := run(ctx, t)
				results <- Result{TaskID: t.ID, Out: out, Err: err}
			}
		}(w)
	}
	go func() {
		defer close(jobs)
		for _, t := range tasks {
			select {
			case jobs <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	wg.Wait()
	close(results)
	var all []Result
	for r := range results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].TaskID < all[j].TaskID })
	return all
}

func retry(ctx context.Context, attempts int, base time.Duration, fn func(context.Context) error) error {
	var err error
	for i := 0; i < attempts; i++ {
		if err = fn(ctx); err == nil {
			return nil
		}
		select {
		case <-time.After(base << i):
		case <-ctx.Done():
			return fmt.Errorf("retry: %w", ctx.Err())
		}
	}
	return fmt.Errorf("after %d attempts: %w", attempts, err)
}

type Limiter struct {
	tokens chan struct{}
	stop   chan struct{}
}

func NewLimiter(n int, every time.Duration) *Limiter {
	l := &Limiter{tokens: make(chan struct{}, n), stop: make(chan struct{})}
	for i := 0; i < n; i++ {
		l.tokens <- struct{}{}
	}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case l.tokens <- struct{}{}:
				default:
				}
			case <-l.stop:
				return
			}
		}
	}()
	return l
}

func (l *Limiter) Wait(ctx context.Context) error {
	select {
	case <-l.tokens:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (l *Limiter) Close() { close(l.stop) }

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()

	bus := NewBus()
	var got []string
	unsub := bus.Subscribe("user", func(ctx context.Context, e Event) error {
		got = append(got, fmt.Sprintf("%s=%v", e.Topic, e.Payload))
		return nil
	})
	bus.Subscribe("user", func(ctx context.Context, e Event) error {
		return errors.New("handler broke")
	})
	if err := bus.Publish(ctx, Event{"user", 42}); err != nil {
		fmt.Println("publish:", err)
	}
	unsub()
	_ = bus.Publish(ctx, Event{Topic: "user", Payload: "again"})
	fmt.Println(strings.Join(got, ","))

	tasks := []Task{{1, time.Millisecond, false}, {2, 2 * time.Millisecond, true}, {3, time.Millisecond, false}}
	for _, r := range pool(ctx, 2, tasks) {
		if r.Err != nil {
			fmt.Println(r.TaskID, "error:", r.Err, errors.Is(r.Err, ErrTask))
			continue
		}
		fmt.Println(r.TaskID, r.Out)
	}

	n := 0
	err := retry(ctx, 4, time.Millisecond, func(context.Context) error {
		n++
		if n < 3 {
			return fmt.Errorf("try %d", n)
		}
		return nil
	})
	fmt.Println("retry:", n, err)
	err = retry(ctx, 2, time.Millisecond, func(context.Context) error { return ErrTask })
	fmt.Println(err, errors.Is(err, ErrTask))

	l := NewLimiter(2, 2*time.Millisecond)
	defer l.Close()
	for i := range 4 {
		if err := l.Wait(ctx); err != nil {
			fmt.Println("limit", err)
		}
		fmt.Println("granted", i)
	}
	short, stop := context.WithTimeout(ctx, 3*time.Millisecond)
	defer stop()
	_, err = run(short, Task{ID: 9, Duration: time.Minute})
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		fmt.Println("deadline:", err)
	case errors.Is(err, context.Canceled):
		fmt.Println("canceled")
	default:
		fmt.Println("?", err)
	}
}
