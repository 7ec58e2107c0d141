// Command inventory books goods in and out of a small warehouse.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ErrUnknownItem is returned for an item that was never booked in.
var ErrUnknownItem = errors.New("unknown item")

// ShortageError tells how many pieces are missing.
type ShortageError struct {
	Item    string
	Missing int
}

func (e *ShortageError) Error() string {
	return fmt.Sprintf("%d of %s missing", e.Missing, e.Item)
}

// Warehouse counts the pieces of each item.
type Warehouse struct {
	Name  string
	stock map[string]int
}

// NewWarehouse returns an empty warehouse.
func NewWarehouse(name string) *Warehouse {
	return &Warehouse{Name: name, stock: make(map[string]int)}
}

// Receive books pieces in.
func (w *Warehouse) Receive(item string, pieces int) {
	w.stock[item] += pieces
}

// Ship books pieces out, all of them or none.
func (w *Warehouse) Ship(item string, pieces int) error {
	present, ok := w.stock[item]
	if !ok {
		return fmt.Errorf("ship %q: %w", item, ErrUnknownItem)
	}
	if present < pieces {
		return &ShortageError{Item: item, Missing: pieces - present}
	}
	w.stock[item] = present - pieces
	return nil
}

// parseOrder reads an order such as "bolt 20".
func parseOrder(text string) (string, int, error) {
	fields := strings.Fields(text)
	if len(fields) != 2 {
		return "", 0, fmt.Errorf("malformed order %q", text)
	}
	pieces, err := strconv.Atoi(fields[1])
	if err != nil {
		return "", 0, fmt.Errorf("order %q: %w", text, err)
	}
	return fields[0], pieces, nil
}

// fulfil ships what the order asks for.
func fulfil(warehouse *Warehouse, text string) error {
	item, pieces, err := parseOrder(text)
	if err != nil {
		return err
	}
	return warehouse.Ship(item, pieces)
}

func main() {
	warehouse := NewWarehouse("north")
	warehouse.Receive("bolt", 100)
	warehouse.Receive("nut", 30)

	for _, order := range []string{"bolt 20", "nut 45", "gear 1", "bolt"} {
		err := fulfil(warehouse, order)
		var shortage *ShortageError
		switch {
		case err == nil:
			fmt.Printf("%s: shipped\n", order)
		case errors.As(err, &shortage):
			fmt.Printf("%s: %d missing\n", order, shortage.Missing)
		case errors.Is(err, ErrUnknownItem):
			fmt.Printf("%s: never heard of it\n", order)
		default:
			fmt.Println(err)
		}
	}
}
