package main

func invert(ages map[string]int) map[int]string {
	names := make(map[int]string, len(ages))
	for name, age := range ages {
		names[age] = name
	}
	return names
}
