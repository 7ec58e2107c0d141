package main

import "fmt"

type P struct {
	X, Y int
	Tags [2]string
}

type Inner struct{ n int }
type Outer struct {
	Inner
	name string
}

func (p P) Set(dx int) {
	p.X = dx
	p.Tags[0] = "t"
	fmt.Println(p)
}

func (p P) Call(dx int) int {
	p.grow()
	return p.X
}
func (p P) Addr() *P {
	return &p
}
func (p P) Loop() int {
	for p.X > 0 {
		p.X--
		p.Y++
	}
	return p.Y
}
func (p P) Replaced() P {
	p = P{X: 9}
	return p
}
func (p P) Tagged(t string) P {
	p.Tags[1] = t
	return p
}
func (p P) Later() func() int {
	return func() int {
		p.X++
		return p.X
	}
}
func (p *P) grow() { p.X *= 10 }
func (o Outer) Bump() int {
	o.n++
	o.Inner.n++
	return o.n
}

type Grid [3]int

func (g Grid) With(i, v int) Grid {
	g[i] = v
	return g
}

type Mover interface{ Loop() int }

func main() {
	p := P{X: 1, Y: 2}
	p.Set(5)
	fmt.Println(p, p.Call(3), p)
	q := p.Addr()
	q.X = 99
	fmt.Println(p, *q)
	var m Mover = p
	fmt.Println(m.Loop(), m.Loop(), p, p.Replaced(), p)
	fmt.Println(p.Tagged("b"), p)
	o := Outer{Inner{1}, "x"}
	fmt.Println(o.Bump(), o.Bump(), o.n)
	f := p.Loop
	fmt.Println(f(), f())
	later := p.Later()
	fmt.Println(later(), later(), p.X)
	var g Grid
	h := g.With(1, 5)
	fmt.Println(g, h)
}
