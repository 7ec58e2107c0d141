package main

import (
	"reflect"
	"strconv"
	"strings"
)

func Shout(value any) string {
	if _, ok := value.(string); ok {
		return strings.ToUpper(value.(string))
	}
	return "none"
}

func Shifted(x any) (any, error) {
	if _, ok := x.(string); ok {
		value, err := strconv.Atoi(strings.TrimSpace(x.(string)))
		if err != nil {
			return nil, err
		}
		x = value
	}
	// TODO(interlinear): This operator is not translated for operands of these types; Go has no operator overloading, so Go programs call a function or method.
	//     return x + 1
	panic("not translated: operator-types")
}

func Flat(items []any) []any {
	out := []any{}
	for _, item := range items {
		if isList(item) {
			out = append(out, Flat(item.([]any))...)
		} else {
			out = append(out, item)
		}
	}
	return out
}

// isList reports whether a value is a slice, and not bytes.
func isList(value any) bool {
	kind := reflect.TypeOf(value)
	return kind != nil && kind.Kind() == reflect.Slice && kind.Elem().Kind() != reflect.Uint8
}
