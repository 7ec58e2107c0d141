package main

import (
	"errors"
	"fmt"
	"sort"
)

type Config struct {
	Name    string
	Timeout *int
	Tags    []string
}

func intPtr(v int) *int { return &v }

func inc(p *int) { *p++ }

func swap(a, b *int) { *a, *b = *b, *a }

func push(xs *[]string, s string) { *xs = append(*xs, s) }

type Node struct {
	Val         int
	Left, Right *Node
}

func insert(root **Node, v int) {
	if *root == nil {
		*root = &Node{Val: v}
		return
	}
	if v < (*root).Val {
		insert(&(*root).Left, v)
	} else {
		insert(&(*root).Right, v)
	}
}

func walk(n *Node, out *[]int) {
	if n == nil {
		return
	}
	walk(n.Left, out)
	*out = append(*out, n.Val)
	walk(n.Right, out)
}

type stats struct{ hits, misses int }

func memo(f func(int) int) (func(int) int, *int) {
	misses := 0
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		misses++
		cache[n] = f(n)
		return cache[n]
	}, &misses
}

func parse(s string) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parse %q: %v", s, r)
		}
	}()
	if s == "" {
		panic("empty")
	}
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n, nil
}

var ErrBad = errors.New("bad")

func main() {
	c := Config{Name: "a", Timeout: intPtr(5)}
	if c.Timeout != nil {
		fmt.Println("timeout", *c.Timeout)
	}
	d := Config{Name: "b"}
	fmt.Println(d.Timeout == nil)
	x := 1
	inc(&x)
	p := &x
	*p += 10
	fmt.Println(x, *p)
	y := 7
	swap(&x, &y)
	fmt.Println(x, y)
	var names []string
	push(&names, "z")
	push(&names, "y")
	sort.Strings(names)
	fmt.Println(names, len(names))
	var root *Node
	for _, v := range []int{5, 2, 8, 1} {
		insert(&root, v)
	}
	var out []int
	walk(root, &out)
	fmt.Println(out)
	var s stats
	inc(&s.hits)
	inc(&s.hits)
	arr := []int{1, 2, 3}
	inc(&arr[1])
	fmt.Println(s, arr)
	sq, misses := memo(func(n int) int { return n * n })
	fmt.Println(sq(3), sq(3), sq(4), *misses)
	fmt.Println(parse("42"))
	_, err := parse("")
	fmt.Println(err)
	tests := []struct {
		in   string
		want int
	}{{"1", 1}, {"22", 22}}
	for _, tt := range tests {
		got, _ := parse(tt.in)
		fmt.Println(tt.in, got == tt.want)
	}
	pt := struct{ X, Y int }{1, 2}
	fmt.Println(pt.X+pt.Y, pt)
	fmt.Printf("%T %T %T\n", x, names, 2.5)
	fmt.Printf("%q %v %+v\n", names, s, s)
	fmt.Printf("%#v %#v\n", names, "q")
	fmt.Printf("%5t|%-5t|%08.3f|%+d|%x|%X|%o|%b|%e|%g\n", true, false, 3.14159, 5, 255, 255, 8, 5, 12345.678, 1e21)
	fmt.Printf("%6.2f|%-8s|%8s|%q|%c|%U|%3c|%-4d|\n", 2.5, "ab", "cd", 'x', 'y', 'z', 'w', 7)
	fmt.Printf("%s %v %d\n", []string{"a", "b"}, []byte("hi"), []int{1, 2})
	fmt.Printf("%v %v\n", map[string]int{"b": 1, "a": 2}, errors.Join(ErrBad, errors.New("worse")))
	var e error
	fmt.Println(e, nil == e)
	fmt.Printf("%*d|%-*d|\n", 5, 42, 4, 7)
}
