package main

import (
	"fmt"
	"iter"
)

func countdown(start int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for start > 0 {
			if !yield(start) {
				return
			}
			start--
		}
	}
}

func main() {
	for number := range countdown(3) {
		fmt.Println(number)
	}
}
