package main

import "fmt"

type Notifier interface {
	Notify(message string)
}

type Console struct{}

func (c *Console) Notify(message string) {
	fmt.Println(message)
}

func Broadcast(notifiers []Notifier, message string) {
	for _, notifier := range notifiers {
		notifier.Notify(message)
	}
}
