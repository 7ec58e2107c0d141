package sample

func port(settings map[string]int) int {
	if value, ok := settings["port"]; ok {
		return value
	}
	return 8080
}
