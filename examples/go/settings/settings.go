// Command settings reads settings from text, with defaults and checks.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Settings is what the server can be told.
type Settings struct {
	Host    string
	Port    int
	Debug   bool
	Timeout float64
	Origins []string
}

// ParseError tells which line is wrong.
type ParseError struct {
	Line int
	Err  error
}

func (e *ParseError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e *ParseError) Unwrap() error { return e.Err }

var (
	// ErrSyntax tells of a line that is not name = value.
	ErrSyntax = errors.New("expected name = value")
	// ErrUnknown tells of a setting that does not exist.
	ErrUnknown = errors.New("unknown setting")
)

func (s *Settings) set(name, value string) error {
	var err error
	switch name {
	case "host":
		s.Host = value
	case "port":
		s.Port, err = strconv.Atoi(value)
		if err == nil && (s.Port < 1 || s.Port > 65535) {
			err = fmt.Errorf("port %d is out of range", s.Port)
		}
	case "debug":
		s.Debug = value == "yes" || value == "true"
	case "timeout":
		s.Timeout, err = strconv.ParseFloat(value, 64)
	case "origins":
		for _, origin := range strings.Split(value, ",") {
			s.Origins = append(s.Origins, strings.TrimSpace(origin))
		}
	default:
		return fmt.Errorf("%w: %s", ErrUnknown, name)
	}
	return err
}

// Load reads the text over the defaults.
func Load(text string) (*Settings, error) {
	settings := &Settings{Host: "localhost", Port: 8080, Timeout: 5}
	for index, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, found := strings.Cut(line, "=")
		if !found {
			return nil, &ParseError{index + 1, ErrSyntax}
		}
		if err := settings.set(strings.TrimSpace(name), strings.TrimSpace(value)); err != nil {
			return nil, &ParseError{Line: index + 1, Err: err}
		}
	}
	return settings, nil
}

func main() {
	texts := []string{
		"# public\nhost = shop.example.com\nport=8443\norigins = a.example, b.example",
		"debug = yes\ntimeout = 2.5",
		"port = 70000",
		"host: shop",
		"\n\ncolour = red",
	}
	for _, text := range texts {
		settings, err := Load(text)
		var parseError *ParseError
		switch {
		case errors.Is(err, ErrUnknown):
			fmt.Println("warning:", err)
		case errors.As(err, &parseError):
			fmt.Printf("error in line %d: %v\n", parseError.Line, parseError.Err)
		default:
			fmt.Printf("%s:%d debug=%t timeout=%.1f %d origins\n",
				settings.Host, settings.Port, settings.Debug, settings.Timeout, len(settings.Origins))
		}
	}
}
