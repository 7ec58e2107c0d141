package main

import "fmt"

func greet(name, greeting string) string {
	return greeting + ", " + name + "!"
}

func main() {
	fmt.Println(greet("Ada", "Hello"))
	fmt.Println(greet("Alan", "Good morning"))
}
