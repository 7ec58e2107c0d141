package main

import (
	"fmt"
	"time"
)

type Source interface{ Next() int }

type Fast struct{ n int }

func (f *Fast) Next() int { f.n++; return f.n }

type Slow struct{ n int }

func (s *Slow) Next() int { time.Sleep(time.Millisecond); s.n += 10; return s.n }

func total(ss []Source) int {
	t := 0
	for _, s := range ss {
		t += s.Next()
	}
	return t
}

func apply(xs []int, f func(int) int) []int {
	var out []int
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func main() {
	fmt.Println(total([]Source{&Fast{}, &Slow{}}))
	f := Fast{}
	fmt.Println(f.Next())
	fmt.Println(apply([]int{1, 2}, func(n int) int { time.Sleep(time.Millisecond); return n * 2 }))
	fmt.Println(apply([]int{1, 2}, func(n int) int { return n * 3 }))
	time.Sleep(time.Duration(f.n) * time.Millisecond)
	d := 2 * time.Millisecond
	time.Sleep(d)
}
