package main

import "slices"

func FirstThree(items []int) []int {
	return slices.Clone(items[:min(3, len(items))])
}

func WithoutEnds(items []int) []int {
	return sublist(items, 1, -1)
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
