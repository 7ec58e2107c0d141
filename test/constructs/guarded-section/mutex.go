package sample

import "sync"

// Counter may be used from several goroutines.
type Counter struct {
	mu    sync.Mutex
	count int
}

// Add counts one more.
func (c *Counter) Add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.count++
}
