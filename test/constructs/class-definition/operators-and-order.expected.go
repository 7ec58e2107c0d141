package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

type Version struct {
	Major int
	Minor int
	Tags  []string
}

func NewVersion(major, minor int) *Version {
	return &Version{Major: major, Minor: minor, Tags: []string{}}
}

func (v *Version) String() string {
	return fmt.Sprintf("Version(major=%d, minor=%d, tags=%s)", v.Major, v.Minor, formatList(v.Tags, reprString))
}

type Money struct {
	Cents int
}

func NewMoney(cents int) *Money {
	return &Money{Cents: cents}
}

func (m *Money) Add(other *Money) *Money {
	return NewMoney(m.Cents + other.Cents)
}

func (m *Money) Less(other *Money) bool {
	return m.Cents < other.Cents
}

func (m *Money) String() string {
	return fmt.Sprintf("%d cents", m.Cents)
}

func main() {
	value3 := slices.MaxFunc([]*Version{NewVersion(1, 2), NewVersion(1, 10), NewVersion(0, 0)}, func(a *Version, b *Version) int {
		return cmp.Or(cmp.Compare(a.Major, b.Major), cmp.Compare(a.Minor, b.Minor))
	}).String()
	value := NewVersion(1, 0)
	value2 := NewVersion(1, 0)
	fmt.Println(value3, formatBool(value.Major == value2.Major && value.Minor == value2.Minor))
	total := NewMoney(0)
	for _, item := range []*Money{NewMoney(3), NewMoney(4)} {
		total = total.Add(item)
	}
	total = total.Add(NewMoney(1))
	fmt.Println(total.String(), formatBool(NewMoney(1).Less(NewMoney(2))))
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
