package main

import (
	"fmt"
	"strconv"
	"strings"
)

type ConfigError struct {
	Message string
}

func (c *ConfigError) Error() string {
	return c.Message
}

func ReadPort(text string) (int, error) {
	port, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 0, err
	}
	if port < 1 {
		return 0, &ConfigError{Message: fmt.Sprintf("bad port %d", port)}
	}
	return port, nil
}
