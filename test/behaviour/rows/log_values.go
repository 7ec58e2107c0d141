package main

import (
	"bufio"
	"fmt"
	"log"
	"log/slog"
	"strings"
)

func count(text string) (int, error) {
	scanner := bufio.NewScanner(strings.NewReader(text))
	n := 0
	for scanner.Scan() {
		if strings.TrimSpace(scanner.Text()) != "" {
			n++
		}
	}
	if err := scanner.Err(); err != nil {
		return 0, fmt.Errorf("read: %w", err)
	}
	return n, nil
}

func last(text string) (string, error) {
	scanner := bufio.NewScanner(strings.NewReader(text))
	line := ""
	for scanner.Scan() {
		line = scanner.Text()
	}
	return line, scanner.Err()
}

func main() {
	n, err := count("a\n\nb\n")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n)
	line, err := last("x\ny\n")
	fmt.Println(line, err)
	slog.Info("counted", "lines", n, "last", line)
	slog.Warn("slow", "took", 1.5)
	slog.Error("failed", "error", fmt.Errorf("no %s", line))
	slog.Debug("hidden", "n", n)
}
