package main

import "os"

func Address() string {
	host := environment("HOST", "localhost")
	port := environment("PORT", "8080")
	return host + ":" + port
}

// environment gives a variable of the environment, or a fallback where it is not set.
func environment(name, fallback string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return fallback
}
