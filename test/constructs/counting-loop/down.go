package main

import "fmt"

func countdown(n int) {
	for i := n; i > 0; i-- {
		fmt.Println(i)
	}
}
