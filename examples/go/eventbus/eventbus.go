// Command eventbus tells those who listen to a topic what happened.
package main

import (
	"fmt"
	"sort"
	"strings"
)

// Event says what happened to which item.
type Event struct {
	Topic  string
	Item   string
	Amount int
}

// Handler reacts to an event.
type Handler func(Event)

// Bus knows who listens to what.
type Bus struct {
	handlers map[string][]Handler
}

// NewBus returns a bus that nobody listens to.
func NewBus() *Bus {
	return &Bus{handlers: make(map[string][]Handler)}
}

// Subscribe has the handler called for each of the topics.
func (b *Bus) Subscribe(handler Handler, topics ...string) {
	for _, topic := range topics {
		b.handlers[topic] = append(b.handlers[topic], handler)
	}
}

// Publish tells everyone who listens, and returns how many did.
func (b *Bus) Publish(event Event) int {
	handlers := b.handlers[event.Topic]
	for _, handle := range handlers {
		handle(event)
	}
	return len(handlers)
}

// Stock knows how much is left of each item.
type Stock map[string]int

func (s Stock) sold(event Event) {
	left := s[event.Item] - event.Amount
	if left < 0 {
		fmt.Printf("  %d %s on back order\n", -left, event.Item)
		left = 0
	}
	s[event.Item] = left
}

func (s Stock) delivered(event Event) {
	s[event.Item] += event.Amount
}

// counter returns a handler that counts, and a function that reads the count.
func counter() (Handler, func() int) {
	count := 0
	return func(Event) { count++ }, func() int { return count }
}

func main() {
	bus := NewBus()
	stock := Stock{"bolt": 10, "nut": 4}
	count, counted := counter()
	var trail []string

	bus.Subscribe(stock.sold, "sold")
	bus.Subscribe(stock.delivered, "delivered")
	bus.Subscribe(count, "sold", "delivered")
	bus.Subscribe(func(event Event) {
		trail = append(trail, fmt.Sprintf("%s:%sx%d", event.Topic, event.Item, event.Amount))
	}, "sold", "delivered")

	for _, event := range []Event{
		{"sold", "bolt", 3},
		{"sold", "nut", 6},
		{"delivered", "gear", 2},
		{"returned", "bolt", 1},
	} {
		listeners := bus.Publish(event)
		fmt.Printf("%s %s: %d listeners\n", event.Topic, event.Item, listeners)
	}

	items := make([]string, 0, len(stock))
	for item := range stock {
		items = append(items, item)
	}
	sort.Strings(items)
	for _, item := range items {
		fmt.Printf("%-5s %d\n", item, stock[item])
	}
	fmt.Println(counted(), strings.Join(trail, " "))
}
