package main

import (
	"errors"
	"fmt"
	"os"
)

type Level int

const (
	Low Level = iota
	High
)

func (l Level) String() string { return [...]string{"low", "high"}[l] }

type inner struct {
	lvl Level
	N   float64
}
type Rec struct {
	Name  string
	Lvl   Level
	In    inner
	Ptr   *inner
	Any   any
	Err   error
	Map   map[string]int
	Bytes []byte
}

type Stack struct{ items []int }

func (s *Stack) String() string { return fmt.Sprintf("Stack%v", s.items) }

func logf(format string, args ...any) {
	fmt.Printf("[log] "+format+"\n", args...)
}
func debug(args ...any) { fmt.Fprintln(os.Stdout, args...) }

type node struct {
	Val  int
	Next *node
}

func main() {
	r := Rec{Name: "a", Lvl: High, In: inner{High, 2.5}, Any: 3.5, Err: errors.New("bad"), Map: map[string]int{"z": 1, "a": 2}, Bytes: []byte("hi")}
	fmt.Println(r)
	fmt.Printf("%v\n%+v\n", r, r)
	fmt.Printf("%d %5d|%-5d|%x|%q\n", []int{1, 2}, []int{1, 22}, [2]int{3, 4}, []int{10, 255}, []string{"a b", "c"})
	fmt.Printf("%6.2f|%v|%8v|%-8v|\n", []float64{1, 2.345}, []float64{1, 2.345}, High, Low)
	fmt.Printf("%s %d %v %x\n", High, High, []Level{Low, High}, High)
	fmt.Printf("%[2]d %[1]s %[2]x\n", "x", 255)
	logf("n=%d s=%s f=%.2f v=%v q=%q t=%t %5d|%-5s|%05.1f", 1, "two", 3.0, []int{1}, "quo", true, 42, "ab", 2.55)
	debug("a", 1, 2.0, nil, High, true)
	s := &Stack{[]int{1, 2}}
	fmt.Println(s, *s)
	fmt.Printf("%v %+v\n", s, *s)
	n := &node{1, nil}
	fmt.Printf("%v %+v\n", *n, *n)
	fmt.Printf("%v %+v\n", n, n)
	var e error
	fmt.Printf("%v %T %T\n", e, r.Map, 2.5)
	fmt.Printf("%#v %#v %#v\n", []string{"a"}, map[string]bool{"t": true}, uint8(7))
	fmt.Printf("%t %v %08b %o %#o %#x %X %c %U %#U\n", true, false, 5, 8, 8, 255, "hi", 'A', 'A', 'ä')
	fmt.Printf("%e %.3e %g %G %.3g %10.3f|%-10.2f|%+d|% d\n", 1234.5678, 0.00012, 1e21, 1e-7, 1234.5678, 3.14159, 2.5, 5, 7)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%v %v\n", struct {
		A int
		B string
	}{1, "x"}, [3]bool{true})
	fmt.Printf("%3d|%-3d|%03d\n", []int{1, 2}, []int{1, 2}, []int{1, 2})
	fmt.Println(fmt.Sprint("a", 1, 2, "b"), fmt.Sprintln("end", 3))
	anys := []any{1, "s", 2.5, true, nil, 'x', []int{1}, High}
	for _, a := range anys {
		fmt.Printf("%v|", a)
	}
	fmt.Println()
	fmt.Println(anys...)
	fmt.Printf("%d%%\n", 50)
	fmt.Printf("%q %v %s\n", errors.New("e\"x"), map[int]string{2: "b", 1: "a"}, []string{"x", "y"})
	fmt.Printf("%x % x %#x %X\n", "hello", []byte{1, 171}, []byte{1, 171}, []byte("az"))
	fmt.Printf("%5t|%-7t|%5s|%.1s|%5q\n", true, false, "é", "éa", "x")
}
