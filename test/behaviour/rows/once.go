package main

import (
	"fmt"
	"sync"
)

func main() {
	once := sync.OnceFunc(func() { fmt.Println("set up") })
	once()
	once()
	answer := sync.OnceValue(func() int {
		fmt.Println("computed")
		return 42
	})
	fmt.Println(answer(), answer())
	both := sync.OnceValues(func() (int, error) { return 7, nil })
	value, err := both()
	fmt.Println(value, err)

	var cache sync.Map
	cache.Store("a", 1)
	found, ok := cache.Load("a")
	fmt.Println(found, ok)
	held, loaded := cache.LoadOrStore("a", 2)
	fmt.Println(held, loaded)
	taken, had := cache.LoadAndDelete("a")
	fmt.Println(taken, had)
	cache.Store("b", 2)
	cache.Delete("b")
	cache.Store("c", 3)
	cache.Clear()
	_, ok = cache.Load("c")
	fmt.Println(ok)
}
