// Command pipeline sends readings through stages that work at the same time.
package main

import (
	"fmt"
	"sync"
	"time"
)

// Reading is what one sensor measured.
type Reading struct {
	Sensor  int
	Celsius float64
}

// Totals adds up what several goroutines report.
type Totals struct {
	mu   sync.Mutex
	sums map[int]float64
}

// Add may be called from several goroutines.
func (t *Totals) Add(sensor int, value float64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.sums[sensor] += value
}

// produce sends readings until there are enough or nobody wants more.
func produce(done <-chan struct{}, sensor, count int) <-chan Reading {
	readings := make(chan Reading)
	go func() {
		defer close(readings)
		for i := 0; i < count; i++ {
			select {
			case readings <- Reading{sensor, float64(sensor*10 + i)}:
			case <-done:
				return
			}
		}
	}()
	return readings
}

// merge sends what comes from any of the channels to one.
func merge(inputs ...<-chan Reading) <-chan Reading {
	merged := make(chan Reading)
	var wait sync.WaitGroup
	for _, input := range inputs {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for reading := range input {
				merged <- reading
			}
		}()
	}
	go func() {
		wait.Wait()
		close(merged)
	}()
	return merged
}

func main() {
	enough := make(chan struct{})
	defer close(enough)

	totals := &Totals{sums: make(map[int]float64)}
	count := 0
	for reading := range merge(produce(enough, 1, 3), produce(enough, 2, 4), produce(enough, 3, 2)) {
		totals.Add(reading.Sensor, reading.Celsius)
		count++
	}
	fmt.Println(count, "readings")
	for sensor := 1; sensor <= 3; sensor++ {
		fmt.Printf("sensor %d: %.1f\n", sensor, totals.sums[sensor])
	}

	done := make(chan struct{})
	go func() {
		defer close(done)
		time.Sleep(10 * time.Millisecond)
	}()
	select {
	case <-done:
		fmt.Println("finished")
	case <-time.After(5 * time.Second):
		fmt.Println("too slow")
	}
}
