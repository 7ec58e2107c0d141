package main

import (
	"fmt"
	"time"
)

func receive(messages <-chan string, limit time.Duration) (string, bool) {
	select {
	case message := <-messages:
		return message, true
	case <-time.After(limit):
		return "", false
	}
}

func main() {
	messages := make(chan string, 1)
	messages <- "hi"
	fmt.Println(receive(messages, time.Second))
	fmt.Println(receive(messages, time.Millisecond))
}
