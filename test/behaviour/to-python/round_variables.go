package main

import (
	"fmt"
	"sync"
)

type Job struct {
	id  int
	run func() int
}

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	got := map[int]int{}
	for i, d := range []int{5, 6, 7} {
		limit := 1
		if d > 5 {
			limit = 2
		}
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			got[i] = limit * d
		})
	}
	wg.Wait()
	fmt.Println(got)
	var jobs []Job
	for i := 0; i < 3; i++ {
		tries := 0
		name := fmt.Sprint("job", i)
		if i == 1 {
			name = "special"
		}
		jobs = append(jobs, Job{id: i, run: func() int {
			tries++
			fmt.Println(name, tries)
			return tries * i
		}})
	}
	for _, j := range jobs {
		j.run()
		fmt.Println(j.run())
	}
	handlers := map[string]func() int{}
	for _, k := range []string{"a", "b"} {
		n := 10
		handlers[k] = func() int { n++; return n }
	}
	fmt.Println(handlers["a"](), handlers["a"](), handlers["b"]())
	var incs, gets []func() int
	for i := range 2 {
		v := i * 100
		incs = append(incs, func() int { v++; return v })
		gets = append(gets, func() int { return v })
	}
	incs[0]()
	fmt.Println(gets[0](), gets[1]())
	// used in its own round only
	total := 0
	for i := range 3 {
		sum := 0
		add := func(n int) { sum += n }
		add(i)
		add(1)
		total += sum
	}
	fmt.Println(total)
}
