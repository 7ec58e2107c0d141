package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
)

func pairs(words []string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, word := range words {
			if !yield(i, word) {
				return
			}
		}
	}
}

func main() {
	words := []string{"pear", "fig", "apple"}
	next, stop := iter.Pull2(pairs(words))
	i, word, ok := next()
	fmt.Println(i, word, ok)
	stop()
	for value := range slices.Values(words) {
		fmt.Println(value)
	}
	for i, value := range slices.All(words) {
		fmt.Println(i, value)
	}
	for i, value := range slices.Backward(words) {
		fmt.Println(i, value)
	}
	ages := map[string]int{"ann": 3, "bob": 1}
	copied := maps.Collect(maps.All(ages))
	fmt.Println(len(copied), copied["ann"])
	fmt.Println(slices.AppendSeq([]string{"plum"}, slices.Values(words)))
	fmt.Println(slices.Sorted(slices.Values(words)))
	letters, total := 0, 0
	for name := range maps.Keys(ages) {
		letters += len(name)
	}
	for age := range maps.Values(ages) {
		total += age
	}
	fmt.Println(letters, total)
	fmt.Println(slices.Sorted(maps.Keys(ages)), slices.Sorted(maps.Values(ages)))
	keys := slices.Collect(maps.Keys(ages))
	values := slices.Collect(maps.Values(ages))
	sort.Slice(keys, func(a, b int) bool { return keys[a] > keys[b] })
	sort.SliceStable(values, func(a, b int) bool { return values[a] < values[b] })
	fmt.Println(keys, values)
	fmt.Println(cmp.Or("", "guest"), cmp.Or(0, 0, 3))
}
