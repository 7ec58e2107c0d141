package main

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

type Shape interface {
	Area() (float64, error)
	String() string
	shapeBase() *ShapeBase
}

type ShapeBase struct {
	Name string
}

func NewShapeBase(name string) *ShapeBase {
	return &ShapeBase{Name: name}
}

func (s *ShapeBase) shapeBase() *ShapeBase {
	return s
}

func areaShape(s Shape) (float64, error) {
	return 0, &NotImplementedError{Message: strings.TrimSuffix(className(s), "Base") + ".area"}
}

func reprShape(s Shape) string {
	return strings.TrimSuffix(className(s), "Base") + "(" + reprString(s.shapeBase().Name) + ")"
}

func (s *ShapeBase) Area() (float64, error) {
	return areaShape(s)
}

func (s *ShapeBase) String() string {
	return reprShape(s)
}

type Square struct {
	ShapeBase
	Side float64
}

func NewSquare(side float64) *Square {
	return &Square{ShapeBase: *NewShapeBase("square"), Side: side}
}

func (s *Square) Area() (float64, error) {
	return s.Side * s.Side, nil
}

func (s *Square) String() string {
	return reprShape(s)
}

type Blob struct {
	ShapeBase
}

func NewBlob(name string) *Blob {
	return &Blob{ShapeBase: *NewShapeBase(name)}
}

func (b *Blob) Area() (float64, error) {
	return areaShape(b)
}

func (b *Blob) String() string {
	return reprShape(b)
}

type Point struct {
	X int
	Y int
}

func (p *Point) String() string {
	return fmt.Sprintf("Point(x=%d, y=%d)", p.X, p.Y)
}

func double(n int) int {
	return n * 2
}

func describe(value any) string {
	return className(value) + ": " + formatAny(value)
}

func run() {
	for _, s := range []Shape{NewSquare(2.0), NewBlob("b")} {
		value3 := s.String()
		value2, err := s.Area()
		if err != nil {
			fmt.Println("not implemented:", err.Error())
		} else {
			fmt.Println(value3, formatFloat(value2))
		}
		fmt.Println(strings.TrimSuffix(className(s), "Base"))
	}
	p := &Point{X: 1, Y: 2}
	fmt.Println("Point", p.String(), "Point", "double")
	for _, v := range []any{1, "a", 2.5, true, nil} {
		fmt.Println(describe(v))
	}
	funcs := []func(int) int{double, func(value int) int { return absInt(value) }}
	result := []int{}
	for _, f := range funcs {
		result = append(result, f(-3))
	}
	fmt.Println(formatList(result, strconv.Itoa))
}

func main() {
	run()
}

// NotImplementedError reports something that is not implemented.
type NotImplementedError struct {
	Message string
}

func (e *NotImplementedError) Error() string {
	return e.Message
}

// absInt gives the magnitude of an integer.
func absInt(value int) int {
	if value < 0 {
		return -value
	}
	return value
}

// className gives the name that Python has for the class of a value.
func className(value any) string {
	switch value.(type) {
	case nil:
		return "NoneType"
	case string:
		return "str"
	case float64:
		return "float"
	case []byte:
		return "bytes"
	}
	switch kind := reflect.TypeOf(value); {
	case kind.Kind() == reflect.Slice:
		return "list"
	case kind.Kind() == reflect.Array:
		return "tuple"
	case kind.Kind() == reflect.Func:
		return "function"
	case kind.Kind() == reflect.Map && kind.Elem().Size() == 0:
		return "set"
	case kind.Kind() == reflect.Map:
		return "dict"
	}
	name := fmt.Sprintf("%T", value)
	if strings.Contains(name, ".orderedMap[") {
		return "dict"
	}
	return name[strings.LastIndex(name, ".")+1:]
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
