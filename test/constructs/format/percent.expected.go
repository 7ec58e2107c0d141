package main

import (
	"fmt"
	"strconv"
	"strings"
)

func both(a, b int) (int, int) {
	return a + b, a * b
}

func main() {
	point := Pair[int, float64]{First: 1, Second: 2.5}
	fmt.Printf("%d %.1f\n", point.First, point.Second)
	part1, part2 := both(3, 4)
	values := [2]int{part1, part2}
	fmt.Printf("%d and %d\n", values[0], values[1])
	tuple := [2]int{1, 2}
	fmt.Printf("%s is %5d|%-5d|%05d\n", formatTuple(tuple[:], strconv.Itoa), 1, 2, 3)
	fmt.Printf("%*d|%-*s|\n", 6, 42, 8, "ab")
	fmt.Printf("%s: %03d\n", "x", 7)
	fmt.Printf("%0*d|%*s|%.*f\n", 4, 7, 5, "x", 2, 3.14159)
}

// Pair holds two values of different types side by side.
type Pair[A, B any] struct {
	First  A
	Second B
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
