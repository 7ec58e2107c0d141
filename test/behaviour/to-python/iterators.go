package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	val  T
	next *node[T]
}

func (l *List[T]) Push(v T) {
	l.head = &node[T]{v, l.head}
	l.size++
}

// All iterates over the values.
func (l *List[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for n := l.head; n != nil; n = n.next {
			if !yield(n.val) {
				return
			}
		}
	}
}

func (l *List[T]) Each(yield func(T) bool) {
	for n := l.head; n != nil; n = n.next {
		if !yield(n.val) {
			break
		}
	}
}

type Tree struct {
	left, right *Tree
	val         int
}

func (t *Tree) Insert(v int) *Tree {
	if t == nil {
		return &Tree{val: v}
	}
	if v < t.val {
		t.left = t.left.Insert(v)
	} else {
		t.right = t.right.Insert(v)
	}
	return t
}

func (t *Tree) push(yield func(int) bool) bool {
	if t == nil {
		return true
	}
	return t.left.push(yield) && yield(t.val) && t.right.push(yield)
}

func (t *Tree) All() iter.Seq[int] {
	return func(yield func(int) bool) { t.push(yield) }
}

func Filter[T any](seq iter.Seq[T], pred func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if pred(v) && !yield(v) {
				return
			}
		}
	}
}

func Map[T, U any](seq iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for v := range seq {
			if !yield(f(v)) {
				return
			}
		}
	}
}

func Take[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range seq {
			if !yield(v) {
				return
			}
			i++
			if i >= n {
				return
			}
		}
	}
}

func Enumerate[T any](xs []T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i, x := range xs {
			if !yield(i, x) {
				return
			}
		}
	}
}

func naturals(yield func(int) bool) {
	for i := 0; ; i++ {
		if !yield(i) {
			return
		}
	}
}

func lines(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		defer fmt.Println("closed")
		no := 0
		for line := range strings.SplitSeq(text, "\n") {
			no++
			if line == "" {
				continue
			}
			if !yield(no, line) {
				return
			}
		}
	}
}

func find(seq iter.Seq[int], want int) (int, bool) {
	for v := range seq {
		if v == want {
			return v, true
		}
	}
	return 0, false
}

func main() {
	l := &List[string]{}
	l.Push("a")
	l.Push("b")
	for v := range l.All() {
		fmt.Println(v)
	}
	for v := range l.Each {
		fmt.Println("each", v)
		break
	}
	var t *Tree
	for _, v := range []int{5, 2, 8, 1} {
		t = t.Insert(v)
	}
	for v := range t.All() {
		if v > 5 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(Map(Filter(t.All(), func(n int) bool { return n%2 == 0 }), func(n int) string { return fmt.Sprint("#", n) })))
	fmt.Println(slices.Collect(Take(naturals, 4)))
	for i, s := range Enumerate([]string{"x", "y"}) {
		fmt.Println(i, s)
	}
	for no, line := range lines("one\n\nthree\nfour") {
		fmt.Println(no, line)
		if no == 3 {
			break
		}
	}
	fmt.Println(find(t.All(), 8))
	next, stop := iter.Pull(l.All())
	defer stop()
	for {
		v, ok := next()
		if !ok {
			break
		}
		fmt.Println("pulled", v)
	}
	m := map[string]int{"b": 2, "a": 1}
	keys := slices.Sorted(maps.Keys(m))
	fmt.Println(keys)
	count := 0
	t.All()(func(v int) bool {
		count += v
		return v < 5
	})
	fmt.Println(count)
	for i := range Take(naturals, 2) {
		fmt.Println(i)
	}
}
