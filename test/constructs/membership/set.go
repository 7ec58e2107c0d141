package main

func unique(words []string) []string {
	seen := make(map[string]bool)
	var result []string
	for _, word := range words {
		if !seen[word] {
			seen[word] = true
			result = append(result, word)
		}
	}
	return result
}
