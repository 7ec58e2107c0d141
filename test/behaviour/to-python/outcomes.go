package main

import (
	"errors"
	"fmt"
	"strconv"
)

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
func Or[T any](v T, err error) func(T) T {
	return func(d T) T {
		if err != nil {
			return d
		}
		return v
	}
}
func load(p string) (string, error) {
	if p == "" {
		return "", errors.New("no path")
	}
	return p, nil
}

type pair struct {
	v   int
	err error
}

func First[T any](xs []T) (T, bool) {
	var zero T
	if len(xs) == 0 {
		return zero, false
	}
	return xs[0], true
}
func MapErr[T, U any](xs []T, f func(T) (U, error)) ([]U, error) {
	var out []U
	for i, x := range xs {
		u, err := f(x)
		if err != nil {
			return nil, fmt.Errorf("item %d: %w", i, err)
		}
		out = append(out, u)
	}
	return out, nil
}

type Cache[K comparable, V any] struct {
	data map[K]V
}

func NewCache[K comparable, V any]() *Cache[K, V] { return &Cache[K, V]{data: make(map[K]V)} }
func (c *Cache[K, V]) Get(k K) (V, bool) {
	v, ok := c.data[k]
	return v, ok
}
func (c *Cache[K, V]) Put(k K, v V) { c.data[k] = v }
func (c *Cache[K, V]) Pop(k K) V {
	v := c.data[k]
	delete(c.data, k)
	return v
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }
func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, errors.New("empty stack")
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}
func (s *Stack[T]) Peek() T {
	if len(s.items) == 0 {
		var zero T
		return zero
	}
	return s.items[len(s.items)-1]
}

func Sum[T int | float64](xs ...T) T {
	var total T
	for _, x := range xs {
		total += x
	}
	return total
}

func main() {
	fmt.Println(Must(strconv.Atoi("12")), Or(strconv.Atoi("x"))(7))
	fmt.Println(load("a"))
	fmt.Println(load(""))
	fmt.Println(strconv.Atoi("zz"))
	p := pair{}
	p.v, p.err = strconv.Atoi("9")
	fmt.Println(p.v, p.err)
	fmt.Println(First([]int{}))
	fmt.Println(First([]string{"a"}))
	s, ok := First([]string{})
	fmt.Printf("%q %v\n", s, ok)
	out, err := MapErr([]string{"1", "b"}, strconv.Atoi)
	fmt.Println(out, err)
	c := NewCache[string, float64]()
	c.Put("a", 2.5)
	v, ok := c.Get("b")
	fmt.Println(v, ok, c.Pop("a"), c.Pop("a"))
	st := &Stack[string]{}
	st.Push("x")
	fmt.Println(st.Pop())
	fmt.Println(st.Pop())
	fmt.Printf("%q\n", st.Peek())
	si := Stack[int]{}
	fmt.Println(si.Peek(), Sum(1, 2, 3), Sum(0.5, 1), Sum[int]())
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	Must(strconv.ParseBool("maybe"))
}
