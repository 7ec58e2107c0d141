// Command turnstile runs a state machine over a list of events.
package main

import "fmt"

// State is where the turnstile is.
type State int

const (
	Locked State = iota
	Unlocked
	Broken
)

var stateNames = [...]string{"locked", "unlocked", "broken"}

func (s State) String() string { return stateNames[s] }

// Event is what happens to it.
type Event string

const (
	Coin Event = "coin"
	Push Event = "push"
	Kick Event = "kick"
	Fix  Event = "fix"
)

var transitions = map[State]map[Event]State{
	Locked:   {Coin: Unlocked, Kick: Broken},
	Unlocked: {Push: Locked, Kick: Broken},
	Broken:   {Fix: Locked},
}

// TransitionError tells of an event that the state does not know.
type TransitionError struct {
	State State
	Event Event
}

func (e TransitionError) Error() string {
	return fmt.Sprintf("no %s while %v", e.Event, e.State)
}

// Turnstile counts who went through.
type Turnstile struct {
	state  State
	passed int
	hooks  []func(from, to State)
}

// OnChange registers a function to be called after each change.
func (t *Turnstile) OnChange(hook func(from, to State)) {
	t.hooks = append(t.hooks, hook)
}

// Handle moves to the next state.
func (t *Turnstile) Handle(event Event) error {
	next, ok := transitions[t.state][event]
	if !ok {
		return TransitionError{t.state, event}
	}
	if t.state == Unlocked && event == Push {
		t.passed++
	}
	previous := t.state
	t.state = next
	for _, hook := range t.hooks {
		hook(previous, next)
	}
	return nil
}

func main() {
	turnstile := &Turnstile{}
	changes := 0
	turnstile.OnChange(func(from, to State) { changes++ })
	turnstile.OnChange(func(from, to State) { fmt.Printf("%v -> %v\n", from, to) })

	for _, event := range []Event{Coin, Push, Push, Coin, Kick, Coin, Fix, Coin, Push} {
		if err := turnstile.Handle(event); err != nil {
			fmt.Println("ignored:", err)
		}
	}
	fmt.Printf("%d passed, %d changes, now %s\n", turnstile.passed, changes, turnstile.state)
}
