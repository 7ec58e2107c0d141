package main

import (
	"fmt"
	"os"
	"strconv"
)

// ReadPort reads the port number that a file holds.
func ReadPort(path string) (int, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, fmt.Errorf("reading %s: %w", path, err)
	}
	port, err := strconv.Atoi(string(data))
	if err != nil {
		return 0, fmt.Errorf("parsing %s: %w", path, err)
	}
	return port, nil
}
