package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

type Countdown struct {
	Left int
}

func NewCountdown(start int) *Countdown {
	return &Countdown{Left: start}
}

func (c *Countdown) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for {
			value, ok := c.Next()
			if !ok {
				return
			}
			if !yield(value) {
				return
			}
		}
	}
}

func (c *Countdown) Next() (int, bool) {
	if c.Left == 0 {
		return 0, false
	}
	c.Left--
	return c.Left, true
}

type Shelf struct {
	Items map[string]int
}

func NewShelf() *Shelf {
	return &Shelf{Items: map[string]int{}}
}

func (s *Shelf) Set(name string, count int) {
	s.Items[name] = count
}

func (s *Shelf) At(name string) int {
	return s.Items[name]
}

func (s *Shelf) Contains(name string) bool {
	_, ok := s.Items[name]
	return ok
}

func (s *Shelf) Len() int {
	return len(s.Items)
}

func (s *Shelf) Call(factor int) int {
	return factor * len(s.Items)
}

func (s *Shelf) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, item := range slices.Sorted(maps.Keys(s.Items)) {
			if !yield(item) {
				return
			}
		}
	}
}

func main() {
	shelf := NewShelf()
	shelf.Set("tea", 3)
	shelf.Set("jam", 1)
	shelf.Set("tea", shelf.At("tea")+2)
	value := shelf.At("tea")
	value2 := formatBool(shelf.Contains("jam"))
	value3 := shelf.Len()
	value4 := shelf.Call(10)
	items := []string{}
	for item := range shelf.All() {
		items = append(items, item)
	}
	fmt.Println(value, value2, value3, value4, formatList(items, reprString), formatBool(shelf.Len() > 0))
	result := []int{}
	for n := range NewCountdown(3).All() {
		result = append(result, n)
	}
	value5 := formatList(result, strconv.Itoa)
	total := 0
	for item2 := range NewCountdown(4).All() {
		total += item2
	}
	fmt.Println(value5, total)
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
