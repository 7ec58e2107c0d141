package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

type Entry struct {
	key, value string
	line       int
}

func parse(path string) ([]Entry, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	defer f.Close()

	scanner := bufio.NewScanner(f)
	scanner.Buffer(make([]byte, 1024*1024), 1024*1024)
	var entries []Entry
	number := 0
	for scanner.Scan() {
		number++
		line := scanner.Text()
		if line == "stop" {
			break
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			return nil, fmt.Errorf("line %d: no '=' in %q", number, line)
		}
		entries = append(entries, Entry{strings.TrimSpace(key), strings.TrimSpace(value), number})
	}
	if err := scanner.Err(); err != nil {
		return nil, err
	}
	return entries, nil
}

func words(path string) map[string]int {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	counts := map[string]int{}
	s := bufio.NewScanner(f)
	for s.Scan() {
		for _, w := range strings.Fields(s.Text()) {
			counts[w]++
		}
	}
	return counts
}

func main() {
	folder, err := os.MkdirTemp("", "lines")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "settings")
	os.WriteFile(path, []byte("a = 1\r\nb=2\nstop\nx"), 0o644)
	entries, err := parse(path)
	fmt.Println(entries, err)
	os.WriteFile(path, []byte("a = 1\nbad\n"), 0o644)
	_, err = parse(path)
	fmt.Println(err)
	c := words(path)
	fmt.Println(c["a"], len(c))
}
