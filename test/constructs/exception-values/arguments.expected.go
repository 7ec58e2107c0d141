// args and repr of exceptions.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Raised with a reason and an amount.
type TransferError struct {
	Message string
}

func (t *TransferError) Error() string {
	return t.Message
}

type Oops struct {
	Code    int
	Reason  string
	Message string
}

func NewOops(code int, reason string) *Oops {
	return &Oops{Code: code, Reason: reason, Message: reason}
}

func (o *Oops) Error() string {
	return o.Message
}

func run(kind string) (int, error) {
	if kind == "transfer" {
		tuple := Pair[string, int]{First: "no funds", Second: 12}
		return 0, withArguments(
			&TransferError{
				Message: fmt.Sprintf("(%s, %s)", reprString(tuple.First), strconv.Itoa(tuple.Second)),
			},
			"no funds",
			12,
		)
	}
	if kind == "oops" {
		return 0, NewOops(3, "none")
	}
	if kind == "value" {
		tuple2 := Triple[string, string, float64]{First: "bad kind", Second: kind, Third: 4.5}
		return 0, withArguments(
			&ValueError{
				Message: fmt.Sprintf("(%s, %s, %s)", reprString(tuple2.First), reprString(tuple2.Second), formatFloat(tuple2.Third)),
			},
			"bad kind",
			kind,
			4.5,
		)
	}
	if kind == "key" {
		mapping := map[string]int{"a": 1}
		value, ok := mapping[kind]
		if !ok {
			return 0, withArguments(&KeyError{Message: reprString(kind)}, kind)
		}
		return value, nil
	}
	if kind == "index" {
		list := []int{1}
		if len(list) <= 5 {
			return 0, &IndexError{Message: "list index out of range"}
		}
		return list[5], nil
	}
	if kind == "plain" {
		return 0, &RuntimeError{}
	}
	if kind == "zero" {
		divisor := utf8.RuneCountInString(kind) - 4
		if divisor == 0 {
			return 0, &ZeroDivisionError{Message: "integer division or modulo by zero"}
		}
		return floorDiv(1, divisor), nil
	}
	return utf8.RuneCountInString(kind), nil
}

func main() {
	for _, kind := range []string{"transfer", "oops", "value", "key", "index", "plain", "zero", "fine"} {
		value, err := run(kind)
		if err != nil {
			if _, ok := errors.AsType[*TransferError](err); ok {
				parts := exceptionArguments(err)
				if len(parts) != 2 {
					panic("expected 2 values to unpack")
				}
				reason, amount := parts[0], parts[1]
				fmt.Println("transfer", formatAny(reason), formatAny(amount), err.Error())
			} else if exc2, ok := errors.AsType[*Oops](err); ok {
				fmt.Println("oops", exc2.Code, exc2.Reason, fmt.Sprintf("%s", reprException(exc2)))
			} else {
				fmt.Println(
					fmt.Sprintf("%s", reprException(err)),
					len(exceptionArguments(err)),
					formatTuple(exceptionArguments(err), reprAny[any]),
				)
				fmt.Println(fmt.Sprintf("%s", reprException(err)), cmp.Or(err.Error(), "(no text)"))
			}
		} else {
			fmt.Println(value)
		}
	}
	err := &TransferError{Message: "x"}
	fmt.Println(formatAny(exceptionArguments(err)[0]), formatTuple(exceptionArguments(err), reprAny[any]))
	failures := []error{
		&ValueError{Message: "a"},
		withArguments(&KeyError{Message: reprString("k")}, "k"),
		&TypeError{},
	}
	fmt.Println(formatList(failures, func(item error) string { return reprException(item) }))
}

// IndexError reports an index that is out of range.
type IndexError struct {
	Message string
}

func (e *IndexError) Error() string {
	return e.Message
}

// KeyError reports a key that is missing.
type KeyError struct {
	Message string
}

func (e *KeyError) Error() string {
	return e.Message
}

// Pair holds two values of different types side by side.
type Pair[A, B any] struct {
	First  A
	Second B
}

// RuntimeError reports a failure while running.
type RuntimeError struct {
	Message string
}

func (e *RuntimeError) Error() string {
	return e.Message
}

// Triple holds three values of different types side by side.
type Triple[A, B, C any] struct {
	First  A
	Second B
	Third  C
}

