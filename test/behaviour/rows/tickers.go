package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(time.Hour)
	ticker.Reset(5 * time.Millisecond)
	<-ticker.C
	<-ticker.C
	ticker.Stop()
	fmt.Println("ticked twice")

	timer := time.NewTimer(time.Hour)
	timer.Reset(5 * time.Millisecond)
	<-timer.C
	fmt.Println("ended early")

	count := 0
	for range time.Tick(5 * time.Millisecond) {
		count++
		if count == 3 {
			break
		}
	}
	fmt.Println(count)
}
