package main

import (
	"fmt"
	"sync/atomic"
)

type counters struct {
	hits  int32
	total int64
	small uint32
	large uint64
}

func count(hits *int32, total *int64, small *uint32, large *uint64) {
	atomic.AddInt32(hits, 2)
	atomic.AddInt64(total, 3)
	atomic.AddUint32(small, 4)
	atomic.AddUint64(large, 5)
	fmt.Println(atomic.LoadInt32(hits), atomic.LoadInt64(total), atomic.LoadUint32(small), atomic.LoadUint64(large))
	atomic.StoreInt32(hits, 10)
	atomic.StoreInt64(total, 20)
	atomic.StoreUint32(small, 30)
	atomic.StoreUint64(large, 40)
	fmt.Println(atomic.CompareAndSwapInt32(hits, 10, 11), atomic.CompareAndSwapInt64(total, 21, 22))
	fmt.Println(atomic.CompareAndSwapUint32(small, 30, 31), atomic.CompareAndSwapUint64(large, 41, 42))
}

func main() {
	var flag atomic.Bool
	flag.Store(true)
	fmt.Println(flag.Swap(false), flag.CompareAndSwap(false, true), flag.Load())

	var a atomic.Int32
	a.Store(5)
	fmt.Println(a.Swap(6), a.CompareAndSwap(6, 7), a.Add(2), a.Load())
	var b atomic.Int64
	b.Store(5)
	fmt.Println(b.Swap(6), b.CompareAndSwap(5, 7), b.Add(2), b.Load())
	var c atomic.Uint32
	c.Store(5)
	fmt.Println(c.Swap(6), c.CompareAndSwap(6, 7), c.Add(2), c.Load())
	var d atomic.Uint64
	d.Store(5)
	fmt.Println(d.Swap(6), d.CompareAndSwap(6, 7), d.Add(2), d.Load())

	var hits int32
	var total int64
	var small uint32
	var large uint64
	count(&hits, &total, &small, &large)
	fmt.Println(atomic.LoadInt32(&hits), atomic.LoadInt64(&total), atomic.LoadUint32(&small), atomic.LoadUint64(&large))
}
