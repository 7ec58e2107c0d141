package main

import "fmt"

func count(s string) (int, int) {
	letters, digits := 0, 0
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			letters++
		} else if '0' <= r && r <= '9' {
			digits += int(r - '0')
		}
	}
	return letters, digits
}

func main() {
	fmt.Println(count("ab12"))
	var fib func(n int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(10))
}
