package main

func IsWeekend(day string) bool {
	return day == "saturday" || day == "sunday"
}

func Known(words []string, vocabulary map[string]struct{}) []string {
	result := []string{}
	for _, word := range words {
		if _, ok := vocabulary[word]; ok {
			result = append(result, word)
		}
	}
	return result
}
