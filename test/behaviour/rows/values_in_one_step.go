package main

import (
	"fmt"
	"sync/atomic"
)

type settings struct {
	level int
}

func main() {
	var current atomic.Value
	current.Store("first")
	fmt.Println(current.Swap("second"), current.CompareAndSwap("second", "third"), current.Load())

	var shared atomic.Pointer[settings]
	fmt.Println(shared.Load() == nil)
	old := &settings{3}
	shared.Store(old)
	fmt.Println(shared.CompareAndSwap(old, &settings{4}), shared.Load().level)
	fmt.Println(shared.Swap(old).level, shared.Load().level)
}
