package main

import (
	"errors"
	"fmt"
	"sync"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, true
}

type Optional[T any] struct {
	value T
	ok    bool
}

func Some[T any](v T) Optional[T] { return Optional[T]{value: v, ok: true} }
func None[T any]() Optional[T]    { return Optional[T]{} }
func (o Optional[T]) Or(def T) T {
	if o.ok {
		return o.value
	}
	return def
}

type Cache[K comparable, V any] struct {
	mu   sync.Mutex
	data map[K]V
	old  Stack[V]
}

func NewCache[K comparable, V any]() *Cache[K, V] {
	return &Cache[K, V]{data: make(map[K]V)}
}

func (c *Cache[K, V]) Get(k K) (V, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.data[k]
	if !ok {
		var none V
		return none, errors.New("not found")
	}
	return v, nil
}
func (c *Cache[K, V]) Peek(k K) V { return c.data[k] }
func (c *Cache[K, V]) Retire(k K) {
	c.old.Push(c.data[k])
	delete(c.data, k)
}

func First[T any](xs []T, pred func(T) bool) (result T, found bool) {
	for _, x := range xs {
		if pred(x) {
			return x, true
		}
	}
	return
}

func Reduce[T, A any](xs []T, f func(A, T) A) A {
	var acc A
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func Max[T int | float64](xs ...T) (T, error) {
	var zero T
	if len(xs) == 0 {
		return zero, errors.New("empty")
	}
	m := xs[0]
	for _, x := range xs[1:] {
		if x > m {
			m = x
		}
	}
	return m, nil
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func Zip[A, B any](as []A, bs []B) []Pair[A, B] {
	n := max(len(as), len(bs))
	out := make([]Pair[A, B], n)
	for i := range n {
		if i < len(as) {
			out[i].First = as[i]
		}
		if i < len(bs) {
			out[i].Second = bs[i]
		}
	}
	return out
}

func main() {
	s := &Stack[string]{}
	s.Push("a")
	fmt.Println(s.Pop())
	v, ok := s.Pop()
	fmt.Printf("%q %v\n", v, ok)
	var n Stack[int]
	fmt.Println(n.Pop())
	fmt.Println(Some(3).Or(1), None[int]().Or(7), None[string]().value == "", None[float64]().value)
	c := NewCache[string, int]()
	c.data["x"] = 4
	fmt.Println(c.Get("x"))
	got, err := c.Get("y")
	fmt.Println(got, err)
	fmt.Println(c.Peek("zzz"))
	c.Retire("x")
	fmt.Println(c.old.Pop())
	fmt.Println(c.old.Pop())
	fmt.Println(First([]int{1, 2, 3}, func(n int) bool { return n > 1 }))
	fmt.Println(First([]string{"a"}, func(s string) bool { return s == "b" }))
	fmt.Println(Reduce([]int{1, 2, 3}, func(a int, x int) int { return a + x }))
	fmt.Println(Reduce([]int{1, 2, 3}, func(a string, x int) string { return a + fmt.Sprint(x) }))
	fmt.Println(Max(1, 5, 3))
	fmt.Println(Max[float64]())
	fmt.Println(Zip([]int{1, 2}, []string{"x"}))
}