// TypeError reports a value of the wrong type.
type TypeError struct {
	Message string
}

func (e *TypeError) Error() string {
	return e.Message
}

// ValueError reports a value that cannot be used.
type ValueError struct {
	Message string
}

func (e *ValueError) Error() string {
	return e.Message
}

// ZeroDivisionError reports a division by zero.
type ZeroDivisionError struct {
	Message string
}

func (e *ZeroDivisionError) Error() string {
	return e.Message
}

// exceptionArguments gives what err was made with: its message, unless it was made otherwise.
func exceptionArguments(err error) []any {
	if own, ok := err.(*argumentsError); ok {
		return own.arguments
	}
	if wrapped, ok := err.(interface{ plain() error }); ok {
		return exceptionArguments(wrapped.plain())
	}
	if err.Error() == "" {
		return []any{}
	}
	return []any{err.Error()}
}

// exceptionName gives the name of the type of err, without its package.
func exceptionName(err error) string {
	if wrapped, ok := err.(interface{ plain() error }); ok {
		return exceptionName(wrapped.plain())
	}
	name := fmt.Sprintf("%T", err)
	return name[strings.LastIndex(name, ".")+1:]
}

// floorDiv divides integers and rounds down.
func floorDiv(dividend, divisor int) int {
	quotient := dividend / divisor
	if dividend%divisor != 0 && (dividend < 0) != (divisor < 0) {
		quotient--
	}
	return quotient
}

// formatAny writes a value as Python's str does, going by its dynamic type.
func formatAny[T any](value T) string {
	if text, ok := any(value).(string); ok {
		return text
	}
	return reprAny(value)
}

// formatBool writes True or False.
func formatBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// formatFloat writes a number as Python does: 1.0, 0.1, 1e+16, inf, nan.
func formatFloat(value float64) string {
	switch {
	case math.IsNaN(value):
		return "nan"
	case math.IsInf(value, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(value, 'g', -1, 64), "+"))
	}
	if magnitude := math.Abs(value); magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e16) {
		return strconv.FormatFloat(value, 'e', -1, 64)
	}
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// formatList writes a list as Python does.
func formatList[T any](list []T, repr func(T) string) string {
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = repr(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// formatTuple writes a tuple as Python does.
func formatTuple[T any](items []T, repr func(T) string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = repr(item)
	}
	if len(parts) == 1 {
		return "(" + parts[0] + ",)"
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// reprAny writes a value as Python's repr does, going by its dynamic type.
func reprAny[T any](value T) string {
	switch v := any(value).(type) {
	case nil:
		return "None"
	case string:
		return reprString(v)
	case bool:
		return formatBool(v)
	case float64:
		return formatFloat(v)
	case []any:
		return formatList(v, reprAny[any])
	case fmt.Stringer, error:
		return fmt.Sprint(v)
	}
	whole := reflect.ValueOf(value)
	switch whole.Kind() {
	case reflect.Slice:
		parts := make([]any, whole.Len())
		for i := range parts {
			parts[i] = whole.Index(i).Interface()
		}
		return formatList(parts, reprAny[any])
	case reflect.Pointer:
		if !strings.HasPrefix(whole.Type().Elem().Name(), "orderedMap[") {
			return fmt.Sprint(value)
		}
		entries := []string{}
		for key, entry := range whole.MethodByName("All").Call(nil)[0].Seq2() {
			entries = append(entries, reprAny(key.Interface())+": "+reprAny(entry.Interface()))
		}
		return "{" + strings.Join(entries, ", ") + "}"
	default:
		return fmt.Sprint(value)
	}
}

// reprException writes err as Python's repr does.
func reprException(err error) string {
	parts := []string{}
	for _, argument := range exceptionArguments(err) {
		parts = append(parts, reprAny(argument))
	}
	return exceptionName(err) + "(" + strings.Join(parts, ", ") + ")"
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

// argumentsError is an error that keeps what it was made with.
type argumentsError struct {
	error
	arguments []any
}

// As finds the error itself.
func (e *argumentsError) As(target any) bool {
	return errors.As(e.error, target)
}

// plain gives the error itself.
func (e *argumentsError) plain() error {
	return e.error
}

// withArguments gives err, which was made with these arguments.
func withArguments(err error, arguments ...any) error {
	return &argumentsError{err, arguments}
}
