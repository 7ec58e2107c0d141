package main

import "time"

type server struct {
	address string
	timeout time.Duration
}

type option func(*server)

func withTimeout(timeout time.Duration) option {
	return func(s *server) {
		s.timeout = timeout
	}
}

func newServer(address string, options ...option) *server {
	s := &server{address: address, timeout: 30 * time.Second}
	for _, apply := range options {
		apply(s)
	}
	return s
}
