package main

import (
	"bufio"
	"io"
	"iter"
	"os"
	"strings"
)

func CountLines(path string) (int, error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	count := 0
	for line := range lines(file) {
		if strings.TrimSpace(line) != "" {
			count++
		}
	}
	return count, nil
}

// lines gives the lines of a text with their ends, as they are read.
func lines(reader io.Reader) iter.Seq[string] {
	buffered := bufio.NewReader(reader)
	return func(yield func(string) bool) {
		for {
			line, err := buffered.ReadString('\n')
			if line != "" && !yield(line) || err != nil {
				return
			}
		}
	}
}
