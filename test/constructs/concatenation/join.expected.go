package main

import "strings"

func CsvLine(fields []string) string {
	return strings.Join(fields, ",")
}
