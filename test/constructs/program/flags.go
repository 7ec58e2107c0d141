package main

import (
	"flag"
	"fmt"
)

func main() {
	name := flag.String("name", "world", "whom to greet")
	loud := flag.Bool("loud", false, "shout")
	flag.Parse()
	if *loud {
		fmt.Printf("HELLO, %s!\n", *name)
		return
	}
	fmt.Println("hello,", *name)
}
