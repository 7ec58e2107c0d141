package main

import "fmt"

type Named interface{ Name() string }
type Shape interface {
	Named
	Area() float64
}
type base struct{ name string }

func (b base) Name() string      { return b.name }
func (b *base) Rename(n string)  { b.name = n }
func (b base) Describe() string  { return "I am " + b.name }

type Square struct {
	base
	side float64
}

func (s Square) Area() float64 { return s.side * s.side }

type Logger struct{ prefix string }

func (l *Logger) Log(msg string) { fmt.Println(l.prefix + msg) }

type Service struct {
	*Logger
	Shape
	id int
}
type Log interface{ Log(msg string) }
type Deep struct {
	Service
	extra string
}

func show(n Named) { fmt.Println("name:", n.Name()) }

func main() {
	s := Square{base{"sq"}, 2}
	show(s)
	p := &s
	p.Rename("renamed")
	show(p)
	var sh Shape = s
	fmt.Println(sh.Area(), sh.Name(), s.Describe())
	svc := &Service{Logger: &Logger{"[x] "}, Shape: s, id: 3}
	var l Log = svc
	l.Log("hello")
	show(svc)
	d := Deep{Service: *svc, extra: "e"}
	l = d
	l.Log("deep")
	show(d)
	var any1 any = d
	if n, ok := any1.(Named); ok {
		fmt.Println("is named", n.Name())
	}
	if _, ok := any1.(fmt.Stringer); !ok {
		fmt.Println("no stringer")
	}
}
