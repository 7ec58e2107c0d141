package main

import (
	"fmt"
	"os"
)

func leave(code int) {
	fmt.Println("leaving", code)
	os.Exit(code)
}

func main() {
	leave(0)
	fmt.Println("not reached")
}
