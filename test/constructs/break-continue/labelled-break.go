package sample

func hasPair(numbers []int, sum int) bool {
	found := false
outer:
	for i, a := range numbers {
		for _, b := range numbers[i+1:] {
			if a+b == sum {
				found = true
				break outer
			}
		}
	}
	return found
}
