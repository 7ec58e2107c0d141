package report

// The list is read while it grows.
func distinct(words []string) []string {
	var found []string
	for _, word := range words {
		if !contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}

func contains(words []string, wanted string) bool {
	for _, word := range words {
		if word == wanted {
			return true
		}
	}
	return false
}

// A comment in the loop has no place in a comprehension.
func lengths(words []string) []int {
	var all []int
	for _, word := range words {
		// Empty words count too.
		all = append(all, len(word))
	}
	return all
}

// Two lists grow at once.
func split(numbers []int) ([]int, []int) {
	var even, odd []int
	for _, n := range numbers {
		if n%2 == 0 {
			even = append(even, n)
		} else {
			odd = append(odd, n)
		}
	}
	return even, odd
}

func doubled(numbers []int) []int {
	result := make([]int, 0, len(numbers))
	for _, n := range numbers {
		result = append(result, 2*n)
	}
	result = append(result, 0)
	return result
}
