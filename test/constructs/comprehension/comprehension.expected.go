package main

import (
	"strings"
	"unicode/utf8"
)

func LongNames(names []string, limit int) []string {
	result := []string{}
	for _, name := range names {
		if utf8.RuneCountInString(name) > limit {
			result = append(result, strings.ToUpper(name))
		}
	}
	return result
}
