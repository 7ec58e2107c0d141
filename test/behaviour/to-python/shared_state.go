package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Stats struct {
	hits   atomic.Int64
	misses atomic.Int32
	ready  atomic.Bool
	last   atomic.Value
	conf   atomic.Pointer[Config]
}

type Config struct{ Name string }

var total int64

func main() {
	var s Stats
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			if n%2 == 0 {
				s.hits.Add(1)
			} else {
				s.misses.Add(1)
			}
			atomic.AddInt64(&total, int64(n))
		}(i)
	}
	wg.Wait()
	fmt.Println(s.hits.Load(), s.misses.Load(), atomic.LoadInt64(&total))
	s.ready.Store(true)
	fmt.Println(s.ready.Load(), s.ready.CompareAndSwap(true, false), s.ready.Load())
	s.last.Store("x")
	if v, ok := s.last.Load().(string); ok {
		fmt.Println("last", v)
	}
	s.conf.Store(&Config{Name: "a"})
	fmt.Println(s.conf.Load().Name)
	old := s.hits.Swap(7)
	fmt.Println(old, s.hits.Load())
	fmt.Println(s.hits.CompareAndSwap(7, 8), s.hits.Load())
	atomic.StoreInt64(&total, 5)
	fmt.Println(total == 5)
	t := time.NewTicker(2 * time.Millisecond)
	n := 0
	for range t.C {
		n++
		if n == 3 {
			t.Stop()
			break
		}
	}
	fmt.Println("ticks", n)
	timer := time.NewTimer(time.Millisecond)
	<-timer.C
	fmt.Println(timer.Stop())
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { done <- true })
	fmt.Println(<-done)
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	sum := 0
	m.Range(func(k, v any) bool { sum += v.(int); return true })
	fmt.Println(sum)
	pool := sync.Pool{New: func() any { return new(Config) }}
	b := pool.Get().(*Config)
	b.Name = "x"
	fmt.Println(len(b.Name))
	pool.Put(b)
}
