package main

import "unicode/utf8"

func ByLength(words []string) map[int][]string {
	groups := map[int][]string{}
	for _, word := range words {
		key := utf8.RuneCountInString(word)
		groups[key] = append(groups[key], word)
	}
	return groups
}
