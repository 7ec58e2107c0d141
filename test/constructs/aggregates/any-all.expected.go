package main

import (
	"slices"
	"unicode/utf8"
)

func HasNegative(numbers []int) bool {
	return slices.ContainsFunc(numbers, func(number int) bool { return number < 0 })
}

func AllShort(words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !(utf8.RuneCountInString(word) < 10) })
}
