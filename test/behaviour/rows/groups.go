package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

func work(ctx context.Context, number int, running, most *atomic.Int32) error {
	now := running.Add(1)
	if now > most.Load() {
		most.Store(now)
	}
	defer running.Add(-1)
	if number == 3 {
		return errors.New("three is bad")
	}
	select {
	case <-time.After(10 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	var running, most atomic.Int32
	group, ctx := errgroup.WithContext(context.Background())
	group.SetLimit(2)
	for number := range 5 {
		group.Go(func() error { return work(ctx, number, &running, &most) })
	}
	fmt.Println(group.Wait(), most.Load() <= 2)

	places := semaphore.NewWeighted(3)
	if err := places.Acquire(context.Background(), 2); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(places.TryAcquire(2), places.TryAcquire(1))
	places.Release(3)
	fmt.Println(places.TryAcquire(3))
}
