package main

import "fmt"

type Logger struct {
	prefix string
}

func (l *Logger) Log(message string) {
	fmt.Println(l.prefix + ": " + message)
}

type Service struct {
	*Logger
	name string
}

func NewService(name string) *Service {
	return &Service{Logger: &Logger{prefix: name}, name: name}
}

func main() {
	service := NewService("billing")
	service.Log("started")
}
