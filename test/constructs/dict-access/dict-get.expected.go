package main

func Port(settings map[string]int) int {
	value, ok := settings["port"]
	if !ok {
		value = 8080
	}
	return value
}
