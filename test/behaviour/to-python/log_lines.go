package main

import (
	"errors"
	"fmt"
	"log"
)

func work(n int) error {
	if n > 2 {
		return errors.New("too many")
	}
	return nil
}

func main() {
	count := 3
	log.Printf("loaded %d rows of %q", count, "x")
	log.Println("of", count, "rows", 2.5)
	log.Print("a", 1)
	if err := work(1); err != nil {
		log.Fatalf("work: %v", err)
	}
	fmt.Println(count)
	if err := work(2); err != nil {
		log.Fatalln("work", err)
	}
}
