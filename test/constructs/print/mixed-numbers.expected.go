package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

func half(x float64) float64 {
	return x / 2.0
}

func show(x float64) {
	fmt.Println(formatFloat(x))
}

func main() {
	total := 0.0
	for _, price := range []float64{1.5, 2.25} {
		total += price
	}
	fmt.Println(formatFloat(half(3.0)), formatFloat(total))
	show(3.0)
	values := []float64{1.0, 2.5}
	fmt.Printf("%.2f\n", values[0])
	fmt.Println(formatList(values, formatFloat))
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
