package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

type Box[T any] struct {
	Value T
}

func NewBox[T any](value T) *Box[T] {
	return &Box[T]{Value: value}
}

func mapBox[T any, U any](b *Box[T], convert func(T) U) *Box[U] {
	return NewBox[U](convert(b.Value))
}

type Audit struct {
	Entries []string
}

func NewAudit() *Audit {
	return &Audit{Entries: []string{}}
}

func watchAudit[T any](a *Audit, label string, action func() (T, error)) (T, error) {
	value, err := action()
	if err != nil {
		a.Entries = append(a.Entries, label+": "+err.Error())
		return *new(T), err
	}
	a.Entries = append(a.Entries, label+": ok")
	return value, nil
}

func parse(text string) (int, error) {
	value, err := parseGrouped(text)
	if err != nil {
		return 0, errors.New("invalid literal for int() with base 10: " + reprString(text))
	}
	return value, nil
}

func run() {
	fmt.Println(mapBox(NewBox[int](3), func(n int) string { return strings.Repeat("x", max(n, 0)) }).Value)
	audit := NewAudit()
	var text string
	for _, text = range []string{"1_000", "4", "one"} {
		value2, err := watchAudit(audit, text, func() (int, error) { return parse(text) })
		if err != nil {
			fmt.Println("no number")
		} else {
			fmt.Println(value2)
		}
	}
	fmt.Println(formatList(audit.Entries, reprString))
}

func main() {
	run()
}

// formatList writes a list as Python does.
func formatList[T any](list []T, repr func(T) string) string {
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = repr(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// parseGrouped reads a decimal number whose digits may be grouped by underscores.
func parseGrouped(text string) (int, error) {
	digits := strings.TrimSpace(text)
	for _, group := range strings.Split(strings.TrimLeft(digits, "+-"), "_") {
		if group == "" {
			return 0, strconv.ErrSyntax
		}
	}
	return strconv.Atoi(strings.ReplaceAll(digits, "_", ""))
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
