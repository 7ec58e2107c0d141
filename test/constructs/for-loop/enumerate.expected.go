package main

import "fmt"

func Numbered(lines []string) []string {
	result := []string{}
	for i, line := range lines {
		number := i + 1
		result = append(result, fmt.Sprintf("%d: %s", number, line))
	}
	return result
}
