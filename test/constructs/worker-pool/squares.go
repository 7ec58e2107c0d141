package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	results := make(chan int, 9)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for job := range jobs {
				results <- job * job
			}
		}()
	}
	for n := range 9 {
		jobs <- n
	}
	close(jobs)
	wg.Wait()
	close(results)
	sum := 0
	for result := range results {
		sum += result
	}
	fmt.Println(sum)
}
