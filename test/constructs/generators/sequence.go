package main

import (
	"fmt"
	"iter"
)

// Evens gives the even numbers below the limit.
func Evens(limit int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := 0; n < limit; n += 2 {
			if !yield(n) {
				return
			}
		}
	}
}

func main() {
	for n := range Evens(10) {
		if n > 5 {
			break
		}
		fmt.Println(n)
	}
}
