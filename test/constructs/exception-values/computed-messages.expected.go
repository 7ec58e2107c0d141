// Validation errors that compute their message.
package main

import (
	"errors"
	"fmt"
	"log"
	"slices"
	"strings"
	"unicode"
)

type ValidationError struct {
	ValueError
	FieldName string
	Problems  []string
}

func NewValidationError(fieldName string, problems []string) *ValidationError {
	v := &ValidationError{}
	text := strings.Join(problems, "; ")
	if len(problems) > 1 {
		text = fmt.Sprintf("%d problems: %s", len(problems), text)
	}
	v.Message = fieldName + ": " + text
	v.FieldName = fieldName
	v.Problems = slices.Clone(problems)
	return v
}

func (v *ValidationError) Error() string {
	return "<" + v.FieldName + "> " + v.Message
}

// As finds the ValueError that a ValidationError is.
func (v *ValidationError) As(target any) bool {
	if base, ok := target.(**ValueError); ok {
		*base = &v.ValueError
		return true
	}
	return false
}

type LimitError struct {
	Limit  int
	Actual int
}

func NewLimitError(limit int, actual int) *LimitError {
	return &LimitError{Limit: limit, Actual: actual}
}

func (l *LimitError) Error() string {
	return fmt.Sprintf("limit %d exceeded by %d", l.Limit, l.Over())
}

func (l *LimitError) Over() int {
	return l.Actual - l.Limit
}

type Report struct {
	Errors []error
}

func NewReport() *Report {
	return &Report{Errors: []error{}}
}

func (r *Report) Add(exc error) {
	r.Errors = append(r.Errors, exc)
}

func (r *Report) Summary() []string {
	result := []string{}
	for _, e := range r.Errors {
		result = append(result, exceptionName(e)+"="+e.Error())
	}
	return result
}

func check(name string, age int) error {
	problems := []string{}
	if name == "" {
		problems = append(problems, "empty")
	}
	if name != strings.TrimSpace(name) {
		problems = append(problems, "blanks around")
	}
	if len(problems) > 0 {
		return NewValidationError("name", problems)
	}
	if age > 120 {
		return NewLimitError(120, age)
	}
	return nil
}

func main() {
	report := NewReport()
	for _, item := range []Pair[string, int]{
		{First: "ann", Second: 3},
		{First: "", Second: 4},
		{First: " bob", Second: 5},
		{First: "eve", Second: 130},
	} {
		name, age := item.First, item.Second
		if err := check(name, age); err != nil {
			report.Add(err)
		} else {
			fmt.Println("ok", name)
		}
	}
	fmt.Println(formatList(report.Summary(), reprString))
	if err := check(" ", 1); err != nil {
		if _, ok := errors.AsType[*ValueError](err); ok {
			fmt.Println("value error:", err.Error())
		} else {
			log.Fatal(err)
		}
	}
}

// Pair holds two values of different types side by side.
type Pair[A, B any] struct {
	First  A
	Second B
}

// ValueError reports a value that cannot be used.
type ValueError struct {
	Message string
}

func (e *ValueError) Error() string {
	return e.Message
}

// exceptionName gives the name of the type of err, without its package.
func exceptionName(err error) string {
	if wrapped, ok := err.(interface{ plain() error }); ok {
		return exceptionName(wrapped.plain())
	}
	name := fmt.Sprintf("%T", err)
	return name[strings.LastIndex(name, ".")+1:]
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
