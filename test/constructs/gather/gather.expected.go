package main

import (
	"strings"
	"sync"
	"time"
)

func Fetch(name string) string {
	time.Sleep(100 * time.Millisecond)
	return strings.ToUpper(name)
}

func FetchAll(names []string) []string {
	var wg sync.WaitGroup
	results := make([]string, len(names))
	for i, name := range names {
		wg.Go(func() {
			results[i] = Fetch(name)
		})
	}
	wg.Wait()
	return results
}
