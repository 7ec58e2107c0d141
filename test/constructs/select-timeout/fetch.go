package main

import (
	"errors"
	"time"
)

func receive(messages chan string) (string, error) {
	select {
	case message := <-messages:
		return message, nil
	case <-time.After(2 * time.Second):
		return "", errors.New("timed out")
	}
}
