package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Matrix is a grid of numbers.
type Matrix [][]float64

// NewMatrix makes a matrix of zeros.
func NewMatrix(rows, cols int) Matrix {
	m := make(Matrix, rows)
	for i := range m {
		m[i] = make([]float64, cols)
	}
	return m
}

func (m Matrix) Mul(other Matrix) Matrix {
	result := NewMatrix(len(m), len(other[0]))
	for i := range m {
		for j := range other[0] {
			for k := range other {
				result[i][j] += m[i][k] * other[k][j]
			}
		}
	}
	return result
}

func (m Matrix) String() string {
	var sb strings.Builder
	for _, row := range m {
		sb.WriteString(fmt.Sprintf("%v\n", row))
	}
	return sb.String()
}

type Stack []int

func (s *Stack) Push(v int) { *s = append(*s, v) }
func (s *Stack) Pop() (int, bool) {
	if len(*s) == 0 {
		return 0, false
	}
	old := *s
	v := old[len(old)-1]
	*s = old[:len(old)-1]
	return v, true
}
func (s Stack) Len() int { return len(s) }

type State int

const (
	Idle State = iota
	Running
	Done
)

func (s State) String() string {
	switch s {
	case Idle:
		return "idle"
	case Running:
		return "running"
	}
	return fmt.Sprintf("State(%d)", int(s))
}

func (s State) Next() State { return s + 1 }

type Celsius float64

func (c Celsius) Fahrenheit() float64 { return float64(c)*9/5 + 32 }

type Graph map[string][]string

func (g Graph) AddEdge(from, to string) {
	g[from] = append(g[from], to)
}

func (g Graph) Nodes() []string {
	var out []string
	for k := range g {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

type HandlerFunc func(string) string

func (f HandlerFunc) Handle(s string) string { return f(s) }

type Handler interface{ Handle(string) string }

type Counter int

func (c *Counter) Inc()      { *c++ }
func (c *Counter) Add(n int) { *c += Counter(n) }
func (c Counter) Value() int { return int(c) }

type ErrNotFound string

func (e ErrNotFound) Error() string { return "not found: " + string(e) }

type Errs []error

func (e Errs) Error() string {
	parts := make([]string, 0, len(e))
	for _, x := range e {
		parts = append(parts, x.Error())
	}
	return strings.Join(parts, "; ")
}

func find(name string) (int, error) {
	if name == "x" {
		return 0, ErrNotFound(name)
	}
	return len(name), nil
}

func validate(n int) error {
	var errs Errs
	if n < 0 {
		errs = append(errs, errors.New("negative"))
	}
	if n%2 != 0 {
		errs = append(errs, errors.New("odd"))
	}
	if len(errs) > 0 {
		return errs
	}
	return nil
}

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type Weekday uint8

type Task struct {
	Name  string
	State State
}

func main() {
	a := Matrix{{1, 2}, {3, 4}}
	b := a.Mul(Matrix{{0, 1}, {1, 0}})
	fmt.Print(b)
	fmt.Println(b.String() == b.String(), len(a))
	var s Stack
	s.Push(1)
	s.Push(2)
	s.Push(3)
	v, ok := s.Pop()
	fmt.Println(v, ok, s, s.Len(), len(s))
	st := Idle
	fmt.Println(st, Running, st.Next(), Done)
	fmt.Printf("%v %d %s|%-10s|%5d\n", Running, Running, Done, Running, Done)
	fmt.Println(Celsius(100).Fahrenheit(), Celsius(3.5))
	g := Graph{}
	g.AddEdge("a", "b")
	g.AddEdge("a", "c")
	fmt.Println(g.Nodes(), g["a"], len(g), g)
	var h Handler = HandlerFunc(func(s string) string { return strings.ToUpper(s) })
	fmt.Println(h.Handle("abc"), HandlerFunc(strings.TrimSpace).Handle("  z "))
	var c Counter
	c.Inc()
	c.Inc()
	c.Add(5)
	p := &c
	p.Inc()
	d := c
	d.Inc()
	fmt.Println(c, d, c.Value(), c > 3)
	if _, err := find("x"); err != nil {
		fmt.Println("error:", err)
		var nf ErrNotFound
		if errors.As(err, &nf) {
			fmt.Println("nf", string(nf))
		}
	}
	n, err := find("hello")
	fmt.Println(n, err)
	if err := validate(-3); err != nil {
		fmt.Println(err)
	}
	fmt.Println(validate(2))
	words := []string{"pear", "fig", "banana", "kiwi"}
	sort.Sort(byLen(words))
	fmt.Println(words)
	var t Task
	t.Name = "n"
	fmt.Println(t, t.State)
	fmt.Printf("%+v\n", t)
	m := map[State]int{Idle: 1, Running: 2}
	fmt.Println(m[Idle], m)
	var w Weekday = 3
	fmt.Println(w)
}
