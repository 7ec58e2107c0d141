package main

func Counter(step int) func() int {
	count := 0

	advance := func() int {
		count += step
		return count
	}

	return advance
}
