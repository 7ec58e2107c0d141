package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

type Level int

const (
	LevelLow  Level = 1
	LevelHigh Level = 5
)

func (l Level) Name() string {
	switch l {
	case LevelLow:
		return "LOW"
	case LevelHigh:
		return "HIGH"
	}
	return ""
}

type State string

const (
	StateOpen State = "open"
	StateDone State = "done"
)

var stateMembers = []State{StateOpen, StateDone}

func (s State) Name() string {
	switch s {
	case StateOpen:
		return "OPEN"
	case StateDone:
		return "DONE"
	}
	return ""
}

func (s State) String() string {
	return "State." + s.Name()
}

func ParseState(value string) (State, error) {
	if !slices.Contains(stateMembers, State(value)) {
		return "", fmt.Errorf("%s is not a valid State", reprString(value))
	}
	return State(value), nil
}

type Access int

const (
	AccessRead Access = 1 << iota
	AccessWrite
)

func (a Access) Name() string {
	switch a {
	case AccessRead:
		return "READ"
	case AccessWrite:
		return "WRITE"
	}
	names := []string{}
	if a&AccessRead != 0 {
		names = append(names, "READ")
	}
	if a&AccessWrite != 0 {
		names = append(names, "WRITE")
	}
	return strings.Join(names, "|")
}

func (a Access) String() string {
	if a == 0 {
		return "Access(0)"
	}
	return "Access." + a.Name()
}

func parse(text string) string {
	state, err := ParseState(text)
	if err != nil {
		return err.Error()
	}
	return state.Name()
}

func main() {
	for _, state := range stateMembers {
		fmt.Println(state.String(), state.Name(), string(state))
	}
	fmt.Println(formatBool(LevelHigh > LevelLow), int(LevelLow)+1, parse("done"), parse("lost"))
	access := AccessRead | AccessWrite
	fmt.Println(
		formatBool(access&AccessRead == AccessRead),
		formatBool(access&^AccessRead == AccessWrite),
		int(access),
	)
}

// formatBool writes True or False.
func formatBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// reprString writes a string as a Python literal.
func reprString(text string) string {
	quote := "'"
	if strings.Contains(text, "'") && !strings.Contains(text, "\"") {
		quote = "\""
	}
	var literal strings.Builder
	literal.WriteString(quote)
	for _, r := range text {
		switch {
		case string(r) == quote || r == '\\':
			literal.WriteString("\\" + string(r))
		case r == '\n':
			literal.WriteString("\\n")
		case r == '\r':
			literal.WriteString("\\r")
		case r == '\t':
			literal.WriteString("\\t")
		case unicode.IsPrint(r):
			literal.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&literal, "\\x%02x", r)
		case r < 0x10000:
			fmt.Fprintf(&literal, "\\u%04x", r)
		default:
			fmt.Fprintf(&literal, "\\U%08x", r)
		}
	}
	return literal.String() + quote
}
