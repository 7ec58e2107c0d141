package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

type Point struct {
	X int
	Y int
}

func NewPoint(x, y int) Point {
	return Point{X: x, Y: y}
}

func (p Point) Moved(dx int) Point {
	return NewPoint(p.X+dx, p.Y)
}

func (p Point) String() string {
	return fmt.Sprintf("Point(x=%d, y=%d)", p.X, p.Y)
}

type Node struct {
	Key   int
	Left  *Node
	Right *Node
}

func NewNode(key int, left, right *Node) *Node {
	return &Node{Key: key, Left: left, Right: right}
}

type Tree struct {
	Root *Node
	Size int
}

func NewTree() *Tree {
	return &Tree{Root: nil, Size: 0}
}

func (t *Tree) Insert(key int) {
	t.Size++
	if t.Root == nil {
		t.Root = NewNode(key, nil, nil)
		return
	}
	node := t.Root
	for {
		if key < node.Key {
			if node.Left == nil {
				node.Left = NewNode(key, nil, nil)
				return
			}
			node = node.Left
		} else {
			if node.Right == nil {
				node.Right = NewNode(key, nil, nil)
				return
			}
			node = node.Right
		}
	}
}

func (t *Tree) Walk(node *Node) []int {
	if node == nil {
		return []int{}
	}
	return slices.Concat(t.Walk(node.Left), []int{node.Key}, t.Walk(node.Right))
}

type Base struct {
	Name string
}

func (b *Base) String() string {
	return "Base(" + "name=" + reprString(b.Name) + ")"
}

type Derived struct {
	Base
	Size  int
	Tags  []string
	Label string
}

func NewDerived(name string, size int, tags []string) *Derived {
	d := &Derived{Base: Base{Name: name}, Size: size, Tags: tags}
	d.postInit()
	return d
}

func (d *Derived) postInit() {
	d.Label = fmt.Sprintf("%s/%d", d.Name, d.Size)
}

func (d *Derived) String() string {
	return fmt.Sprintf("Derived(name=%s, size=%d, tags=%s)", reprString(d.Name), d.Size, formatList(d.Tags, reprString))
}

func main() {
	t := NewTree()
	for _, k := range []int{5, 2, 8, 1} {
		t.Insert(k)
	}
	fmt.Println(formatList(t.Walk(t.Root), strconv.Itoa), t.Size)
	p := NewPoint(1, 0)
	fmt.Println(p.String(), p.Moved(3).String(), formatBool(p == NewPoint(1, 0)), p.X+p.Y)
	d := NewDerived("a", 1, []string{"t"})
	value3 := d.String()
	value4 := d.Label
	value := NewDerived("b", 2, []string{})
	value2 := NewDerived("b", 2, []string{})
	fmt.Println(
		value3,
		value4,
		formatBool(value.Name == value2.Name && value.Size == value2.Size && slices.Equal(value.Tags, value2.Tags)),
	)
}

// formatBool writes True or False.
func formatBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// formatList writes a list as Python does.
func formatList[T any](list []T, repr func(T) string) string {
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = repr(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// reprString writes a string as a Python literal.
func reprString(text string) string {
	quote := "'"
	if strings.Contains(text, "'") && !strings.Contains(text, "\"") {
		quote = "\""
	}
	var literal strings.Builder
	literal.WriteString(quote)
	for _, r := range text {
		switch {
		case string(r) == quote || r == '\\':
			literal.WriteString("\\" + string(r))
		case r == '\n':
			literal.WriteString("\\n")
		case r == '\r':
			literal.WriteString("\\r")
		case r == '\t':
			literal.WriteString("\\t")
		case unicode.IsPrint(r):
			literal.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&literal, "\\x%02x", r)
		case r < 0x10000:
			fmt.Fprintf(&literal, "\\u%04x", r)
		default:
			fmt.Fprintf(&literal, "\\U%08x", r)
		}
	}
	return literal.String() + quote
}
