package main

func counter() func() int {
	count := 0
	return func() int {
		count++
		return count
	}
}
