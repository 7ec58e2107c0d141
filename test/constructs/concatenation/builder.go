package main

import "strings"

func bracketed(words []string) string {
	var builder strings.Builder
	for _, word := range words {
		builder.WriteString("[")
		builder.WriteString(word)
		builder.WriteString("]")
	}
	return builder.String()
}
