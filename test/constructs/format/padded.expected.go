package main

import "fmt"

func Row(name string, price float64, count int) string {
	return fmt.Sprintf("%-10s|%8.2f|%03d", name, price, count)
}
