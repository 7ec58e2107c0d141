package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

func addAll(target *[]int, more []int) {
	for _, item := range more {
		*target = append(*target, item)
	}
}

func subsets(numbers []int) [][]int {
	found := [][]int{}
	var extend func(int, *[]int)

	extend = func(start int, path *[]int) {
		found = append(found, slices.Clone(*path))
		stop := len(numbers)
		for i := start; i < stop; i++ {
			*path = append(*path, numbers[wrapIndex(i, len(numbers))])
			extend(i+1, path)
			*path = (*path)[:len(*path)-1]
		}
	}

	extend(0, &[]int{})
	return found
}

func joined(first, second []int) []int {
	first = append(first, second...)
	return first
}

func run() {
	numbers := []int{1}
	addAll(&numbers, []int{2, 3})
	fmt.Println(
		formatList(numbers, strconv.Itoa),
		formatList(subsets(numbers), func(item []int) string { return formatList(item, strconv.Itoa) }),
	)
	fmt.Println(formatList(joined([]int{1, 2}, []int{3}), strconv.Itoa))
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

// wrapIndex turns an index that may count from the end into one that counts from the start.
func wrapIndex(index, length int) int {
	if index < 0 {
		return index + length
	}
	return index
}
