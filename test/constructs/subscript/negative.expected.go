package main

func Last(items []int) int {
	return items[len(items)-1]
}
