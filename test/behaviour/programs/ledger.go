package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

var errEmpty = errors.New("empty")

type entry struct {
	name   string
	amount int
}

type ledger struct {
	entries []entry
	totals  map[string]int
}

func (l *ledger) add(e entry) error {
	if strings.TrimSpace(e.name) == "" {
		return fmt.Errorf("entry %d: %w", len(l.entries), errEmpty)
	}
	l.entries = append(l.entries, e)
	l.totals[e.name] += e.amount
	return nil
}

func (l *ledger) names() []string {
	names := make([]string, 0, len(l.totals))
	for name := range l.totals {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func main() {
	l := &ledger{totals: map[string]int{}}
	for i, name := range []string{"rent", "food", " ", "food"} {
		if err := l.add(entry{name, (i + 1) * 10}); errors.Is(err, errEmpty) {
			fmt.Println("skipped:", err)
		}
	}
	for _, name := range l.names() {
		fmt.Printf("%-6s|%5d\n", name, l.totals[name])
	}
	copied := l.entries[0]
	copied.amount = -7
	fmt.Println(l.entries[0].amount, copied.amount/2, copied.amount%2)
	switch n := len(l.entries); {
	case n > 2:
		fmt.Println("many")
		fallthrough
	default:
		fmt.Println("end")
	}
}
