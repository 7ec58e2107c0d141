package main

import "fmt"

func total(amounts ...int) int {
	result := 0
	for _, amount := range amounts {
		result += amount
	}
	return result
}

func main() {
	fmt.Println(total(1, 2, 3))
}
