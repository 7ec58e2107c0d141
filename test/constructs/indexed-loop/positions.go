package main

func positions(words []string, wanted string) []int {
	var found []int
	for i, word := range words {
		if word == wanted {
			found = append(found, i)
		}
	}
	return found
}
