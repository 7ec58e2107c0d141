package main

import (
	"strconv"
	"strings"
)

func PortOf(text string) int {
	value, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 8080
	}
	return value
}
