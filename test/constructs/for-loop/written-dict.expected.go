package main

import "fmt"

var prices = map[string]int{"tea": 3, "coffee": 4, "milk": 2}

func roman(n int) string {
	text := ""
	symbols := map[int]string{10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
	for _, value := range []int{10, 9, 5, 4, 1} {
		symbol := symbols[value]
		for n >= value {
			text += symbol
			n -= value
		}
	}
	return text
}

func total() int {
	result := 0
	for _, price := range prices {
		result += price
	}
	return result
}

func main() {
	for _, name := range []string{"tea", "coffee", "milk"} {
		price := prices[name]
		fmt.Println(name, price)
	}
	fmt.Println(roman(19), total())
}
