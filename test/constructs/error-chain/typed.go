package main

import (
	"errors"
	"fmt"
)

type notFoundError struct {
	key string
}

func (e *notFoundError) Error() string {
	return fmt.Sprintf("%q not found", e.key)
}

func load(table map[string]int, key string) (int, error) {
	value, ok := table[key]
	if !ok {
		return 0, &notFoundError{key}
	}
	return value, nil
}

func missingKey(table map[string]int, key string) string {
	_, err := load(table, key)
	var missing *notFoundError
	if errors.As(err, &missing) {
		return missing.key
	}
	return ""
}
