package main

import "cmp"

func Greatest[T cmp.Ordered](items []T) T {
	best := items[0]
	for _, item := range items {
		if item > best {
			best = item
		}
	}
	return best
}

func Chunks[T any](items []T, size int) [][]T {
	if size == 0 {
		panic("range() arg 3 must not be zero")
	}
	result := [][]T{}
	for i := 0; size > 0 && i < len(items) || size < 0 && i > len(items); i += size {
		result = append(result, sublist(items, i, i+size))
	}
	return result
}

func IsRightAngled[T int | float64](a, b, c T) bool {
	return a*a == b*b+c*c
}

// clampIndex turns a bound of a slice that may be negative or too large into one that fits.
func clampIndex(index, length int) int {
	if index < 0 {
		index += length
	}
	return min(max(index, 0), length)
}

// sublist copies the elements from low up to high; bounds are cut to fit and may count from the end.
func sublist[T any](list []T, low, high int) []T {
	low, high = clampIndex(low, len(list)), clampIndex(high, len(list))
	return append([]T{}, list[low:max(low, high)]...)
}
