package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

type Handler interface {
	Setup()
	Handle(event string) (bool, error)
	Run(events []string) (int, error)
	Title() string
	Name() string
	handlerBase() *HandlerBase
}

type HandlerBase struct {
	Log []string
}

var handlerName = "base"

func (*HandlerBase) Name() string {
	return handlerName
}

func initHandler(h Handler) {
	h.handlerBase().Log = []string{}
	h.Setup()
}

func (h *HandlerBase) handlerBase() *HandlerBase {
	return h
}

func setupHandler(h Handler) {
	holder := h.handlerBase()
	holder.Log = append(holder.Log, "setup "+h.Name())
}

func runHandler(h Handler, events []string) (int, error) {
	total := 0
	for _, event := range events {
		value, err := h.Handle(event)
		if err != nil {
			return 0, err
		}
		if value {
			total++
		}
	}
	return total, nil
}

func titleHandler(h Handler) string {
	return titleCase(h.Name())
}

type Upper interface {
	Handler
	upperBase() *UpperBase
}

type UpperBase struct {
	HandlerBase
}

var upperName = "upper"

func (*UpperBase) Name() string {
	return upperName
}

func NewUpperBase() *UpperBase {
	u := &UpperBase{}
	initHandler(u)
	return u
}

func (u *UpperBase) upperBase() *UpperBase {
	return u
}

func (u *UpperBase) Handle(event string) (bool, error) {
	u.Log = append(u.Log, strings.ToUpper(event))
	return allRunes(event, unicode.IsLetter), nil
}

func (u *UpperBase) Setup() {
	setupHandler(u)
}

func (u *UpperBase) Run(events []string) (int, error) {
	return runHandler(u, events)
}

func (u *UpperBase) Title() string {
	return titleHandler(u)
}

type Strict struct {
	UpperBase
}

func NewStrict() *Strict {
	s := &Strict{}
	initHandler(s)
	return s
}

func (s *Strict) Setup() {
	setupHandler(s)
	s.Log = append(s.Log, "strict")
}

func (s *Strict) Handle(event string) (bool, error) {
	if event == "" {
		return false, errors.New("empty event")
	}
	return s.UpperBase.Handle(event)
}

func (s *Strict) Run(events []string) (int, error) {
	return runHandler(s, events)
}

func (s *Strict) Title() string {
	return titleHandler(s)
}

var registry = map[string]Handler{}

func register(handler Handler) {
	registry[handler.Name()] = handler
}

func main() {
	for _, handler := range []Upper{NewUpperBase(), NewStrict()} {
		register(handler)
		value2 := handler.Title()
		value, err := handler.Run([]string{"a", "b1", ""})
		if err != nil {
			fmt.Println("failed", err.Error())
		} else {
			fmt.Println(value2, value)
		}
		fmt.Println(formatList(handler.upperBase().Log, reprString))
	}
	fmt.Println(len(registry), registry["upper"].Title())
}

// allRunes reports whether a text is not empty and all its characters pass a test.
func allRunes(text string, test func(rune) bool) bool {
	for _, r := range text {
		if !test(r) {
			return false
		}
	}
	return text != ""
}

// formatList writes a list as Python does.
func formatList[T any](list []T, repr func(T) string) string {
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = repr(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
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

// titleCase writes the first letter of each word in upper case and the others in lower case.
func titleCase(text string) string {
	previous := ' '
	return strings.Map(func(r rune) rune {
		isInside := unicode.IsLetter(previous)
		previous = r
		if isInside {
			return unicode.ToLower(r)
		}
		return unicode.ToTitle(r)
	}, text)
}
