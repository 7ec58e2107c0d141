package main

import "errors"

var ErrNotFound = errors.New("not found")

func find(names map[string]int, name string) (int, error) {
	value, ok := names[name]
	if !ok {
		return 0, ErrNotFound
	}
	return value, nil
}

func findOr(names map[string]int, name string, fallback int) int {
	value, err := find(names, name)
	if errors.Is(err, ErrNotFound) {
		return fallback
	}
	return value
}
