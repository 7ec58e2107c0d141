package main

import (
	"errors"
	"fmt"
)

var errX = errors.New("x failed")

func g(n int) (int, error) {
	if n < 0 {
		return 0, errX
	}
	if n == 0 {
		panic("zero")
	}
	return n * 2, nil
}

func f(n int) (res int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	v, err := g(n)
	if err != nil {
		return 0, fmt.Errorf("f: %w", err)
	}
	return v + 1, nil
}

func safe(name string, fn func() error) (err error) {
	defer func(label string) {
		r := recover()
		if r == nil {
			return
		}
		if e, ok := r.(error); ok {
			err = fmt.Errorf("%s: %w", label, e)
			return
		}
		err = fmt.Errorf("%s: %v", label, r)
	}(name)
	return fn()
}

func count(n int) int {
	total := 0
	defer func() { fmt.Println("done", total) }()
	for i := range n {
		defer fmt.Println("deferred", i)
		total += i
	}
	return total
}

func ignore(fn func()) {
	defer func() { recover() }()
	fn()
	fmt.Println("not reached on panic")
}

func cleanup(steps []string) (log []string) {
	for _, s := range steps {
		if s == "skip" {
			continue
		}
		defer func() { log = append(log, "undo "+s) }()
	}
	log = append(log, "ran")
	return log
}

func process(items []int) (done int, err error) {
	for _, it := range items {
		func() {
			defer func() {
				if r := recover(); r != nil {
					err = errors.Join(err, fmt.Errorf("item %d: %v", it, r))
				}
			}()
			fmt.Sprint(10 / it)
			done++
		}()
	}
	return
}

func main() {
	fmt.Println(f(2))
	fmt.Println(f(-1))
	_, err := f(-1)
	fmt.Println(errors.Is(err, errX))
	fmt.Println(f(0))
	fmt.Println(safe("a", func() error { return nil }))
	fmt.Println(safe("b", func() error { return errX }))
	fmt.Println(safe("c", func() error { panic("boom") }))
	err = safe("d", func() error { panic(errX) })
	fmt.Println(err, errors.Is(err, errX))
	fmt.Println(count(3))
	ignore(func() { panic(1) })
	ignore(func() {})
	fmt.Println(cleanup([]string{"a", "skip", "b"}))
	n, err := process([]int{1, 0, 2})
	fmt.Println(n, err)
}
