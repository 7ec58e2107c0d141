package main

import (
	"fmt"
	"sync"
)

// squares computes the squares of the numbers with a fixed number of workers.
func squares(numbers []int, workers int) int {
	jobs := make(chan int)
	results := make(chan int)

	var wg sync.WaitGroup
	for i := 0; i < workers; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range jobs {
				results <- n * n
			}
		}()
	}
	go func() {
		for _, n := range numbers {
			jobs <- n
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()

	total := 0
	for r := range results {
		total += r
	}
	return total
}

func main() {
	fmt.Println(squares([]int{1, 2, 3}, 2))
}
