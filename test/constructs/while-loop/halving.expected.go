package main

func Halvings(n int) int {
	count := 0
	for n > 1 {
		n /= 2
		count++
	}
	return count
}
