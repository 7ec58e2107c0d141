package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func slowest(durations []Pair[string, int]) []Pair[string, int] {
	sorted := slices.Clone(durations)
	slices.SortStableFunc(sorted, func(a Pair[string, int], b Pair[string, int]) int { return cmp.Compare(b.Second, a.Second) })
	return slices.Clone(sorted[:min(2, len(sorted))])
}

func shortest(words []string) []string {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a string, b string) int {
		return cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	})
	return slices.Clone(sorted[:min(3, len(sorted))])
}

func main() {
	fmt.Println(formatList(slowest([]Pair[string, int]{
		{First: "read", Second: 3},
		{First: "write", Second: 9},
		{First: "close", Second: 9},
		{First: "open", Second: 1},
	}), func(item Pair[string, int]) string {
		return fmt.Sprintf("(%s, %s)", reprString(item.First), strconv.Itoa(item.Second))
	}))
	fmt.Println(
		formatList(shortest([]string{"pear", "fig"}), reprString),
		formatList(shortest([]string{"kiwi", "fig", "plum", "date"}), reprString),
	)
}

// Pair holds two values of different types side by side.
type Pair[A, B any] struct {
	First  A
	Second B
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
