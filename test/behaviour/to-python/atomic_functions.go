package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var nextID int64

func newID() int64 { return atomic.AddInt64(&nextID, 1) }

type Counter struct{ n int64 }

func (c *Counter) Inc() int64 { return atomic.AddInt64(&c.n, 1) }
func (c *Counter) Get() int64 { return atomic.LoadInt64(&c.n) }

func main() {
	fmt.Println(newID(), newID(), atomic.LoadInt64(&nextID))
	c := &Counter{}
	var wg sync.WaitGroup
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); c.Inc() }()
	}
	wg.Wait()
	fmt.Println(c.Get(), c.Inc())
	var flag int32
	if atomic.CompareAndSwapInt32(&flag, 0, 1) {
		fmt.Println("won", flag)
	}
	fmt.Println(atomic.CompareAndSwapInt32(&flag, 0, 1))
	var u atomic.Uint32
	u.Add(3)
	u.Add(^uint32(0))
	fmt.Println(u.Load())
}
